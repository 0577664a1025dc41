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
  execute: <A>(of: unknown, name: string, act: (caller: Caller) => Promise<A>) => Promise<A>
  handleError: (of: unknown, error: Error) => Promise<void>
  createChannel: () => Promise<Channel>
  callArguments: (base: object, more?: CallOptions) => [Metadata, CallOptions]
}

interface Caller {
  readonly getChannel: () => Channel
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * Errors: throws what the client throws where the connection string cannot be used.
 */
export const openClient = (connection: string): Client => {
  const calls = EventStoreDBClient.connectionString(connection)
  const inside = calls as unknown as Inside
  const { execute, handleError, createChannel, callArguments } = inside
  let channel: Promise<Channel> | undefined
  const open = new Set<InterceptingCall>()
  // Another call may give the connection up in between: an append would throw where none catches.
  inside.execute = (of, name, act) =>
    execute(of, name, async (caller) => {
      if (caller.getChannel().getConnectivityState(false) !== shutDown) return act(caller)
      throw new Error('the connection was given up')
    })
  // After a failure it waits for the next connection, unheard: where there is none, that throws.
  inside.handleError = (of, error) => handleError(of, error).catch(() => {})
  inside.createChannel = () => {
    channel = createChannel()
    return channel
  }
  inside.callArguments = (base, more) => {
    const [metadata, options] = callArguments(base, more)
    return [metadata, { ...options, interceptors: [mending(open)] }]
  }
  return {
    calls,
    close: async () => {
      await calls.dispose()
      for (const call of open) call.cancelWithStatus(cancelled, 'Cancelled on client')
      // One that is still being looked for is closed when it is found.
      channel?.then(
        (found) => found.close(),
        () => {},
      )
    },
  }
}

/** Keeps which calls are open, and mends how they end. */
const mending =
  (open: Set<InterceptingCall>): Interceptor =>
  (options, nextCall) => {
    const call = nextCall(options) as InterceptingCall
    const start = call.start.bind(call)
    open.add(call)
    call.start = (metadata, listener) =>
      start(metadata, {
        ...listener,
        onReceiveStatus: (status) => {
          open.delete(call)
          listener?.onReceiveStatus?.(mended(status))
        },
      })
    return call
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

/** The state of a channel that is closed. Source: gRPC connectivity states. */
const shutDown = 4

/** The status of a call that was left. Source: gRPC status codes. */
const cancelled = 1

/** The status of a node that is away. Source: gRPC status codes. */
const unavailable = 14
