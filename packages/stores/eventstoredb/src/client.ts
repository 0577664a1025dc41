/**
 * The client of the driver, without what would end the process: failures of its own that nobody
 * can catch are caught here, and its connection is closed when it is.
 */
import { EventStoreDBClient } from '@eventstore/db-client'
import type {
  CallOptions,
  Channel,
  InterceptingCall,
  Interceptor,
  Metadata,
  StatusObject,
} from '@grpc/grpc-js'

/** A client, and its end. */
export interface Client {
  readonly calls: EventStoreDBClient
  /** Ends what is open, and closes the connection. */
  readonly close: () => Promise<void>
}

/** The parts of the client that are mended. They are its own; the version is pinned for them. */
interface Inside {
  handleError: (of: unknown, error: Error) => Promise<void>
  createChannel: () => Promise<Channel>
  callArguments: (base: object, more?: CallOptions) => [Metadata, CallOptions]
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * Errors: throws what the client throws where the connection string cannot be used.
 */
export const openClient = (connection: string): Client => {
  const calls = EventStoreDBClient.connectionString(connection)
  const inside = calls as unknown as Inside
  const { handleError, createChannel, callArguments } = inside
  let channel: Promise<Channel> | undefined
  // After a failure it waits for the next connection, unheard: where there is none, that throws.
  inside.handleError = (of, error) => handleError(of, error).catch(() => {})
  inside.createChannel = () => {
    channel = createChannel()
    return channel
  }
  inside.callArguments = (base, more) => {
    const [metadata, options] = callArguments(base, more)
    return [metadata, { ...options, interceptors: [mending] }]
  }
  return {
    calls,
    close: async () => {
      await calls.dispose()
      // One that is still being looked for is closed when it is found.
      channel?.then(
        (open) => open.close(),
        () => {},
      )
    },
  }
}

const mending: Interceptor = (options, nextCall) => {
  const call = nextCall(options)
  const start = call.start.bind(call)
  call.start = (metadata, listener) =>
    start(metadata, {
      ...listener,
      onReceiveStatus: (status) => listener?.onReceiveStatus?.(mended(status)),
    })
  return call as InterceptingCall
}

/** The facts without which the client throws, by the kind of failure, where nobody catches. */
const facts: ReadonlyMap<string, readonly string[]> = new Map([
  ['not-leader', ['leader-endpoint-host', 'leader-endpoint-port']],
  ['maximum-append-size-exceeded', ['maximum-append-size']],
  ['stream-deleted', ['stream-name']],
])

/** A failure that does not tell its facts is read as a node that is away. */
const mended = (status: StatusObject): StatusObject => {
  const { metadata } = status
  const needed = facts.get(String(metadata.get('exception')[0])) ?? []
  if (needed.every((fact) => metadata.get(fact).length > 0)) return status
  metadata.remove('exception')
  return { ...status, code: unavailable }
}

/** The status of a node that is away. Source: gRPC status codes. */
const unavailable = 14
