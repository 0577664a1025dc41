/**
 * Bank holidays of England and Wales, as data, for the rules that count working days.
 *
 * Source: Banking and Financial Dealings Act 1971 Schedule 1 and the proclamations under it, as
 * listed at gov.uk/bank-holidays; Good Friday and Christmas Day are holidays at common law.
 */
import { addDays, type CivilDate, civilDate, dayOf } from './civil-date.js'

/** The first and the last year of which the bank holidays are given here. */
export const bankHolidayYears = { first: 2014, last: 2028 } as const

/** By year: New Year, Easter, the two of May, August, Christmas; and special days. */
const byYear: Readonly<Record<string, string>> = {
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  // The early May holiday was moved to the 75th anniversary of VE Day.
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  // The Platinum Jubilee moved the spring holiday and added one; the State Funeral of the Queen.
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  // The Coronation added 8 May.
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

const bankHolidays: ReadonlySet<CivilDate> = new Set(
  Object.entries(byYear).flatMap(([year, days]) =>
    days.split(' ').map((day) => civilDate(`${year}-${day}`)),
  ),
)

/**
 * Whether a date is a working day in England and Wales: no weekend and no bank holiday.
 *
 * Errors: throws a RangeError for a year whose bank holidays are not given here.
 * Source: Banking and Financial Dealings Act 1971 Schedule 1.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { isWorkingDay } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(isWorkingDay(civilDate('2020-05-04')), true)
 * assert.strictEqual(isWorkingDay(civilDate('2020-05-08')), false)
 */
export const isWorkingDay = (date: CivilDate): boolean => {
  const year = +date.slice(0, 4)
  if (year < bankHolidayYears.first || year > bankHolidayYears.last) {
    throw new RangeError(`the bank holidays of ${year} are not known here`)
  }
  const weekday = (((dayOf(date) + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(date)
}

/**
 * The date so many working days after another, which is itself not counted.
 *
 * Errors: throws a RangeError beyond the years whose bank holidays are given here.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { addWorkingDays } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(addWorkingDays(civilDate('2021-12-24'), 1), '2021-12-29')
 */
export const addWorkingDays = (date: CivilDate, days: number): CivilDate => {
  let reached = date
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left--
  }
  return reached
}
