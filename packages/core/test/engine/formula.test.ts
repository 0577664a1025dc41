/**
 * Formulas: what a figure prints, what it is before rounding and what it is over several months
 * follow from one value; units are carried by sums and never mixed.
 */
import { shown } from '@send-ledger/core'
import { partsOfFigure, together } from '@send-ledger/core/figures'
import {
  decimal,
  type Figure,
  inHundredths,
  inWholes,
  minus,
  nothing,
  opaque,
  people,
  percent,
  plus,
  positiveParts,
  quotient,
  rate,
  type Sum,
  things,
  type Unit,
} from '@send-ledger/core/projection'
import * as fc from 'fast-check'
import { exactly } from '../../src/engine/figure.js'

const cases = people('cases')
const fte = inHundredths(people('FTE'))
const fteOfPosts = inHundredths(things('FTE'))
const sum = (value: number, unit: Unit = cases): Sum => ({ _tag: 'Sum', value, reads: [], unit })

test.each([
  ['a percentage without decimals', percent(sum(151), sum(402), { decimals: 0 }), '38'],
  ['a percentage with two', percent(sum(1), sum(3), { decimals: 2 }), '33.33'],
  ['trailing zeros are kept', percent(sum(1), sum(4), { decimals: 2 }), '25.00'],
  ['a mean of days', rate(sum(1000, things('days')), sum(7)), '142.9'],
  ['the same in weeks', rate(sum(1000, things('days')), sum(7), { per: 7 }), '20.4'],
  ['cases for each full-time equivalent', rate(sum(35), sum(1050, fte)), '3.3'],
  ['full-time equivalents for each case', rate(sum(1050, fte), sum(35), { decimals: 2 }), '0.30'],
  ['a share of hours', percent(sum(250, fte), sum(1000, fte)), '25.0'],
  ['nothing to divide by', rate(sum(3), sum(0)), null],
])('%s', (_, figure, printed) => {
  expect(figure.shown).toBe(printed)
})

test('what is printed of a quotient is what it is before rounding, rounded', () => {
  const unit = fc.constantFrom(cases, fte)
  const value = fc.integer({ min: 0, max: 99_999 })
  const options = fc.record({
    times: fc.constantFrom(1, 13, 100),
    per: fc.constantFrom(1, 7),
    decimals: fc.nat(2),
  })
  fc.assert(
    fc.property(value, unit, value, unit, options, (n, of, d, over, how) => {
      const figure = rate(sum(n, of), sum(d, over), how)
      const exact = exactly(figure)
      if (exact === undefined) throw new Error('a quotient is a number')
      expect(figure.shown).toBe(quotient(exact.numerator, exact.denominator, how.decimals))
      if (d === 0) return
      const wanted = ((n / of.perOne) * how.times) / ((d / over.perOne) * how.per)
      expect(exact.numerator / exact.denominator).toBeCloseTo(wanted, 6)
    }),
  )
})

test('over several months sums add up, and a quotient is that of the sums', () => {
  const months = [
    [3, 4],
    [0, 10],
    [5, 6],
  ].map(([n = 0, d = 0]) => percent(sum(n), sum(d))) as unknown as readonly [Figure, ...Figure[]]
  expect(shown(together(months))).toBe('40.0')
  expect(shown(together([sum(3), sum(4)]))).toBe(7)
  expect(shown(together([decimal(sum(150, fte)), decimal(sum(25, fte))]))).toBe('1.75')
  const [before, now] = [sum(40), sum(50)]
  const change = percent(minus(now, before), before, { named: { now, before } })
  const twice = together([change, change])
  expect(shown(twice)).toBe('25.0')
  expect(Object.entries(partsOfFigure(twice)).map(([name, { value }]) => [name, value])).toEqual([
    ['now', 100],
    ['before', 80],
  ])
})

test('a median of several months is not known, though the sums behind it are', () => {
  const both = together([opaque(12, { starts: sum(3) }), opaque(20, { starts: sum(4) })])
  expect([shown(both), exactly(both)]).toEqual([null, undefined])
  expect(partsOfFigure(both).starts?.value).toBe(7)
})

test('a figure alone is itself', () => {
  const one = opaque(12, { starts: sum(3) })
  expect(together([one])).toBe(one)
  expect(exactly(one)).toEqual({ numerator: 12, denominator: 1 })
})

test('what is above 0 of each is before rounding what it prints', () => {
  const vacant = positiveParts({ a: sum(150, fteOfPosts), b: sum(-75, fteOfPosts) })
  expect([vacant.shown, exactly(vacant)]).toEqual(['1.5', { numerator: 150, denominator: 100 }])
})

test('sums keep their unit, and posts less people are no people', () => {
  expect(plus(sum(2, fte), sum(3, fte)).unit).toBe(fte)
  expect(minus(sum(5, fteOfPosts), sum(3, fte)).unit).toEqual(fteOfPosts)
  expect(plus(nothing, sum(3, fte), nothing).unit).toBe(fte)
  expect(plus().value).toBe(0)
})

test('whole ones and hundredths make no sum', () => {
  expect(() => plus(sum(2), sum(3, fte))).toThrow('cases (1) and FTE (100) make no sum')
  expect(() => positiveParts({ a: sum(2), b: sum(3, fte) })).toThrow('make no sum')
})

test.each([
  [33, cases, '33'],
  [-5, fte, '-0.05'],
  [1000, fte, '10'],
  [1234, { ...fte, perOne: 1000 as const }, '1.234'],
])('%i of a unit in whole ones', (amount, unit, text) => {
  expect(inWholes(amount, unit)).toBe(text)
})
