/**
 * What sections that quote records read them from: the records of a pack, or any that are at hand.
 */
import type { CivilDate, Instant, LedgerRecord, StreamId } from '@send-ledger/core'
import { type Category, type EventType, effectiveRecords, upcast } from '@send-ledger/core/records'

/** Records in recorded order. */
export interface RecordsRead {
  readonly size: number
  readonly at: (position: number) => LedgerRecord
  readonly ofStream: (stream: StreamId) => readonly LedgerRecord[]
  /** The streams of a category in the order of their names. */
  readonly streamsOf: (category: Category) => readonly StreamId[]
  /** How many records were known at an instant. */
  readonly sizeKnownAt: (known: Instant) => number
}

/**
 * The records of a subject that had happened by a date, corrections applied, in the order in which
 * they happened; on one date in recorded order.
 */
export const happenedBy = (
  records: RecordsRead,
  stream: StreamId,
  asAt: CivilDate,
): readonly LedgerRecord[] =>
  effectiveRecords(records.ofStream(stream))
    .map(upcast)
    .filter(({ effectiveOn }) => effectiveOn <= asAt)
    .toSorted((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.position - b.position
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    )

/** The records of one type. */
export const ofType = <T extends EventType>(
  records: readonly LedgerRecord[],
  type: T,
): readonly LedgerRecord<T>[] =>
  records.filter((record): record is LedgerRecord & LedgerRecord<T> => record.type === type)
