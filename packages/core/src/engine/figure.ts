/**
 * A figure of a view, which knows what it was read from. Views build figures with the reader and
 * combine them here; `shown` turns an answer into plain JSON.
 */
import {
  exactBy,
  type Formula,
  type Parts,
  type Printed,
  partsOf,
  printedBy,
  type Quotient,
} from './formula.js'
import { type Exact, inLowestTerms } from './quotient.js'
import { plus, type Sum } from './sum.js'

/** A figure derived from sums by a formula, such as a percentage. */
export interface Derived {
  readonly _tag: 'Derived'
  readonly formula: Formula
  /** What the formula prints; null where there is no such figure (a denominator of 0). */
  readonly shown: Printed
  /** What the formula works with, each sum under its name, such as `numerator`. */
  readonly from: Parts
}

/** A figure of a view. */
export type Figure = Sum | Derived

const by = (formula: Formula): Derived => ({
  _tag: 'Derived',
  formula,
  shown: printedBy(formula),
  from: partsOf(formula),
})

/** How one sum is divided by another. */
export interface RateOptions {
  /** What the quotient is multiplied with, such as 100 for per cent; 1 unless told. */
  readonly times?: number
  /** What it is divided by, such as 7 for weeks of days; 1 unless told. */
  readonly per?: number
  /** How many decimals it is printed with, halves rounded up; 1 unless told. */
  readonly decimals?: number
  /** What it is worked out from, where that is not called numerator and denominator. */
  readonly named?: Parts | undefined
}

/**
 * One sum divided by another; null where there is nothing to divide by. Sums in hundredths are
 * divided as the whole ones that they stand for.
 *
 * @example
 * import { inHundredths, people, rate, type Sum } from '@send-ledger/core/projection'
 *
 * const cases: Sum = { _tag: 'Sum', value: 151, reads: [], unit: people('cases') }
 * const fte: Sum = { _tag: 'Sum', value: 1050, reads: [], unit: inHundredths(people('FTE')) }
 * assert.strictEqual(rate(cases, fte).shown, '14.4')
 * assert.strictEqual(rate(cases, fte, { decimals: 2 }).shown, '14.38')
 */
export const rate = (
  numerator: Sum,
  denominator: Sum,
  { times = 1, per = 1, decimals = 1, named }: RateOptions = {},
): Derived => {
  const quotient = {
    _tag: 'Quotient',
    numerator,
    denominator,
    times,
    per,
    decimals,
    named,
  } as const
  const isInOnePart = numerator.unit.perOne === denominator.unit.perOne
  return by(isInOnePart ? quotient : inWholeOnes(quotient))
}

/** Its sums stand for whole ones, of which each is counted in parts of its own. */
const inWholeOnes = (quotient: Quotient): Quotient => {
  const scale = inLowestTerms({
    numerator: quotient.times * quotient.denominator.unit.perOne,
    denominator: quotient.per * quotient.numerator.unit.perOne,
  })
  return { ...quotient, times: scale.numerator, per: scale.denominator }
}

/**
 * A percentage, halves rounded up, from the integers; null where there is nothing to divide by.
 *
 * @example
 * import { people, percent, type Sum } from '@send-ledger/core/projection'
 *
 * const sum = (value: number): Sum => ({ _tag: 'Sum', value, reads: [], unit: people('plans') })
 * assert.strictEqual(percent(sum(151), sum(402)).shown, '37.6')
 * assert.strictEqual(percent(sum(151), sum(402), { decimals: 0 }).shown, '38')
 * assert.strictEqual(percent(sum(0), sum(0)).shown, null)
 */
export const percent = (
  numerator: Sum,
  denominator: Sum,
  { decimals = 1, named }: Omit<RateOptions, 'times' | 'per'> = {},
): Derived => rate(numerator, denominator, { times: 100, decimals, named })

/**
 * A sum in whole ones, as a decimal in shortest form: 1050 hundredths are `10.5`.
 *
 * @example
 * import { decimal, inHundredths, people, type Sum } from '@send-ledger/core/projection'
 *
 * const fte: Sum = { _tag: 'Sum', value: 1050, reads: [], unit: inHundredths(people('FTE')) }
 * assert.strictEqual(decimal(fte).shown, '10.5')
 */
export const decimal = (sum: Sum): Derived => by({ _tag: 'Scaled', sum })

/**
 * What is above 0 of each of some sums, added up, in whole ones. A sum below 0 takes nothing from
 * the others.
 *
 * @example
 * import { inHundredths, people, positiveParts, type Sum } from '@send-ledger/core/projection'
 *
 * const unit = inHundredths(people('FTE'))
 * const sum = (value: number): Sum => ({ _tag: 'Sum', value, reads: [], unit })
 * assert.strictEqual(positiveParts({ one: sum(150), other: sum(-100) }).shown, '1.5')
 */
export const positiveParts = (parts: Parts): Derived => {
  const { perOne } = plus(...Object.values(parts)).unit
  return by({ _tag: 'PositiveParts', parts, perOne })
}

/**
 * A figure worked out from sums in a way of its own, such as a median. Disclosure control takes
 * whoever sees it to know each of the sums.
 *
 * @example
 * import { opaque } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(opaque('2.5', {}).shown, '2.5')
 */
export const opaque = (printed: Printed, parts: Parts): Derived =>
  by({ _tag: 'Opaque', printed, parts })

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

/**
 * What a figure comes to before any rounding; undefined where it is no number.
 *
 * Unit: whole ones.
 */
export const exactly = (figure: Figure): Exact | undefined =>
  figure._tag === 'Sum'
    ? { numerator: figure.value, denominator: figure.unit.perOne }
    : exactBy(figure.formula)

/**
 * The sums that a figure is made of: itself, as `figure`, or those that it is worked out from, by
 * their names.
 *
 * @example
 * import { partsOfFigure } from '@send-ledger/core/figures'
 * import { people, type Sum } from '@send-ledger/core/projection'
 *
 * const open: Sum = { _tag: 'Sum', value: 3, reads: [], unit: people('cases') }
 * assert.deepStrictEqual(partsOfFigure(open), { figure: open })
 */
export const partsOfFigure = (figure: Figure): Parts =>
  figure._tag === 'Sum' ? { figure } : figure.from

/**
 * The same figure over several months: sums are added up, and a quotient is that of the sums, never
 * a mean of quotients. What is worked out in a way of its own is not known of them together.
 */
export const together = ([first, ...others]: readonly [Figure, ...Figure[]]): Figure => {
  if (others.length === 0) return first
  const all = [first, ...others]
  if (first._tag === 'Sum') return plus(...all.filter((each) => each._tag === 'Sum'))
  const parts = partsTogether(all.map(partsOfFigure))
  const { formula } = first
  switch (formula._tag) {
    case 'Quotient': {
      const quotients = all.flatMap((each): readonly Quotient[] =>
        each._tag === 'Derived' && each.formula._tag === 'Quotient' ? [each.formula] : [],
      )
      return by({
        ...formula,
        numerator: plus(...quotients.map(({ numerator }) => numerator)),
        denominator: plus(...quotients.map(({ denominator }) => denominator)),
        named: formula.named && parts,
      })
    }
    case 'Scaled':
      return decimal(parts.sum as Sum)
    default:
      return opaque(null, parts)
  }
}

const partsTogether = (all: readonly Parts[]): Parts => {
  const names = Object.keys(all[0] ?? {})
  return Object.fromEntries(
    names.map((name) => [name, plus(...all.flatMap((parts) => parts[name] ?? []))]),
  )
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
 * import { people, type Sum } from '@send-ledger/core/projection'
 *
 * const open: Sum = { _tag: 'Sum', value: 3, reads: [], unit: people('cases') }
 * assert.deepStrictEqual(shown({ open }), { open: 3 })
 */
export const shown = <A>(answer: A): Shown<A> => {
  if (Array.isArray(answer)) return answer.map(shown) as Shown<A>
  if (typeof answer !== 'object' || answer === null) return answer as Shown<A>
  if (isFigure(answer)) return printedOf(answer) as Shown<A>
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, shown(value)]),
  ) as Shown<A>
}

const printedOf = (figure: Figure): Printed => (figure._tag === 'Sum' ? figure.value : figure.shown)

const isFigure = (value: object): value is Figure =>
  '_tag' in value && (value._tag === 'Sum' || value._tag === 'Derived')
