/**
 * A double of one EventStoreDB 24.x node, over a real socket, for tests of what a client sees.
 *
 * It keeps: revisions by stream from 0, positions that grow over all streams, expected revisions,
 * repeats by event id, soft deletes and tombstones, `$maxCount`, `$maxAge` and `$tb`, filters with
 * checkpoints, the size limit, back-pressure, and the node's own events among those of others.
 *
 * It does not imitate: TLS; batch appends and the list of methods (both UNIMPLEMENTED); links and
 * their resolving; access lists in metadata (any caller whom it knows may do all); persistent
 * subscriptions, projections and users; the answer "fell behind" and slow subscribers being cut
 * off; positions that are none of a record (they are taken as the next one); ids that are not
 * asked for as text; repeats that arrive before the first is replicated; a cluster of more than
 * one; memory of ids beyond the process (`any` and `stream_exists` forget them on a restart).
 */
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import { Server } from '@grpc/grpc-js'
import { appendCall } from './append-call.js'
import { type Data, dataOf } from './data.js'
import { deleteCall, tombstoneCall } from './delete-call.js'
import { createFaults, type Faults } from './faults.js'
import { createLog } from './log.js'
import type { Called, Credentials, Node } from './node.js'
import { batchAppendCall, featuresCall, gossipCall } from './node-calls.js'
import { createOpenCalls, type OpenCalls } from './open-calls.js'
import { readCall } from './read-call.js'
import { listen, type Sockets } from './sockets.js'
import { createWrites, systemEvent } from './writes.js'

/** How to start. */
export interface ServerOptions {
  /** Any that is free, unless given. */
  readonly port?: number
  readonly credentials?: Credentials
  /** Unit: bytes; 1 MiB unless given. */
  readonly maxAppendSize?: number
  /** Whether events read from a stream carry their position; older nodes do not tell it. */
  readonly streamPositions?: boolean
  /** Unit: milliseconds since 1970. */
  readonly now?: () => number
}

/** A running server. */
export interface TestServer {
  /** `esdb://127.0.0.1:port?tls=false` */
  readonly url: string
  /** The same through discovery. */
  readonly discoverUrl: string
  readonly port: number
  /** Stops for good. */
  readonly stop: () => Promise<void>
  /** Cuts all sockets at once; the data stays for `restart`. */
  readonly kill: () => Promise<void>
  /** Kills it if need be, and starts again on the same port with the same data. */
  readonly restart: () => Promise<void>
  /** Calls that have not ended. */
  readonly openCalls: () => number
  /** How many connections have been made since it started. */
  readonly connections: () => number
  /** How many of them are open. */
  readonly connected: () => number
  /** All calls so far, also those that were refused. */
  readonly calls: readonly Called[]
  readonly faults: Faults
  /** The data itself, to look at and to damage. */
  readonly streams: Data
}

/** Starts a server. The caller stops it. */
export const startServer = async (options: ServerOptions = {}): Promise<TestServer> => {
  const now = options.now ?? Date.now
  const log = createLog(now)
  const writes = createWrites(log)
  const faults = createFaults()
  const openCalls = createOpenCalls()
  const calls: Called[] = []
  let port = options.port ?? 0
  let running: { readonly server: Server; readonly sockets: Sockets } | undefined

  const node: Node = {
    log,
    writes,
    faults,
    now,
    port: () => port,
    maxAppendSize: options.maxAppendSize ?? 1024 * 1024,
    streamPositions: options.streamPositions ?? true,
    credentials: options.credentials,
    called: (call) => calls.push(call),
    reset: (peer) => running?.sockets.reset(peer),
    goAway: (peer, graceMs) => running?.sockets.goAway(peer, graceMs),
  }
  const start = async (): Promise<void> => {
    // A node that becomes leader begins an epoch: an event of its own among the others.
    log.write('$epoch-information', [systemEvent('$EpochInformation', { port })])
    const server = serverOf(node, openCalls)
    const sockets = await listen(server, port)
    port = sockets.port
    running = { server, sockets }
  }
  const kill = async (): Promise<void> => {
    const killed = running
    running = undefined
    writes.forget()
    await killed?.sockets.cutAll()
    killed?.server.forceShutdown()
  }
  await start()

  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    discoverUrl: `esdb+discover://127.0.0.1:${port}?tls=false`,
    port,
    kill,
    stop: kill,
    restart: async () => {
      await kill()
      await start()
    },
    openCalls: openCalls.count,
    connections: () => running?.sockets.count() ?? 0,
    connected: () => running?.sockets.open() ?? 0,
    calls,
    faults,
    streams: dataOf(log, writes, now),
  }
}

const serverOf = (node: Node, openCalls: OpenCalls): Server => {
  const server = new Server({
    interceptors: [openCalls.interceptor],
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
  })
  server.addService(StreamsService, {
    append: appendCall(node),
    batchAppend: batchAppendCall(node),
    read: readCall(node),
    delete: deleteCall(node),
    tombstone: tombstoneCall(node),
  })
  server.addService(ServerFeaturesService, { getSupportedMethods: featuresCall(node) })
  server.addService(GossipService, { read: gossipCall(node) })
  return server
}
