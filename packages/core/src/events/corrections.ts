/**
 * Corrections resolved: the records of one stream as they stand after the corrections and
 * retractions among them. Nothing is overwritten; a correction is a record too.
 */

import type { EventId } from './ids.js'
import type { LedgerRecord, RecordOf } from './record.js'

/** A record that mends another one of its stream. */
export type Correction = RecordOf<'EventCorrected' | 'EventRetracted'>

/** Whether a record mends another one. */
export const isCorrection = (record: LedgerRecord): record is Correction =>
  record.type === 'EventCorrected' || record.type === 'EventRetracted'

/**
 * The records of a stream, in recorded order, with corrections applied and both the corrections
 * and what was retracted left out. A mended record keeps its id, position and revision; what a
 * later correction replaces wins over an earlier one.
 */
export const effectiveRecords = (stream: readonly LedgerRecord[]): readonly LedgerRecord[] => {
  if (!stream.some(isCorrection)) return stream
  const effective = new Map<EventId, LedgerRecord>()
  for (const record of stream) {
    if (!isCorrection(record)) effective.set(record.id, record)
    else if (record.type === 'EventRetracted') effective.delete(record.data.retracts)
    else {
      const mended = effective.get(record.data.corrects)
      if (mended !== undefined) effective.set(mended.id, corrected(mended, record))
    }
  }
  return [...effective.values()]
}

const corrected = (
  record: LedgerRecord,
  { data: { effectiveOn, data } }: LedgerRecord<'EventCorrected'>,
): LedgerRecord =>
  ({
    ...record,
    effectiveOn: effectiveOn ?? record.effectiveOn,
    data: data ?? record.data,
  }) as LedgerRecord

/** Records in order of effective date; on one date, in recorded order. */
export const inEffectiveOrder = (records: readonly LedgerRecord[]): readonly LedgerRecord[] =>
  // Most come in that order.
  records.every((record, i) => i === 0 || byEffect(records[i - 1] as LedgerRecord, record) < 0)
    ? records
    : records.toSorted(byEffect)

const byEffect = (a: LedgerRecord, b: LedgerRecord): number => {
  if (a.effectiveOn === b.effectiveOn) return a.revision - b.revision
  return a.effectiveOn < b.effectiveOn ? -1 : 1
}
