/**
 * Calendar months, the unit of every published series.
 */
import { type CivilDate, civilDate, lastOfMonth } from './civil-date.js'

/** A calendar month: its name `YYYY-MM` and its days. */
export interface Month {
  readonly id: string
  readonly first: CivilDate
  readonly last: CivilDate
}

/**
 * The month of a date.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { monthOf } from '@send-ledger/core/projection'
 *
 * assert.deepStrictEqual(monthOf(civilDate('2020-02-10')), {
 *   id: '2020-02',
 *   first: '2020-02-01',
 *   last: '2020-02-29',
 * })
 */
export const monthOf = (date: CivilDate): Month => monthAt(placeOf(date))

/**
 * The months from that of the first date to that of the second, none missing; none where the
 * second date lies in an earlier month.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { monthsFrom } from '@send-ledger/core/projection'
 *
 * const months = monthsFrom(civilDate('2020-12-31'), civilDate('2021-02-01'))
 * assert.deepStrictEqual(months.map((month) => month.id), ['2020-12', '2021-01', '2021-02'])
 */
export const monthsFrom = (first: CivilDate, last: CivilDate): readonly Month[] => {
  const from = placeOf(first)
  const length = Math.max(0, placeOf(last) - from + 1)
  return Array.from({ length }, (_, i) => monthAt(from + i))
}

/**
 * The month so many months before another; the first of the calendar where it would lie before
 * that.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { monthBefore, monthOf } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(monthBefore(monthOf(civilDate('2021-07-31')), 11).id, '2020-08')
 */
export const monthBefore = (month: Month, months: number): Month =>
  monthAt(Math.max(placeOf(firstDate), placeOf(month.first) - months))

const firstDate = civilDate('0001-01-01')

/** The place of a date's month among all months. */
const placeOf = (date: CivilDate): number =>
  12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7))

/** Months that were asked for before, by their place. */
const known = new Map<number, Month>()

const monthAt = (place: number): Month => {
  const before = known.get(place)
  if (before !== undefined) return before
  const year = String(Math.floor((place - 1) / 12)).padStart(4, '0')
  const id = `${year}-${String(((place - 1) % 12) + 1).padStart(2, '0')}`
  const first = civilDate(`${id}-01`)
  const month = { id, first, last: lastOfMonth(first) }
  known.set(place, month)
  return month
}
