/**
 * Calendar months, the unit of every published series.
 */
import { addMonths, type CivilDate, civilDate, dayAfter, lastOfMonth } from './civil-date.js'

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
export const monthOf = (date: CivilDate): Month => {
  const id = date.slice(0, 7)
  return { id, first: civilDate(`${id}-01`), last: lastOfMonth(date) }
}

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
  const months: Month[] = []
  for (let month = monthOf(first); month.first <= last; month = monthOf(dayAfter(month.last))) {
    months.push(month)
    if (month.last >= last) break
  }
  return months
}

/**
 * The month so many months before another.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { monthBefore, monthOf } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(monthBefore(monthOf(civilDate('2021-07-31')), 11).id, '2020-08')
 */
export const monthBefore = (month: Month, months: number): Month =>
  monthOf(addMonths(month.first, -months))
