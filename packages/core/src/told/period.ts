/**
 * Periods as reports name them: a month, a quarter, a year of any kind, or from one to another.
 */
import { CivilDate, civilDate, lastOfMonth } from '../time/civil-date.js'
import { monthsFrom } from '../time/month.js'

/** The first month of a period, from January of the year that names it, and how many. */
interface Span {
  readonly year: number
  readonly first: number
  readonly months: number
}

/**
 * The months of a period, none missing: `2021-05`, `2021-Q2`, `2021`, `2021/22` (financial),
 * `2021/22-Q1`, `2021/22a` (academic), `2021-05/2021-07`, `2021-05-01/2021-06-30` (whole months).
 * Undefined where the text names no whole months.
 *
 * @example
 * import { monthsOfPeriod } from '@send-ledger/core/figures'
 *
 * assert.deepStrictEqual(monthsOfPeriod('2021-Q2'), ['2021-04', '2021-05', '2021-06'])
 * assert.deepStrictEqual(monthsOfPeriod('2021/22')?.at(-1), '2022-03')
 * assert.strictEqual(monthsOfPeriod('2021-05-03/2021-06-12'), undefined)
 */
export const monthsOfPeriod = (period: string): readonly string[] | undefined => {
  const ends = isRange(period) ? period.split('/') : [period, period]
  const [first, last] = ends.map((end) => spanOf(end))
  if (first && last) return idsBetween(firstDay(first), lastDay(last))
  const [from = '', to = ''] = ends
  const areWhole =
    CivilDate.is(from) && CivilDate.is(to) && from.endsWith('-01') && to === lastOfMonth(to)
  return areWhole ? idsBetween(from, to) : undefined
}

/** `2021/22` is one year; `2021-05/2021-07` goes from one month to another. */
const isRange = (period: string): boolean => /^\d{4}-[^/]+\/\d{4}-[^/]+$/.test(period)

const spanOf = (text: string): Span | undefined => {
  const [, year = '', rest = ''] = /^(\d{4})(.*)$/.exec(text) ?? []
  const ofYear = Number(year)
  if (ofYear === 0) return undefined
  if (rest === '') return { year: ofYear, first: 0, months: 12 }
  const [, month] = /^-(0[1-9]|1[0-2])$/.exec(rest) ?? []
  if (month) return { year: ofYear, first: Number(month) - 1, months: 1 }
  const [, quarter] = /^-Q([1-4])$/.exec(rest) ?? []
  if (quarter) return { year: ofYear, first: 3 * Number(quarter) - 3, months: 3 }
  return spanOverTwoYears(ofYear, rest)
}

/** A financial year starts in April, an academic year in September. */
const spanOverTwoYears = (year: number, rest: string): Span | undefined => {
  const [, next, kind] = /^\/(\d\d)(a|-Q[1-4])?$/.exec(rest) ?? []
  if (Number(next) !== (year + 1) % 100) return undefined
  if (kind === 'a') return { year, first: 8, months: 12 }
  if (kind === undefined) return { year, first: 3, months: 12 }
  return { year, first: 3 * Number(kind.at(-1)), months: 3 }
}

const firstDay = ({ year, first }: Span): CivilDate => dayIn(year, first)

const lastDay = ({ year, first, months }: Span): CivilDate => dayIn(year, first + months - 1)

const dayIn = (year: number, month: number): CivilDate => {
  const ofYear = String(year + Math.floor(month / 12)).padStart(4, '0')
  return civilDate(`${ofYear}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}

const idsBetween = (first: CivilDate, last: CivilDate): readonly string[] | undefined => {
  const ids = monthsFrom(first, last).map(({ id }) => id)
  return ids.length > 0 ? ids : undefined
}
