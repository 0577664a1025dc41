/**
 * Between which dates what is recorded and asked lies: a year mistyped is no date of a programme.
 */
import { type CivilDate, civilDate } from './civil-date.js'

/**
 * The first and the last date that a record, its data or a question may have.
 *
 * @example
 * import { dateBounds } from '@send-ledger/core/records'
 *
 * assert.deepStrictEqual(dateBounds, { earliest: '1990-01-01', latest: '2100-01-01' })
 */
export const dateBounds = {
  earliest: civilDate('1990-01-01'),
  latest: civilDate('2100-01-01'),
} as const

/** Whether a date lies within them, both included. */
export const isWithinBounds = (date: CivilDate): boolean =>
  date >= dateBounds.earliest && date <= dateBounds.latest
