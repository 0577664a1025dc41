/**
 * A sum of signed points, which knows its unit and what it was read from.
 */
import type { CivilDate } from '../time/civil-date.js'
import { things, type Unit, unitOfBoth } from './unit.js'

/** The subjects that count in a measure as at a day. */
export interface Cohort {
  readonly measure: string
  readonly on: CivilDate
}

/** One sum over the points: those of `measure` from day `from` (or ever) to day `to`. */
export interface Read {
  readonly measure: string
  readonly from?: CivilDate
  readonly to: CivilDate
  /** How often the sum counts in the figure: 1 or -1. */
  readonly times: number
  /** Of these subjects only. */
  readonly among?: Cohort
}

/** What some sums over the points come to together. */
export interface Summed {
  readonly value: number
  readonly reads: readonly Read[]
}

/** A sum of signed points. */
export interface Sum extends Summed {
  readonly _tag: 'Sum'
  /** That of its measures: `value` is a whole number of them. */
  readonly unit: Unit
}

/** The sum of no points. */
export const nothing: Sum = { _tag: 'Sum', value: 0, reads: [], unit: things('') }

/**
 * The sum of sums.
 *
 * Errors: throws where whole ones are added to hundredths.
 *
 * @example
 * import { people, plus, type Sum } from '@send-ledger/core/projection'
 *
 * const two: Sum = { _tag: 'Sum', value: 2, reads: [], unit: people('plans') }
 * assert.strictEqual(plus(two, two).value, 4)
 */
export const plus = (...sums: readonly Sum[]): Sum => ({
  _tag: 'Sum',
  value: sums.reduce((total, sum) => total + sum.value, 0),
  reads: sums.flatMap((sum) => sum.reads),
  unit: sums.reduce(unitWith, nothing.unit),
})

/**
 * The first sum less the second.
 *
 * Errors: throws where hundredths are taken from whole ones.
 *
 * @example
 * import { minus, people, type Sum } from '@send-ledger/core/projection'
 *
 * const two: Sum = { _tag: 'Sum', value: 2, reads: [], unit: people('plans') }
 * assert.strictEqual(minus(two, two).value, 0)
 */
export const minus = (a: Sum, b: Sum): Sum => ({
  _tag: 'Sum',
  value: a.value - b.value,
  reads: [...a.reads, ...b.reads.map((read) => ({ ...read, times: -read.times }))],
  unit: unitWith(a.unit, b),
})

/** Nearly all sums of one figure are in one unit. */
const unitWith = (unit: Unit, { unit: other }: Sum): Unit => {
  if (unit === other || other === nothing.unit) return unit
  return unit === nothing.unit ? other : unitOfBoth(unit, other)
}
