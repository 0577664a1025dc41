import { civilDate } from '@send-ledger/core'
import { addWorkingDays, isWorkingDay } from '@send-ledger/core/projection'

test.each([
  ['2020-05-08', 'the early May holiday moved to VE Day'],
  ['2022-06-03', 'the Platinum Jubilee'],
  ['2022-09-19', 'the State Funeral'],
  ['2023-05-08', 'the Coronation'],
  ['2021-12-28', 'a substitute for Boxing Day'],
  ['2024-03-29', 'Good Friday'],
  ['2021-07-31', 'a Saturday'],
  ['2021-08-01', 'a Sunday'],
])('%s is no working day: %s', (date) => expect(isWorkingDay(civilDate(date))).toBe(false))

test.each([
  ['2020-05-04', 'the first Monday of May 2020'],
  ['2022-05-30', 'the last Monday of May 2022'],
  ['2021-12-29', 'the first working day after Christmas'],
])('%s is a working day: %s', (date) => expect(isWorkingDay(civilDate(date))).toBe(true))

test('ten working days over Christmas leave out four bank holidays and three weekends', () => {
  expect(addWorkingDays(civilDate('2021-12-17'), 10)).toBe('2022-01-05')
})

test('a year whose bank holidays are not given is refused, not guessed', () => {
  expect(() => isWorkingDay(civilDate('2013-12-25'))).toThrow(RangeError)
})
