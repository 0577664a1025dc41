/**
 * How soon a record was made after what it records: the ground on which a figure stands.
 */

import type { LedgerRecord } from '../events/record.js'
import { daysBetween } from '../time/civil-date.js'
import { londonDate } from '../time/instant.js'

/**
 * `contemporaneous`: recorded within 7 days; `late`: within 90; `reconstructed`: after more;
 * `imported`: its recorded instant is kept as the source asserts it.
 */
export type Grade = 'contemporaneous' | 'late' | 'reconstructed' | 'imported'

/** The grades, the best ground first. */
export const grades = ['contemporaneous', 'late', 'reconstructed', 'imported'] as const

/** Longest lag of each grade. Unit: days. */
const contemporaneousDays = 7
const lateDays = 90

/**
 * From the day on which it happened to the day (London) on which it was recorded; 0 where it was
 * announced ahead. A correction is measured from the day on which the mistake was found.
 *
 * Unit: days. Errors: none.
 */
export const lagDays = ({ effectiveOn, recordedAt }: LedgerRecord): number =>
  Math.max(0, daysBetween(effectiveOn, londonDate(recordedAt)))

/** The grade of a record by its lag. */
export const gradeOfLag = (days: number): Exclude<Grade, 'imported'> => {
  if (days <= contemporaneousDays) return 'contemporaneous'
  return days <= lateDays ? 'late' : 'reconstructed'
}

/** Positions from the first up to, not including, the last: what an import declares as its own. */
export interface Imported {
  readonly from: number
  readonly to: number
}

/**
 * The records whose instants were kept on import, by the declarations that follow them.
 *
 * @example
 * import { importedRanges } from '@send-ledger/core/records'
 *
 * assert.deepStrictEqual(importedRanges([]), [])
 */
export const importedRanges = (ledgerStream: readonly LedgerRecord[]): readonly Imported[] =>
  ledgerStream.flatMap((record) => {
    if (record.type !== 'ImportDeclared') return []
    const { count, recordedAt } = (record as LedgerRecord<'ImportDeclared'>).data
    if (recordedAt !== 'kept') return []
    return [{ from: Math.max(0, record.position - count), to: record.position }]
  })

/**
 * The grade of a record, imported ones apart.
 *
 * @example
 * import { gradeOf, importedRanges } from '@send-ledger/core/records'
 *
 * assert.strictEqual(typeof gradeOf(importedRanges([])), 'function')
 */
export const gradeOf = (imported: readonly Imported[]): ((record: LedgerRecord) => Grade) => {
  const apart = joined(imported)
  return (record) => (isWithin(apart, record.position) ? 'imported' : gradeOfLag(lagDays(record)))
}

/** The same positions in ranges that lie apart, in their order. */
const joined = (ranges: readonly Imported[]): readonly Imported[] => {
  const apart: Imported[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last === undefined || range.from > last.to) apart.push(range)
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return apart
}

const isWithin = (apart: readonly Imported[], position: number): boolean => {
  let [low, high] = [0, apart.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((apart[middle] as Imported).to > position) high = middle
    else low = middle + 1
  }
  const range = apart[low]
  return range !== undefined && range.from <= position
}
