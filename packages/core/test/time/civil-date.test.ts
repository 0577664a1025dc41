import { CivilDate, civilDate } from '@send-ledger/core'
import {
  addDays,
  addMonths,
  dayAfter,
  daysBetween,
  earlier,
  lastOfMonth,
  later,
  monthBefore,
  monthOf,
  monthsFrom,
  yearBefore,
} from '@send-ledger/core/projection'
import * as fc from 'fast-check'

const dates = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => civilDate(date.toISOString().slice(0, 10)))

test.each(['2020-02-29', '2000-02-29', '1990-01-01', '9999-12-31', '0001-01-01'])(
  '%s is a date',
  (text) => expect(CivilDate.is(text)).toBe(true),
)

test.each([
  '2021-02-29',
  '1900-02-29',
  '2021-13-01',
  '2021-00-10',
  '2021-04-31',
  '2021-4-1',
  '0000-01-01',
  '2021-01-01T00:00:00Z',
  ' 2021-01-01',
  20210101,
  null,
])('%s is no date', (text) => expect(CivilDate.is(text)).toBe(false))

test('days are added as the proleptic Gregorian calendar counts them', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -300_000, max: 300_000 }), (date, days) => {
      const expected = new Date(Date.parse(date) + days * 86_400_000)
      fc.pre(expected.getUTCFullYear() >= 1 && expected.getUTCFullYear() <= 9999)
      expect(addDays(date, days)).toBe(expected.toISOString().slice(0, 10))
    }),
  )
})

test('the days between two dates lead from the one to the other', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect(addDays(a, daysBetween(a, b))).toBe(b)
    }),
  )
})

test('the day after the last of December is the first of January', () => {
  expect(dayAfter(civilDate('2020-12-31'))).toBe('2021-01-01')
})

test('a month without the day ends on its last day', () => {
  expect(addMonths(civilDate('2021-01-31'), 1)).toBe('2021-02-28')
  expect(addMonths(civilDate('2020-01-31'), 1)).toBe('2020-02-29')
  expect(addMonths(civilDate('2021-01-15'), -1)).toBe('2020-12-15')
})

test('the calendar ends with the year 9999, and begins with the year 1', () => {
  expect(addDays(civilDate('9999-12-31'), 1)).toBe('9999-12-31')
  expect(addDays(civilDate('0001-01-01'), -1)).toBe('0001-01-01')
})

test('the later and the earlier of two dates are one of them each', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort())
    }),
  )
})

test('the months of a span have every day of it, and none twice', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 2000 }), (from, days) => {
      fc.pre(from < '9990-01-01')
      const to = addDays(from, days)
      const months = monthsFrom(from, to)
      expect(months[0]?.id).toBe(from.slice(0, 7))
      expect(months.at(-1)?.last).toBe(lastOfMonth(to))
      for (let i = 1; i < months.length; i++) {
        expect(months[i]!.first).toBe(dayAfter(months[i - 1]!.last))
      }
    }),
    { numRuns: 30 },
  )
})

test('twelve months before July is July', () => {
  expect(monthBefore(monthOf(civilDate('2021-07-31')), 12).id).toBe('2020-07')
})

test('of each day from 1995 to 2035, the 12 months to it are those of the calendar', () => {
  const isLeap = (year: number): boolean => year % 4 === 0
  const last = civilDate('2035-12-31')
  for (let day = civilDate('1995-01-01'); day <= last; day = dayAfter(day)) {
    const year = Number(day.slice(0, 4))
    const isLastOfFebruary = day.slice(5) === (isLeap(year) ? '02-29' : '02-28')
    const before = isLastOfFebruary
      ? `${year - 1}-02-${isLeap(year - 1) ? 29 : 28}`
      : `${year - 1}${day.slice(4)}`
    expect([day, yearBefore(day)]).toEqual([day, before])
  }
})

test('the 12 months to one day and those to the next share no end and leave no day out', () => {
  // Two days may share the day a year before them only where 29 February stands beside it.
  const last = civilDate('2035-12-31')
  for (let day = civilDate('1995-01-01'); day <= last; day = dayAfter(day)) {
    const moved = daysBetween(yearBefore(day), yearBefore(dayAfter(day)))
    const expected =
      day.slice(5) === '02-27' && yearBefore(dayAfter(day)).endsWith('02-29')
        ? 2
        : day.slice(5) === '02-28' && dayAfter(day).endsWith('02-29')
          ? 0
          : 1
    expect([day, moved]).toEqual([day, expected])
  }
})
