/**
 * What every store checks of a write before it keeps it.
 */
import * as E from 'fp-ts/lib/Either.js'
import { checkEvent } from '../events/check-event.js'
import type { EventId, StreamId } from '../events/ids.js'
import type { LedgerRecord, NewEvent } from '../events/record.js'
import type { Instant } from '../time/instant.js'
import { type Clock, recordedAtOf } from './clocks.js'
import type { AppendRefusal, ExpectedRevision, StaleRevision } from './failures.js'
import type { Appended, AppendOutcome, Closing, StreamRead, Write } from './port.js'
import { sameContent } from './seal.js'

/** What a write is checked against. */
export interface Standing {
  /** The record that has an id, of whatever stream. */
  readonly recordOf: (id: EventId) => LedgerRecord | undefined
  /** The revision at which the write's stream stands. */
  readonly actual: ExpectedRevision
  /** The last recorded instant of the ledger. */
  readonly last: Instant | undefined
  /** The clock of this machine. */
  readonly clock: Clock
}

/**
 * A write that may be kept: its events and the instant at which they are, or the records of the
 * first time that it was told.
 */
export type CheckedWrite =
  | {
      readonly _tag: 'ToKeep'
      readonly events: readonly NewEvent[]
      readonly recordedAt: Instant
    }
  | { readonly _tag: 'Kept'; readonly records: readonly LedgerRecord[] }

/**
 * A write checked against what a ledger holds. A repeat is known by its ids before the revision
 * is looked at.
 *
 * Errors: every `AppendRefusal`.
 *
 * @example
 * import { instant, streamId } from '@send-ledger/core'
 * import { checkWrite } from '@send-ledger/core/store'
 *
 * const clock = { now: instant('2021-05-04T09:12:00.000Z'), isTrusted: false }
 * const empty = { recordOf: () => undefined, actual: 'noStream', last: undefined, clock } as const
 * const write = { stream: streamId('case-1'), expected: 'noStream', events: [] } as const
 * const checked = checkWrite(write, empty)
 * assert.strictEqual(checked._tag === 'Left' && checked.left._tag, 'EmptyWrite')
 */
export const checkWrite = (
  write: Write,
  standing: Standing,
): E.Either<AppendRefusal, CheckedWrite> => {
  const told = toldBefore(write, standing)
  if (E.isLeft(told)) return told
  const { stream } = write
  const { records, events } = told.right
  if (events.length === 0 && records.length === 0) return E.left({ _tag: 'EmptyWrite', stream })
  if (events.length === 0) return E.right({ _tag: 'Kept', records })
  if (records.length > 0) {
    const kept = records.map(({ id }) => id)
    return E.left({ _tag: 'PartlyRecorded', stream, kept, missing: events.map(({ id }) => id) })
  }
  const { actual, last, clock } = standing
  const { expected } = write
  if (expected !== actual) return E.left({ _tag: 'StaleRevision', stream, expected, actual })
  const instant = recordedAtOf({ ...write, events }, last, clock)
  return E.map((recordedAt: Instant): CheckedWrite => ({ _tag: 'ToKeep', events, recordedAt }))(
    instant,
  )
}

/**
 * The first of some streams that has grown since it was read: what was decided on it must be
 * decided again.
 *
 * @example
 * import { streamId } from '@send-ledger/core'
 * import { grownSince } from '@send-ledger/core/store'
 *
 * const read = { stream: streamId('programme-1'), revision: 4 } as const
 * assert.strictEqual(grownSince([read], () => 4), undefined)
 * assert.strictEqual(grownSince([read], () => 5)?._tag, 'StaleRevision')
 */
export const grownSince = (
  reads: readonly StreamRead[],
  revisionOf: (stream: StreamId) => ExpectedRevision,
): StaleRevision | undefined => {
  for (const { stream, revision: expected } of reads) {
    const actual = revisionOf(stream)
    if (actual !== expected) return { _tag: 'StaleRevision', stream, expected, actual }
  }
  return undefined
}

/**
 * An append with its closing write taken after what was taken of it.
 *
 * @example
 * import { closed } from '@send-ledger/core/store'
 *
 * const outcome = { appended: [] }
 * assert.strictEqual(closed(outcome, undefined, () => assert.fail()), outcome)
 */
export const closed = (
  outcome: AppendOutcome,
  closing: Closing | undefined,
  take: (write: Write) => E.Either<AppendRefusal, Appended>,
): AppendOutcome => {
  const write = outcome.appended.length === 0 ? undefined : closing?.(outcome.appended)
  return write === undefined ? outcome : { ...outcome, closing: take(write) }
}

/** The events of a write told apart: those kept before, as records, and those that are new. */
const toldBefore = (
  { stream, events }: Write,
  { recordOf }: Standing,
): E.Either<
  AppendRefusal,
  { readonly records: readonly LedgerRecord[]; readonly events: readonly NewEvent[] }
> => {
  const records: LedgerRecord[] = []
  const fresh: NewEvent[] = []
  const ids = new Set<EventId>()
  for (const told of events) {
    const checked = checkedEvent(stream, told)
    if (E.isLeft(checked)) return checked
    const event = checked.right
    const { id } = event
    const before = recordOf(id)
    if (before && !sameContent(before, event)) {
      return E.left({ _tag: 'IdReused', id, stream: before.stream, position: before.position })
    }
    if (ids.has(id)) return flawed('id', `${id} stands twice in one write`)
    if (before) records.push(before)
    else {
      fresh.push(event)
      if (events.length > 1) ids.add(id)
    }
  }
  return E.right({ records, events: fresh })
}

const checkedEvent = (stream: StreamId, event: NewEvent): E.Either<AppendRefusal, NewEvent> =>
  event.stream === stream
    ? checkEvent(event)
    : flawed('stream', `is ${event.stream}, in a write to ${stream}`)

const flawed = (at: string, problem: string): E.Either<AppendRefusal, never> =>
  E.left({ _tag: 'InvalidEvent', flaws: [{ at, problem }] })
