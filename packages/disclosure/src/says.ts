/**
 * What somebody learns from a cell: bounds for sums of unknowns. Where he might guess more than he
 * knows, he is taken to know it.
 */
import { quotient } from '@send-ledger/core/projection'
import { amountOf, type Form, formOf, sumOf } from './form.js'
import { hiddenRange, type Policy, rounded } from './policy.js'
import { isSmall } from './printed.js'
import type { Cell, Combination, CountCell, QuotientCell } from './table.js'

/** A sum that lies between two bounds, both included. */
export interface Limit {
  readonly form: Form
  readonly least: number
  readonly most: number
}

/** The unknowns of a table, by number. */
export interface Numbered {
  readonly numbers: ReadonlyMap<string, number>
  readonly values: readonly number[]
}

/** A cell with what it tells. */
export interface Telling {
  readonly cell: Cell
  /** What it counts; undefined where it is no count. */
  readonly count: Form | undefined
  /** Whether it is hidden for its own sake. */
  readonly isSmall: boolean
  /** What is known of it, shown or hidden. */
  readonly anyway: readonly Limit[]
  /** What is known of it to somebody who knows that it is hidden for its own sake. */
  readonly asSmall: readonly Limit[]
  /** What is known once it is shown. */
  readonly shown: readonly Limit[]
}

/** What a cell tells under a policy; undefined where it names an unknown that there is not. */
export const telling = (cell: Cell, policy: Policy, table: Numbered): Telling | undefined => {
  const silent = { cell, count: undefined, isSmall: false, anyway: [], asSmall: [] }
  switch (cell._tag) {
    case 'Count': {
      const form = formOf(cell.of, table.numbers)
      return form && countTells(cell, form, policy, table)
    }
    case 'Quotient': {
      const [numerator, denominator] = formsOf([cell.numerator, cell.denominator], table)
      if (!numerator || !denominator) return undefined
      return { ...silent, shown: quotientTells(cell, numerator, denominator, table) }
    }
    case 'Opaque': {
      const forms = formsOf(cell.from, table)
      if (forms.some((form) => form === undefined)) return undefined
      return { ...silent, shown: forms.map((form) => exactly(form as Form, table)) }
    }
    case 'PositiveParts': {
      const forms = formsOf(cell.parts, table)
      if (forms.some((form) => form === undefined)) return undefined
      return { ...silent, shown: positivePartsTell(forms as readonly Form[], table) }
    }
  }
}

const formsOf = (all: readonly Combination[], { numbers }: Numbered) =>
  all.map((each) => formOf(each, numbers))

const exactly = (form: Form, { values }: Numbered): Limit => {
  const value = amountOf(form, values)
  return { form, least: value, most: value }
}

/** A count is known not to be below zero, and not to be zero: zero is seldom hidden. */
const countTells = (cell: CountCell, form: Form, policy: Policy, table: Numbered): Telling => {
  const value = amountOf(form, table.values)
  const small = cell.personal && isSmall(value, cell.perPerson, policy)
  const [least, most] = hiddenRange(policy)
  const anyway = { form, least: value < 0 ? -Infinity : Math.min(1, value), most: Infinity }
  const asSmall = { form, least, most: (most + 1) * cell.perPerson - 1 }
  const isRounded = cell.personal && cell.perPerson === 1 && policy.roundingBase !== undefined
  const shown = isRounded ? roundedTells(form, value, policy) : { form, least: value, most: value }
  return {
    cell,
    count: form,
    isSmall: small,
    anyway: [anyway],
    asSmall: small && value >= 0 ? [asSmall] : [],
    shown: [shown],
  }
}

/** All counts that are not small and print the same when rounded. */
const roundedTells = (form: Form, value: number, policy: Policy): Limit => {
  const base = policy.roundingBase ?? 1
  const [, mostHidden] = hiddenRange(policy)
  if (value <= mostHidden) return { form, least: value, most: value }
  const printed = rounded(value, base)
  const least = Math.ceil((2 * printed - base) / 2)
  const most = Math.ceil((2 * printed + base) / 2) - 1
  return { form, least: Math.max(least, mostHidden + 1), most }
}

/**
 * Which parts are above zero, and what those come to together. That much makes every other
 * solution print the same: one with a part on the other side of zero would print another figure.
 */
const positivePartsTell = (forms: readonly Form[], table: Numbered): readonly Limit[] => {
  const isAbove = (form: Form): boolean => amountOf(form, table.values) >= 0
  const above = forms.filter(isAbove)
  return [
    exactly(sumOf(...above.map((form) => [1, form] as const)), table),
    ...above.map((form): Limit => ({ form, least: 0, most: Infinity })),
    ...forms
      .filter((form) => !isAbove(form))
      .map((form): Limit => ({ form, least: -Infinity, most: 0 })),
  ].filter(({ form }) => form.size > 0)
}

/** The numerators and denominators that give the same digits. */
const quotientTells = (
  { times, per, decimals }: QuotientCell,
  numerator: Form,
  denominator: Form,
  table: Numbered,
): readonly Limit[] => {
  const [n, d] = [amountOf(numerator, table.values), amountOf(denominator, table.values)]
  const text = quotient(n * times, d * per, decimals)
  // Below zero there is no such denominator among counts: then both are taken to be known.
  if (d < 0) return [exactly(numerator, table), exactly(denominator, table)]
  if (text === null) return [exactly(denominator, table)]
  const digits = Number(text.replace(/[-.]/g, ''))
  const doubled = 2 * times * 10 ** decimals * (n < 0 ? -1 : 1)
  const above = sumOf([doubled, numerator], [-(2 * digits - 1) * per, denominator])
  const below = sumOf([doubled, numerator], [-(2 * digits + 1) * per, denominator])
  return [
    { form: denominator, least: 1, most: Infinity },
    // A quotient that prints as zero lies within a half on both sides, without the halves.
    { form: above, least: digits === 0 ? 1 : 0, most: Infinity },
    { form: below, least: -Infinity, most: -1 },
  ]
}
