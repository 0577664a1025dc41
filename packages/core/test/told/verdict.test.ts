import { monthsOfPeriod } from '@send-ledger/core/figures'
import * as fc from 'fast-check'
import { verdictOn } from '../../src/told/verdict.js'

test.each([
  ['57', 57, 1, 'holds'],
  ['28.8', 2300, 80, 'holds'],
  ['28.7', 2300, 80, 'differsByRounding'],
  ['51.3', 4100, 80, 'holds'],
  ['51.2', 4100, 80, 'differsByRounding'],
  ['51.1', 4100, 80, 'differs'],
  ['51', 4100, 80, 'holds'],
  ['51.25', 4100, 80, 'holds'],
  ['75', 6800, 90, 'differsByRounding'],
  ['-12.5', -1, 8, 'differs'],
  ['-12.5', -100, 8, 'holds'],
  ['0', 0, 0, 'differs'],
])('%s told of %i by %i %s', (told, numerator, denominator, verdict) => {
  expect(verdictOn(told, { numerator, denominator })).toBe(verdict)
})

test('a number told as it is rounded half up holds, and one that is further off than 1 in the last place does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999 }),
      fc.integer({ min: 1, max: 9_999 }),
      fc.nat(3),
      (numerator, denominator, decimals) => {
        const scale = 10 ** decimals
        const units = Math.floor((2 * numerator * scale + denominator) / (2 * denominator))
        const told = (of: number): string => (of / scale).toFixed(decimals)
        expect(verdictOn(told(units), { numerator, denominator })).toBe('holds')
        expect(verdictOn(told(units + 1), { numerator, denominator })).toBe('differs')
        expect(verdictOn(told(units - 2), { numerator, denominator })).toBe('differs')
      },
    ),
  )
})

test.each([
  ['2021-05', 1, '2021-05', '2021-05'],
  ['2021-Q1', 3, '2021-01', '2021-03'],
  ['2021-Q4', 3, '2021-10', '2021-12'],
  ['2021', 12, '2021-01', '2021-12'],
  ['2021/22', 12, '2021-04', '2022-03'],
  ['1999/00', 12, '1999-04', '2000-03'],
  ['2021/22-Q1', 3, '2021-04', '2021-06'],
  ['2021/22-Q4', 3, '2022-01', '2022-03'],
  ['2021/22a', 12, '2021-09', '2022-08'],
  ['2019-01/2019-12', 12, '2019-01', '2019-12'],
  ['2020-Q4/2021-Q1', 6, '2020-10', '2021-03'],
  ['2021-02-01/2021-03-31', 2, '2021-02', '2021-03'],
])('%s is %i months, from %s to %s', (period, count, first, last) => {
  const months = monthsOfPeriod(period) ?? []
  expect([months.length, months[0], months.at(-1)]).toEqual([count, first, last])
})

test.each([
  '',
  'July',
  '2021-13',
  '2021-Q5',
  '2021/23',
  '2021/22-Q5',
  '2021-07/2021-05',
  '2021-05-03/2021-06-12',
  '2021-02-30/2021-03-31',
  '0000',
])('%s names no whole months', (period) => expect(monthsOfPeriod(period)).toBeUndefined())
