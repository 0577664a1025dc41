/**
 * The instant at which a record is kept, and the two clocks that must agree on it: the one of this
 * machine, and the one that the ledger's last instant tells of. One wrong clock would push every
 * later instant to its own time, for an instant never runs backwards.
 */
import * as E from 'fp-ts/lib/Either.js'
import { categoryOf, type StreamId } from '../events/ids.js'
import type { NewEvent } from '../events/record.js'
import { isAnnouncedAhead } from '../lifecycle/announced.js'
import { addDays, type CivilDate } from '../time/civil-date.js'
import { type Instant, londonDate } from '../time/instant.js'
import type { ClocksDisagree, RecordedAhead, RecordedOutOfOrder } from './failures.js'
import { greatestWith } from './known-prefix.js'
import type { Write } from './port.js'

/** The clock of the machine that records. */
export interface Clock {
  /** The present instant, as it has it. */
  readonly now: Instant
  /** Whether it is taken as it is, however far the ledger's last instant lies from it. */
  readonly isTrusted: boolean
}

/** How far an instant may lie after a clock, for clocks differ a little. Unit: milliseconds. */
const aheadAtMost = 5 * 60 * 1000

/** How long a ledger may have rested before a clock needs more than itself. Unit: days. */
const restAtMost = 366

/** Of what happened within so many days before a clock, the clock is believed. Unit: days. */
const lately = 92

/**
 * The last instant that a record may have by a clock, for clocks differ: 5 minutes after it.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { latestBy } from '@send-ledger/core/records'
 *
 * assert.strictEqual(latestBy(instant('2021-05-04T09:12:00.000Z')), '2021-05-04T09:17:00.000Z')
 */
export const latestBy = (now: Instant): Instant =>
  new Date(Date.parse(now) + aheadAtMost).toISOString() as Instant

/**
 * Whether an instant lies after the present one by more than clocks differ.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { isAhead } from '@send-ledger/core/records'
 *
 * const now = instant('2021-05-04T09:12:00.000Z')
 * assert.ok(!isAhead(instant('2021-05-04T09:17:00.000Z'), now))
 * assert.ok(isAhead(instant('2021-05-04T09:17:00.001Z'), now))
 */
export const isAhead = (at: Instant, now: Instant): boolean => at > now && at > latestBy(now)

/**
 * The instant of what comes next: its own, or the clock's, which never gives one before the last.
 *
 * Errors: RecordedOutOfOrder where its own lies before the last one.
 */
export const instantInTurn = (
  { stream, recordedAt }: { readonly stream: StreamId; readonly recordedAt: Instant | undefined },
  last: Instant | undefined,
  now: Instant,
): E.Either<RecordedOutOfOrder, Instant> =>
  recordedAt !== undefined && last !== undefined && recordedAt < last
    ? E.left({ _tag: 'RecordedOutOfOrder', stream, recordedAt, last })
    : E.right(recordedAt ?? greatestWith(last, now))

/**
 * The instant at which the events of a write are kept, or why they are not: the whole rule, by
 * which a store takes a write, and which anybody may ask before.
 *
 * Errors: RecordedOutOfOrder, RecordedAhead, ClocksDisagree.
 *
 * @example
 * import { instant, streamId } from '@send-ledger/core'
 * import { recordedAtOf } from '@send-ledger/core/store'
 *
 * const now = instant('2021-05-04T09:12:00.000Z')
 * const write = { stream: streamId('ledger-main'), events: [] }
 * const kept = recordedAtOf(write, undefined, { now, isTrusted: false })
 * assert.deepStrictEqual(kept, { _tag: 'Right', right: now })
 */
export const recordedAtOf = (
  { stream, events, recordedAt }: Omit<Write, 'expected'>,
  last: Instant | undefined,
  { now, isTrusted }: Clock,
): E.Either<RecordedOutOfOrder | RecordedAhead | ClocksDisagree, Instant> => {
  const inTurn = instantInTurn({ stream, recordedAt }, last, now)
  if (isTrusted || E.isLeft(inTurn)) return inTurn
  if (recordedAt !== undefined) {
    return isAhead(recordedAt, now)
      ? E.left({ _tag: 'RecordedAhead', stream, recordedAt, now })
      : inTurn
  }
  if (last === undefined) return inTurn
  const looksWrong = isAhead(last, now)
    ? wrongOfAhead(events, now)
    : wrongOfRested(events, last, now)
  return looksWrong === 'none'
    ? inTurn
    : E.left({ _tag: 'ClocksDisagree', stream, last, now, looksWrong })
}

type Wrong = ClocksDisagree['looksWrong']

/** The ledger's last instant lies after the clock: which of the two what happened speaks against. */
const wrongOfAhead = (events: readonly NewEvent[], now: Instant): Wrong => {
  const happened = lastHappened(events)
  if (happened === undefined) return 'either'
  const today = londonDate(now)
  if (happened > today) return 'clock'
  return happened >= addDays(today, -lately) ? 'ledger' : 'either'
}

/** The clock lies long after the ledger's last instant: believed for what happened since. */
const wrongOfRested = (
  events: readonly NewEvent[],
  last: Instant,
  now: Instant,
): Wrong | 'none' => {
  const day = now.slice(0, 10) as CivilDate
  const earliest = addDays(day, -restAtMost)
  if (last.slice(0, 10) >= earliest) return 'none'
  const happened = lastHappened(events)
  if (happened === undefined || happened >= earliest) return 'none'
  const before = addDays(last.slice(0, 10) as CivilDate, -restAtMost)
  return happened >= before ? 'clock' : 'either'
}

/**
 * The last day on which something happened that people tell of. What is announced ahead tells
 * nothing of the present, nor does what a clock has dated.
 */
const lastHappened = (events: readonly NewEvent[]): CivilDate | undefined =>
  events
    .filter((event) => categoryOf(event.stream) !== 'ledger' && !isAnnouncedAhead(event))
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(-1)
