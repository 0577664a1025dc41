/**
 * Civil dates: days of the Gregorian calendar without clock or time zone. Outside this folder a
 * date is its text; day numbers are for columns and arithmetic only.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Brand } from '../brand.js'
import { DayTable } from './day-table.js'

/** A civil date, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. Compares as text. */
export type CivilDate = string & Brand<'CivilDate'>

const dateLength = 10

const isCivilDate = (u: unknown): u is CivilDate => {
  if (typeof u !== 'string' || u.length !== dateLength) return false
  for (let i = 0; i < dateLength; i++) {
    const code = digit(u, i)
    if (i === 4 || i === 7 ? code !== hyphen : code < 0 || code > 9) return false
  }
  const { year, month, day } = partsOf(u)
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysInMonth(year, month)
}

/** The code of a hyphen, counted as those of digits are. */
const hyphen = -3

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

const partsOf = (date: string) => ({
  year: 1000 * digit(date, 0) + 100 * digit(date, 1) + 10 * digit(date, 2) + digit(date, 3),
  month: 10 * digit(date, 5) + digit(date, 6),
  day: 10 * digit(date, 8) + digit(date, 9),
})

/** Codec of civil dates; a day that does not exist is refused. Source: ISO 8601-1:2019 5.2.2.1. */
export const CivilDate = new t.Type<CivilDate, string, unknown>(
  'CivilDate',
  isCivilDate,
  (u, context) =>
    isCivilDate(u)
      ? t.success(u)
      : t.failure(u, context, 'must be a date that exists, written YYYY-MM-DD'),
  t.identity,
)

/**
 * A civil date written in code.
 *
 * Errors: throws a RangeError where the text is none; check input with the codec `CivilDate`.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 *
 * assert.strictEqual(civilDate('2020-02-29'), '2020-02-29')
 * assert.throws(() => civilDate('2021-02-29'), RangeError)
 */
export const civilDate = (text: string): CivilDate => {
  const decoded = CivilDate.decode(text)
  if (E.isRight(decoded)) return decoded.right
  throw new RangeError(`"${text}" is no date that exists, written YYYY-MM-DD`)
}

/** Days since 1 January 1970, negative before it. */
export const dayOf = (date: CivilDate): number => {
  const { year, month, day } = partsOf(date)
  const known = firstDays[12 * (year - firstYear) + month - 1]
  return known === undefined ? dayNumber(year, month, day) : known + day - 1
}

/** The date of a day number. */
export const dateOfDay = (day: number): CivilDate => dates.of(day)

const dates = new DayTable((day) => {
  const { year, month, dayOfMonth } = calendarDay(day)
  return written(year, month, dayOfMonth)
})

/**
 * The date so many days later, or earlier where `days` is negative; the last or first day of the
 * calendar (year 9999 or 1) where it would lie beyond. A due date of 31 December 9999 is no error.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { addDays } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(addDays(civilDate('2021-01-04'), 140), '2021-05-24')
 */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayOf(date) + days)

/**
 * The next day.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { dayAfter } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(dayAfter(civilDate('2020-02-28')), '2020-02-29')
 */
export const dayAfter = (date: CivilDate): CivilDate => addDays(date, 1)

/**
 * Days from the first date to the second; negative where the second is earlier.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { daysBetween } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(daysBetween(civilDate('2020-02-28'), civilDate('2020-03-01')), 2)
 */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayOf(to) - dayOf(from)

/**
 * The later of two dates.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { later } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(later(civilDate('2021-01-04'), civilDate('2021-05-24')), '2021-05-24')
 */
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a)

/**
 * The earlier of two dates.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { earlier } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(earlier(civilDate('2021-01-04'), civilDate('2021-05-24')), '2021-01-04')
 */
export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (b < a ? b : a)

/**
 * The same day of the month so many months later; the month's last day where it has no such day.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { addMonths } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(addMonths(civilDate('2020-02-29'), 12), '2021-02-28')
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const index = +date.slice(0, 4) * 12 + (+date.slice(5, 7) - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return written(year, month, Math.min(+date.slice(8, 10), daysInMonth(year, month)))
}

/**
 * A year before a day: the same day of the month, and the last day of February for the last day of
 * February. The 12 months to a day are the days after that day, up to the day.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { yearBefore } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(yearBefore(civilDate('2021-02-28')), '2020-02-29')
 * assert.strictEqual(yearBefore(civilDate('2020-02-28')), '2019-02-28')
 */
export const yearBefore = (date: CivilDate): CivilDate => {
  const before = addMonths(date, -12)
  const isEndOfFebruary = date.slice(5, 7) === '02' && date === lastOfMonth(date)
  return isEndOfFebruary ? lastOfMonth(before) : before
}

/**
 * The last day of the date's month.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { lastOfMonth } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(lastOfMonth(civilDate('2020-02-01')), '2020-02-29')
 */
export const lastOfMonth = (date: CivilDate): CivilDate => {
  const year = +date.slice(0, 4)
  const month = +date.slice(5, 7)
  return written(year, month, daysInMonth(year, month))
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] as number)

const daysInEra = 146_097
/** Days from 1 March of the year 0 to 1 January 1970. */
const epoch = 719_468

/** Years are counted from March, so that the leap day is the last of its year. */
const dayNumber = (year: number, month: number, day: number): number => {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * daysInEra + yearOfEra * 365 + leapDays + dayOfYear - epoch
}

const calendarDay = (
  day: number,
): { readonly year: number; readonly month: number; readonly dayOfMonth: number } => {
  const sinceEpoch = day + epoch
  const era = Math.floor(sinceEpoch / daysInEra)
  const dayOfEra = sinceEpoch - era * daysInEra
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

/** The first days of the months of three centuries: a date is asked for its day all the time. */
const firstYear = 1900
const firstDays = Int32Array.from({ length: 3600 }, (_, i) =>
  dayNumber(firstYear + Math.floor(i / 12), (i % 12) + 1, 1),
)

const written = (year: number, month: number, day: number): CivilDate => {
  // The calendar has two ends: what lies beyond one is that day. Nothing is asked about later.
  if (year < 1) return '0001-01-01' as CivilDate
  if (year > 9999) return '9999-12-31' as CivilDate
  const padded = (n: number, length: number): string => String(n).padStart(length, '0')
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CivilDate
}
