/**
 * The sockets of the node, in our own hands: a listener hands each to gRPC, so that one can be
 * cut without a word.
 */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type ConnectionInjector, type Server, ServerCredentials } from '@grpc/grpc-js'

/** An open listener. */
export interface Sockets {
  readonly port: number
  /** How many connections have been made. */
  readonly count: () => number
  /** How many are open. */
  readonly open: () => number
  readonly reset: (peer: string) => void
  readonly goAway: (peer: string, graceMs: number) => void
  /** Cuts all sockets, and takes no more. */
  readonly cutAll: () => Promise<void>
}

/** Listens, and hands every connection to the server. Port 0 is any that is free. */
export const listen = async (server: Server, port: number): Promise<Sockets> => {
  const open = new Map<string, { readonly socket: Socket; readonly injector: ConnectionInjector }>()
  let count = 0
  const listener = createServer((socket) => {
    count += 1
    const peer = `${socket.remoteAddress}:${socket.remotePort}`
    // Each connection by an injector of its own, so that it can be told to go away alone.
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure())
    open.set(peer, { socket, injector })
    socket.once('close', () => open.delete(peer))
    // A peer that cuts the line is nothing to fail on.
    socket.on('error', () => {})
    injector.injectConnection(socket)
  })
  listener.listen(port, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    count: () => count,
    open: () => open.size,
    reset: (peer) => {
      open.get(peer)?.socket.resetAndDestroy()
    },
    goAway: (peer, graceMs) => open.get(peer)?.injector.drain(graceMs),
    cutAll: async () => {
      const closed = once(listener, 'close')
      listener.close()
      for (const { socket } of open.values()) socket.resetAndDestroy()
      await closed
    },
  }
}
