/**
 * The node's log: all events of all streams in one order, as bytes.
 */

/** An event as a client proposes it. */
export interface Proposed {
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** An event as the node keeps it. */
export interface Stored extends Proposed {
  readonly stream: string
  readonly revision: bigint
  /** Place in the log, in bytes: it grows, and is not dense. */
  readonly position: bigint
  /** Unit: milliseconds since 1970. */
  readonly created: number
}

/** What the handlers of the node do with its log. */
export interface Log {
  /** By position. */
  readonly all: () => readonly Stored[]
  /** By revision. */
  readonly of: (stream: string) => readonly Stored[]
  /** The last revision; -1 where there is no such stream. */
  readonly lastOf: (stream: string) => bigint
  /** The position which the next event takes. */
  readonly end: () => bigint
  /** Adds events behind the last one, or at the revision given. */
  readonly write: (stream: string, events: readonly Proposed[], first?: bigint) => readonly Stored[]
  /** Puts something else, or nothing, in the place of an event. */
  readonly damage: (event: Stored, by: Stored | undefined) => void
  /** Settles at the next change. */
  readonly changed: () => Promise<void>
}

/** The revision of a tombstone: the largest signed number of 64 bits. */
export const lastPossible = 9223372036854775807n

/** A new log with nothing in it. */
export const createLog = (now: () => number): Log => {
  const all: Stored[] = []
  const streams = new Map<string, Stored[]>()
  let end = 0n
  let wake = (): void => {}
  let change = new Promise<void>((resolve) => {
    wake = resolve
  })

  const of = (stream: string): Stored[] => streams.get(stream) ?? []
  const lastOf = (stream: string): bigint => of(stream).at(-1)?.revision ?? -1n

  const tell = (): void => {
    const waiting = wake
    change = new Promise((resolve) => {
      wake = resolve
    })
    waiting()
  }

  return {
    all: () => all,
    of,
    lastOf,
    end: () => end,
    write: (stream, events, first = lastOf(stream) + 1n) => {
      const stored = events.map((event, i): Stored => {
        const position = end
        end += sizeOf(stream, event)
        return { ...event, stream, revision: first + BigInt(i), position, created: now() }
      })
      all.push(...stored)
      const ofStream = of(stream)
      ofStream.push(...stored)
      streams.set(stream, ofStream)
      tell()
      return stored
    },
    damage: (event, by) => {
      const put = (list: Stored[]): void => {
        const at = list.indexOf(event)
        list.splice(at, 1, ...(by === undefined ? [] : [by]))
      }
      put(all)
      put(of(event.stream))
      tell()
    },
    changed: () => change,
  }
}

/** Index of the first event for which it holds; it must hold for all after that one. */
export const firstAfter = (
  events: readonly Stored[],
  holds: (event: Stored) => boolean,
): number => {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    const event = events[middle]
    if (event !== undefined && holds(event)) high = middle
    else low = middle + 1
  }
  return low
}

/** The bytes that a record takes up in the log, more or less. */
const sizeOf = (stream: string, event: Proposed): bigint =>
  BigInt(86 + stream.length + event.type.length + event.data.length + event.metadata.length)
