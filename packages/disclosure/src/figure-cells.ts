/**
 * Figures as cells: what a figure prints follows from its formula, and so does what it tells. Of
 * what is worked out in a way of its own, whoever sees it is taken to know every sum behind it.
 */
import type { Sum } from '@send-ledger/core/projection'
import type { FigureAt } from './answer-figures.js'
import { unitsPerPerson } from './knowledge.js'
import type { Cell, Combination, Secret } from './table.js'

/** How figures become cells. */
export interface Making {
  /** What a sum is in unknowns. */
  readonly combined: (sum: Sum) => Combination
  /** How much the figure of a place is wanted. */
  readonly keep: (place: string) => number
  /** What stands before a place in an id. */
  readonly within: string
}

/** A figure as a cell, and the sums that it shows though they are printed nowhere. */
export const cellOf = (
  { place, figure }: FigureAt,
  { combined, keep, within }: Making,
): { readonly cell: Cell; readonly secrets: readonly Secret[] } => {
  const id = `${within}${place}`
  const cell = { id, keep: keep(place) }
  const count = (of: Sum) => ({
    ...cell,
    _tag: 'Count' as const,
    of: combined(of),
    personal: of.unit.ofPeople,
    perPerson: unitsPerPerson(of.unit),
  })
  if (figure._tag === 'Sum') return { cell: count(figure), secrets: [] }
  const secrets = () =>
    Object.entries(figure.from)
      .filter(([, { unit }]) => unit.ofPeople)
      .map(([name, of]) => ({
        id: `${id}, ${name}`,
        of: combined(of),
        perPerson: unitsPerPerson(of.unit),
      }))
  const { formula } = figure
  switch (formula._tag) {
    case 'Scaled':
      return { cell: { ...count(formula.sum), text: String(figure.shown) }, secrets: [] }
    case 'Quotient': {
      const { times, per, decimals } = formula
      const numerator = combined(formula.numerator)
      const denominator = combined(formula.denominator)
      const quotient = { _tag: 'Quotient' as const, numerator, denominator, times, per, decimals }
      return { cell: { ...cell, ...quotient }, secrets: secrets() }
    }
    case 'PositiveParts': {
      const { perOne } = formula
      const parts = Object.values(formula.parts).map(combined)
      return { cell: { ...cell, _tag: 'PositiveParts', parts, perOne }, secrets: secrets() }
    }
    case 'Opaque': {
      const from = Object.values(formula.parts).map(combined)
      return { cell: { ...cell, _tag: 'Opaque', from, text: figure.shown }, secrets: secrets() }
    }
  }
}
