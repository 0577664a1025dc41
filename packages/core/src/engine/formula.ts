/**
 * How a derived figure follows from sums, as a value: what it is before rounding, its text and what
 * it was worked out from are read from the formula, each in one way.
 */
import { type Exact, exactOf, quotient } from './quotient.js'
import type { Sum } from './sum.js'
import { inWholes, type Unit } from './unit.js'

/** What is printed of a figure; null where there is none, as with a denominator of 0. */
export type Printed = string | number | boolean | null

/** Sums by what people call them, such as `numerator`. */
export type Parts = Readonly<Record<string, Sum>>

/** One sum divided by another, `times` / `per` as much: 100 / 1 for per cent. */
export interface Quotient {
  readonly _tag: 'Quotient'
  readonly numerator: Sum
  readonly denominator: Sum
  /** Whole numbers; they also make up for the parts in which the sums are counted. */
  readonly times: number
  readonly per: number
  /** How many it is printed with, halves rounded away from zero. */
  readonly decimals: number
  /** What it is worked out from, where people do not call that numerator and denominator. */
  readonly named?: Parts | undefined
}

/** A sum in whole ones, as a decimal in shortest form. */
export interface Scaled {
  readonly _tag: 'Scaled'
  readonly sum: Sum
}

/** What is above 0 of each of some sums, added up: no sum of them tells as much. */
export interface PositiveParts {
  readonly _tag: 'PositiveParts'
  readonly parts: Parts
  /** How many units of the sums make one. */
  readonly perOne: Unit['perOne']
}

/** Worked out in a way of its own, such as a median or a date. */
export interface Opaque {
  readonly _tag: 'Opaque'
  readonly parts: Parts
  readonly printed: Printed
}

/** How a derived figure follows from sums. */
export type Formula = Quotient | Scaled | PositiveParts | Opaque

/** The sums that a formula works with, by their names. */
export const partsOf = (formula: Formula): Parts => {
  switch (formula._tag) {
    case 'Quotient': {
      const { numerator, denominator, named = { numerator, denominator } } = formula
      return named
    }
    case 'Scaled':
      return { sum: formula.sum }
    default:
      return formula.parts
  }
}

/** What a formula prints. */
export const printedBy = (formula: Formula): Printed => {
  switch (formula._tag) {
    case 'Quotient': {
      const { numerator, denominator, times, per, decimals } = formula
      return quotient(numerator.value * times, denominator.value * per, decimals)
    }
    case 'Scaled':
      return inWholes(formula.sum.value, formula.sum.unit)
    case 'PositiveParts':
      return inWholes(aboveZero(formula), formula)
    case 'Opaque':
      return formula.printed
  }
}

/** What a formula comes to before any rounding; undefined where it is no number. */
export const exactBy = (formula: Formula): Exact | undefined => {
  switch (formula._tag) {
    case 'Quotient': {
      const { numerator, denominator, times, per } = formula
      return { numerator: numerator.value * times, denominator: denominator.value * per }
    }
    case 'Scaled':
      return { numerator: formula.sum.value, denominator: formula.sum.unit.perOne }
    case 'PositiveParts':
      return { numerator: aboveZero(formula), denominator: formula.perOne }
    case 'Opaque':
      return exactOf(String(formula.printed))
  }
}

const aboveZero = ({ parts }: PositiveParts): number =>
  Object.values(parts).reduce((total, { value }) => total + Math.max(value, 0), 0)
