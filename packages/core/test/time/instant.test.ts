import { civilDate, endOfDay, Instant, instant, londonDate } from '@send-ledger/core'
import { addDays } from '@send-ledger/core/projection'

/** The date in London by the platform's own time zone data. */
const byPlatform = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

test('the London date is that of the time zone database, each hour around both changes', () => {
  for (let year = 1990; year <= 2040; year++) {
    for (const start of [`${year}-03-20`, `${year}-10-18`]) {
      for (let hour = 0; hour < 24 * 14; hour++) {
        const at = new Date(Date.parse(start) + hour * 3_600_000).toISOString()
        if (hour % 24 > 2 && hour % 24 < 22) continue
        expect([at, londonDate(instant(at))]).toEqual([at, byPlatform.format(Date.parse(at))])
      }
    }
  }
})

test('a day ends one millisecond before the next begins, on every day of two years', () => {
  for (let date = civilDate('2020-01-01'); date < '2022-01-01'; date = addDays(date, 1)) {
    const end = endOfDay(date)
    expect(londonDate(end)).toBe(date)
    const next = instant(new Date(Date.parse(end) + 1).toISOString())
    expect(londonDate(next)).toBe(addDays(date, 1))
  }
})

test('the day on which clocks go forward ends in summer time', () => {
  expect(endOfDay(civilDate('2021-03-28'))).toBe('2021-03-28T22:59:59.999Z')
  expect(endOfDay(civilDate('2021-03-27'))).toBe('2021-03-27T23:59:59.999Z')
})

test('the day on which clocks go back ends in winter time', () => {
  expect(endOfDay(civilDate('2021-10-31'))).toBe('2021-10-31T23:59:59.999Z')
  expect(endOfDay(civilDate('2021-10-30'))).toBe('2021-10-30T22:59:59.999Z')
})

test.each([
  '2021-05-04T09:12:00Z',
  '2021-05-04T24:00:00.000Z',
  '2021-02-29T09:12:00.000Z',
  '2021-05-04 09:12:00.000Z',
  '2021-05-04T09:12:00.000+00:00',
  '2021-05-04T09:60:00.000Z',
])('%s is no instant', (text) => expect(Instant.is(text)).toBe(false))
