/**
 * The occasions near which an improvement programme may catch up on its records.
 */
import { addDays, type CivilDate } from '../time/civil-date.js'
import { isOf, type LedgerRecord } from './record.js'

/** Weeks before a visit, and after an inspection, that are looked at. */
const weeksBefore = 3
const weeksAfter = 6

/** A visit of those who monitor, or an inspection, and the days near it. */
export interface ProgrammeOccasion {
  readonly near: 'beforeVisit' | 'afterInspection'
  readonly on: CivilDate
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * The visit or the inspection that a record tells of.
 *
 * @example
 * import { occasionOf } from '@send-ledger/core/records'
 * import { recordFrom } from '@send-ledger/core/proof'
 *
 * const held = '{"type":"MonitoringVisitHeld","effectiveOn":"2021-07-23"}'
 * assert.strictEqual(occasionOf(recordFrom(held, 0))?.from, '2021-07-02')
 */
export const occasionOf = (record: LedgerRecord): ProgrammeOccasion | undefined => {
  if (isOf('MonitoringVisitHeld')(record)) {
    const on = record.effectiveOn
    return { near: 'beforeVisit', on, from: addDays(on, -7 * weeksBefore), to: on }
  }
  const on = isOf('ProgrammeEstablished')(record) ? record.data.inspectedOn : undefined
  return on && { near: 'afterInspection', on, from: on, to: addDays(on, 7 * weeksAfter) }
}
