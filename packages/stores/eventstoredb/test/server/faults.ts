/**
 * What can go wrong on purpose. A fault waits for the calls that it is meant for.
 */

/** The methods of the node. A read that never ends is `Subscribe`. */
export type Method =
  | 'Append'
  | 'BatchAppend'
  | 'Delete'
  | 'Tombstone'
  | 'Read'
  | 'Subscribe'
  | 'Features'
  | 'Gossip'

/** A fault. `after` counts the events that are sent before it happens; `at` names one, from 0. */
export type Fault =
  /** Nothing comes; writes are not made. */
  | { readonly _tag: 'NeverAnswers' }
  /** Writes are made at once, the answer comes late. */
  | { readonly _tag: 'AnswersLate'; readonly ms: number }
  /** The write is made, the caller is told `UNAVAILABLE`. */
  | { readonly _tag: 'FailsAfterApplying' }
  /** Nothing is done, the caller is told `UNAVAILABLE`. */
  | { readonly _tag: 'FailsBeforeApplying' }
  /** The socket is cut, before or after the write is made; of a read, after some events. */
  | { readonly _tag: 'ResetsConnection'; readonly applied?: boolean; readonly after?: number }
  /** The connection takes no more calls, and is closed when the grace is over. */
  | { readonly _tag: 'GoesAway'; readonly graceMs: number }
  /** Somebody else is the leader; who it is may be left out. */
  | { readonly _tag: 'NotLeader'; readonly host?: string; readonly port?: number }
  /** An append is called too large, whatever its size. */
  | { readonly _tag: 'TooLarge' }
  /** A read or a subscription ends with OK as if it were complete. */
  | { readonly _tag: 'EndsEarly'; readonly after: number }
  /** A read or a subscription ends with `UNAVAILABLE`. */
  | { readonly _tag: 'FailsMidway'; readonly after: number }
  /** A read or a subscription ends with `stream-deleted`. */
  | { readonly _tag: 'DeletedMidway'; readonly after: number }
  /** One event is sent twice. */
  | { readonly _tag: 'DuplicatesEvent'; readonly at: number }
  /** One event is sent after the next one. */
  | { readonly _tag: 'ReordersEvents'; readonly at: number }

/** Which calls a fault is meant for: the next `times` of them, once unless given. */
export interface Aim {
  readonly method?: Method
  readonly stream?: string
  readonly times?: number
  /** How many such calls are let by before. */
  readonly skip?: number
}

/** The faults that wait. */
export interface Faults {
  readonly next: (fault: Fault, aim?: Aim) => void
  /** The fault of this call, if there is one; it is used up. */
  readonly take: (method: Method, stream: string) => Fault | undefined
  /** How many have not happened yet: 0 proves that a test met what it is about. */
  readonly waiting: () => number
  readonly clear: () => void
}

interface Waiting {
  readonly fault: Fault
  readonly aim: Aim
  readonly left: number
  readonly skip: number
}

/** Whether a fault can happen to a method: between events to a read, of writing to a write. */
export const suits = (fault: Fault, method: Method): boolean => {
  const reads = method === 'Read' || method === 'Subscribe'
  if (fault._tag === 'TooLarge') return method === 'Append'
  if (fault._tag === 'FailsAfterApplying' || 'applied' in fault) return !reads
  return reads || !('after' in fault || 'at' in fault)
}

/** No faults yet. */
export const createFaults = (): Faults => {
  let waiting: readonly Waiting[] = []
  return {
    next: (fault, aim = {}) => {
      waiting = [...waiting, { fault, aim, left: aim.times ?? 1, skip: aim.skip ?? 0 }]
    },
    take: (method, stream) => {
      const found = waiting.find(
        ({ aim, fault }) =>
          suits(fault, method) &&
          (aim.method === undefined || aim.method === method) &&
          (aim.stream === undefined || aim.stream === stream),
      )
      const met = found && (found.skip > 0 ? { skip: found.skip - 1 } : { left: found.left - 1 })
      waiting = waiting
        .map((each) => (each === found ? { ...each, ...met } : each))
        .filter(({ left }) => left > 0)
      return found?.skip === 0 ? found.fault : undefined
    },
    waiting: () => waiting.reduce((sum, { left }) => sum + left, 0),
    clear: () => {
      waiting = []
    },
  }
}
