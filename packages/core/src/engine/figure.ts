/**
 * A figure of a view, which knows what it was read from. Views build figures with the reader and
 * combine them here; `shown` turns an answer into plain JSON.
 */
import type { CivilDate } from '../time/civil-date.js'

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

/** A sum of signed points. Unit: that of its measures. */
export interface Sum {
  readonly _tag: 'Sum'
  readonly value: number
  readonly reads: readonly Read[]
}

/** A figure derived from sums and shown as text, such as a percentage. */
export interface Derived {
  readonly _tag: 'Derived'
  /** What is printed; null where there is no such figure (a denominator of 0). */
  readonly shown: string | number | boolean | null
  /** What it was worked out from, each under its name, such as `numerator`. */
  readonly from: Readonly<Record<string, Sum>>
  /** Set where it adds up what is above 0 of each sum: no sum of them tells as much. */
  readonly adds?: 'positiveParts'
}

/** A figure of a view. */
export type Figure = Sum | Derived

/**
 * The sum of sums.
 *
 * @example
 * import { plus, type Sum } from '@send-ledger/core/projection'
 *
 * const two: Sum = { _tag: 'Sum', value: 2, reads: [] }
 * assert.strictEqual(plus(two, two).value, 4)
 */
export const plus = (...sums: readonly Sum[]): Sum => ({
  _tag: 'Sum',
  value: sums.reduce((total, sum) => total + sum.value, 0),
  reads: sums.flatMap((sum) => sum.reads),
})

/**
 * The first sum less the second.
 *
 * @example
 * import { minus, type Sum } from '@send-ledger/core/projection'
 *
 * const two: Sum = { _tag: 'Sum', value: 2, reads: [] }
 * assert.strictEqual(minus(two, two).value, 0)
 */
export const minus = (a: Sum, b: Sum): Sum => ({
  _tag: 'Sum',
  value: a.value - b.value,
  reads: [...a.reads, ...b.reads.map((read) => ({ ...read, times: -read.times }))],
})

/**
 * Integers as a quotient with a fixed number of decimals, halves rounded away from zero, by
 * integer arithmetic alone.
 *
 * Errors: none; null where the denominator is 0.
 *
 * @example
 * import { quotient } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(quotient(1, 8, 2), '0.13')
 * assert.strictEqual(quotient(1, 0, 2), null)
 */
export const quotient = (
  numerator: number,
  denominator: number,
  decimals: number,
): string | null => {
  if (denominator === 0) return null
  const few = fewDigits(numerator, denominator, decimals)
  if (few !== undefined) return few
  const negative = numerator < 0 !== denominator < 0 && numerator !== 0
  const n = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals)
  const d = BigInt(Math.abs(denominator))
  const digits = ((2n * n + d) / (2n * d)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = negative && /[1-9]/.test(digits) ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** The same where all parts are small enough for numbers to be exact, as nearly always. */
const fewDigits = (numerator: number, denominator: number, decimals: number) => {
  const scale = 10 ** decimals
  const doubled = 2 * numerator * scale + denominator
  if (numerator < 0 || denominator <= 0 || doubled > Number.MAX_SAFE_INTEGER) return undefined
  const scaled = (doubled - (doubled % (2 * denominator))) / (2 * denominator)
  if (decimals === 0) return String(scaled)
  const rest = String(scaled % scale).padStart(decimals, '0')
  return `${(scaled - (scaled % scale)) / scale}.${rest}`
}

/**
 * A percentage to one decimal, halves rounded up, from the integers; null where there is nothing
 * to divide by.
 *
 * @example
 * import { percent, type Sum } from '@send-ledger/core/projection'
 *
 * const sum = (value: number): Sum => ({ _tag: 'Sum', value, reads: [] })
 * assert.strictEqual(percent(sum(151), sum(402)).shown, '37.6')
 * assert.strictEqual(percent(sum(0), sum(0)).shown, null)
 */
export const percent = (numerator: Sum, denominator: Sum): Derived =>
  derived(quotient(numerator.value * 100, denominator.value, 1), { numerator, denominator })

/**
 * Hundredths as a decimal in shortest form: 1050 is `10.5`.
 *
 * @example
 * import { decimal } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(decimal({ _tag: 'Sum', value: 1050, reads: [] }).shown, '10.5')
 */
export const decimal = (hundredths: Sum): Derived =>
  derived(shortest(hundredths.value), { sum: hundredths })

/**
 * What is above 0 of each of some sums, added up: hundredths as a decimal in shortest form. A sum
 * below 0 takes nothing from the others.
 *
 * @example
 * import { positiveParts, type Sum } from '@send-ledger/core/projection'
 *
 * const sum = (value: number): Sum => ({ _tag: 'Sum', value, reads: [] })
 * assert.strictEqual(positiveParts({ one: sum(150), other: sum(-100) }).shown, '1.5')
 */
export const positiveParts = (from: Derived['from']): Derived => ({
  ...derived(
    shortest(Object.values(from).reduce((total, { value }) => total + Math.max(value, 0), 0)),
    from,
  ),
  adds: 'positiveParts',
})

/**
 * A figure worked out from sums in a way of its own, such as a median.
 *
 * @example
 * import { derived } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(derived('2.5', {}).shown, '2.5')
 */
export const derived = (printed: Derived['shown'], from: Derived['from']): Derived => ({
  _tag: 'Derived',
  shown: printed,
  from,
})

/**
 * The middle of some values, or the mean of the two in the middle; null where there is none.
 *
 * @example
 * import { median } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(median([61, 7, 300]), 61)
 * assert.strictEqual(median([7, 8]), 7.5)
 * assert.strictEqual(median([]), null)
 */
export const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  const lower = Math.floor((sorted.length - 1) / 2)
  return ((sorted[lower] as number) + (sorted[upper] as number)) / 2
}

const shortest = (hundredths: number): string => {
  const fixed = quotient(hundredths, 100, 2) as string
  return fixed.replace(/\.?0+$/, '')
}

/** An answer with its figures replaced by what is printed. */
export type Shown<A> = A extends string | number | boolean | null | undefined
  ? A
  : A extends Sum
    ? number
    : A extends Derived
      ? A['shown']
      : A extends readonly (infer Item)[]
        ? readonly Shown<Item>[]
        : A extends object
          ? { readonly [K in keyof A]: Shown<A[K]> }
          : A

/**
 * An answer as plain JSON: each figure as its number or text.
 *
 * @example
 * import { shown } from '@send-ledger/core'
 *
 * assert.deepStrictEqual(shown({ open: { _tag: 'Sum', value: 3, reads: [] } }), { open: 3 })
 */
export const shown = <A>(answer: A): Shown<A> => {
  if (Array.isArray(answer)) return answer.map(shown) as Shown<A>
  if (typeof answer !== 'object' || answer === null) return answer as Shown<A>
  if (isFigure(answer)) return (answer._tag === 'Sum' ? answer.value : answer.shown) as Shown<A>
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, shown(value)]),
  ) as Shown<A>
}

const isFigure = (value: object): value is Figure =>
  '_tag' in value && (value._tag === 'Sum' || value._tag === 'Derived')
