/**
 * What the handlers of the node share: its data, its faults, its clock, and who may call.
 */
import type { Metadata } from '@grpc/grpc-js'
import type { Fault, Faults, Method } from './faults.js'
import type { Log } from './log.js'
import { accessDenied, type Failure, unauthenticated } from './statuses.js'
import type { Writes } from './writes.js'

/** Who may call, where not everybody may. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** One call, for the log of calls. */
export interface Called {
  readonly method: Method
  /** The stream that it is about; `$all` for a read of everything; empty for none. */
  readonly stream: string
}

/** A node and its settings. */
export interface Node {
  readonly log: Log
  readonly writes: Writes
  readonly faults: Faults
  readonly now: () => number
  readonly port: () => number
  /** Unit: bytes. */
  readonly maxAppendSize: number
  /** Whether events read from a stream carry their position in the log. */
  readonly streamPositions: boolean
  readonly credentials: Credentials | undefined
  readonly called: (call: Called) => void
  /** Cuts the connection of a caller. */
  readonly reset: (peer: string) => void
  /** Tells a caller to open another connection, and closes this one after the grace. */
  readonly goAway: (peer: string, graceMs: number) => void
}

/** What every kind of call has. */
export interface Caller {
  readonly metadata: Metadata
  readonly getPeer: () => string
}

/** Notes the call. The failure of one who may not call, else the fault that waits for the call. */
export const enter = (
  node: Node,
  caller: Caller,
  called: Called,
): { readonly refused?: Failure; readonly fault?: Fault } => {
  node.called(called)
  // What a node says of itself it says to anybody.
  const isOpen = called.method === 'Features' || called.method === 'Gossip'
  const refused = isOpen ? undefined : check(node.credentials, caller.metadata)
  if (refused !== undefined) return { refused }
  const fault = node.faults.take(called.method, called.stream)
  if (fault?._tag === 'GoesAway') node.goAway(caller.getPeer(), fault.graceMs)
  return fault === undefined ? {} : { fault }
}

const check = (wanted: Credentials | undefined, metadata: Metadata): Failure | undefined => {
  if (wanted === undefined) return undefined
  const [given] = metadata.get('authorization')
  if (given === undefined) return accessDenied()
  const basic = Buffer.from(`${wanted.username}:${wanted.password}`).toString('base64')
  return given === `Basic ${basic}` ? undefined : unauthenticated()
}
