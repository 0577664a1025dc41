/**
 * Sends the events of a read or a subscription, no faster than they are taken, and makes the
 * faults that lie between events.
 */
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'
import type { Fault } from './faults.js'
import type { Stored } from './log.js'
import type { Node } from './node.js'
import { eventMessage } from './recorded.js'
import { type Failure, notLeader, streamDeleted, unavailable } from './statuses.js'

/** A call that reads. */
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>

/** The sending end of a call. Each step says whether the call goes on. */
export interface Sending {
  /** A message that is not an event. */
  readonly tell: (message: ReadResp) => Promise<boolean>
  readonly event: (event: Stored) => Promise<boolean>
  /** Ends with OK; the last event that was held back goes first. */
  readonly end: () => Promise<void>
  readonly fail: (failure: Failure) => void
  readonly isOpen: () => boolean
  /** Settles when the caller is gone. */
  readonly gone: Promise<void>
}

/** The sending end of a call on which a fault may lie. */
export const sendingOf = (
  node: Node,
  call: ReadCall,
  stream: string,
  fault: Fault | undefined,
): Sending => {
  let open = true
  let sent = 0
  let held: Stored | undefined
  const gone = new Promise<void>((resolve) => {
    const leave = (): void => {
      open = false
      resolve()
    }
    call.once('cancelled', leave)
    call.once('close', leave)
  })
  const fail = (failure: Failure): void => {
    if (open) call.emit('error', failure)
    open = false
  }
  const finish = (): void => {
    if (open) call.end()
    open = false
  }
  const tell = async (message: ReadResp): Promise<boolean> => {
    if (open && !call.write(message)) await Promise.race([once(call, 'drain'), gone])
    return open
  }
  const send = (event: Stored): Promise<boolean> => {
    sent += 1
    const isOfStream = stream !== '$all'
    return tell(eventMessage(event, !isOfStream || node.streamPositions))
  }
  /** What the fault does instead of the next event; true if it ended the call. */
  const breaks = (): boolean => {
    if (fault === undefined || !('after' in fault) || sent < (fault.after ?? 0)) return false
    if (fault._tag === 'EndsEarly') finish()
    if (fault._tag === 'FailsMidway') fail(unavailable())
    if (fault._tag === 'DeletedMidway') fail(streamDeleted(stream))
    if (fault._tag === 'ResetsConnection') node.reset(call.getPeer())
    return true
  }
  return {
    gone,
    isOpen: () => open,
    fail,
    tell,
    event: async (event) => {
      if (breaks()) return false
      if (fault?._tag === 'ReordersEvents' && sent === fault.at && held === undefined) {
        held = event
        return open
      }
      const isTwice = fault?._tag === 'DuplicatesEvent' && sent === fault.at
      await send(event)
      if (isTwice) await send(event)
      if (held !== undefined) await send(held)
      held = undefined
      return open && !breaks()
    },
    end: async () => {
      if (held !== undefined) await send(held)
      finish()
    },
  }
}

/** Does what a fault does before the first event; true if the call is over. */
export const failsFirst = async (
  node: Node,
  call: ReadCall,
  sending: Sending,
  fault: Fault | undefined,
): Promise<boolean> => {
  switch (fault?._tag) {
    case 'NeverAnswers':
      await sending.gone
      return true
    case 'AnswersLate':
      await Promise.race([sending.gone, setTimeout(fault.ms, undefined, { ref: false })])
      return !sending.isOpen()
    case 'FailsBeforeApplying':
      sending.fail(unavailable())
      return true
    case 'NotLeader':
      sending.fail(notLeader(fault.host, fault.port))
      return true
    case 'ResetsConnection':
      if (fault.after !== undefined) return false
      node.reset(call.getPeer())
      return true
    default:
      return false
  }
}
