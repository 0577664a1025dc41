/**
 * Figures: exact quotients, and what they were read from.
 */
import { shown } from '@send-ledger/core'
import {
  decimal,
  inHundredths,
  median,
  minus,
  people,
  percent,
  plus,
  quotient,
  type Sum,
} from '@send-ledger/core/projection'

const fte = inHundredths(people('FTE'))

const sum = (value: number, unit = people('plans')): Sum => ({
  _tag: 'Sum',
  value,
  reads: [],
  unit,
})

test.each([
  [151, 402, '37.6'],
  [129, 521, '24.8'],
  [1, 8, '12.5'],
  [1, 16, '6.3'],
  [5, 10_000, '0.1'],
  [1, 2001, '0.0'],
  [0, 7, '0.0'],
  [7, 7, '100.0'],
])('%i of %i is %s per cent', (numerator, denominator, expected) => {
  expect(percent(sum(numerator), sum(denominator)).shown).toBe(expected)
})

test('halves are rounded away from zero, and nothing is divided by nothing', () => {
  expect(quotient(-1, 8, 2)).toBe('-0.13')
  expect(quotient(-1, 1000, 1)).toBe('0.0')
  expect(quotient(5, 2, 0)).toBe('3')
  expect(percent(sum(3), sum(0)).shown).toBeNull()
})

test.each([
  [1050, '10.5'],
  [1800, '18'],
  [5, '0.05'],
  [-75, '-0.75'],
  [0, '0'],
])('%i hundredths are %s', (hundredths, expected) => {
  expect(decimal(sum(hundredths, fte)).shown).toBe(expected)
})

test('a median of two is their mean', () => {
  expect(median([10, 20, 40, 30])).toBe(25)
})

test('a figure keeps what it was read from, with its sign', () => {
  const to = '2021-07-31' as never
  const read = (measure: string): Sum => ({
    _tag: 'Sum',
    value: 1,
    reads: [{ measure, to, times: 1 }],
    unit: people('plans'),
  })
  const both = minus(plus(read('a'), read('b')), read('a'))
  expect(both.reads.map(({ measure, times }) => `${measure} ${times}`)).toEqual([
    'a 1',
    'b 1',
    'a -1',
  ])
  expect(shown({ both, list: [both], text: 'as it is', none: null })).toEqual({
    both: 1,
    list: [1],
    text: 'as it is',
    none: null,
  })
})
