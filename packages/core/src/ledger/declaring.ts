/**
 * Kept instants are declared right after the records that have them, in the same act: the ledger
 * cannot vouch for them, and so must never hold one without saying whose word it is.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { NewEvent } from '../events/record.js'
import type { Instant } from '../time/instant.js'
import type { LedgerFailure } from './failures.js'
import type { Closing, Write } from './port.js'
import type { Batch } from './remembered-streams.js'

/** An event to be recorded, with the source's own recorded instant where it is to be kept. */
export interface Draft {
  readonly event: NewEvent
  readonly recordedAt?: Instant
}

/** What was newly recorded with instants of the source's own. */
export interface Kept {
  /** Number of records. */
  readonly count: number
  /** The last of their instants. */
  readonly last: Instant
}

/** Makes the record that says whose word kept instants are. */
export type Declare = (kept: Kept) => Draft

/** The closing write that declares what was newly kept of a batch's writes. */
export const closingOf = async (
  batch: Batch,
  writes: readonly Write[],
  declare: Declare,
): Promise<E.Either<LedgerFailure, Closing | undefined>> => {
  const last = writes.findLast(({ recordedAt }) => recordedAt !== undefined)?.recordedAt
  if (last === undefined) return E.right(undefined)
  // Where it goes is known before anything is written; how much it counts, only afterwards.
  const { stream } = declare({ count: 1, last }).event
  const read = batch.known(stream) ? E.right([]) : await batch.read(stream)
  if (E.isLeft(read)) return read
  batch.restOn(stream)
  const before = batch.reads().find((each) => each.stream === stream)?.revision ?? 'noStream'
  return E.right((appended) => {
    const fresh = appended.filter(({ duplicate }) => !duplicate)
    // What was taken comes in the order of the writes, from the first.
    const records = appended.flatMap((each, i) =>
      each.duplicate || writes[i]?.recordedAt === undefined ? [] : each.records,
    )
    const [count, at] = [records.length, records.at(-1)?.recordedAt]
    if (at === undefined) return undefined
    const { event, recordedAt } = declare({ count, last: at })
    const added = fresh.filter((each) => each.records[0]?.stream === stream).length
    const next = (before === 'noStream' ? 0 : before + 1) + added
    const expected = next === 0 ? 'noStream' : next - 1
    const write = { stream, expected, events: [event] } as const
    return recordedAt === undefined ? write : { ...write, recordedAt }
  })
}
