/**
 * Figures as cells: a sum prints a count, a percentage a quotient; of what is worked out in another
 * way, whoever sees it is taken to know every sum that it was worked out from.
 */
import { type Derived, decimal, minus, quotient, type Sum } from '@send-ledger/core/projection'
import type { FigureAt } from './answer-figures.js'
import type { Knowledge } from './knowledge.js'
import type { SumRead } from './measured.js'
import type { Cell, Combination, Secret } from './table.js'

/** How figures become cells. */
export interface Making {
  readonly knowledge: Knowledge
  /** What a sum is in unknowns. */
  readonly combined: (sum: Sum) => Combination
  /** How much the figure of a place is wanted. */
  readonly keep: (place: string) => number
  /** What stands before a place in an id. */
  readonly within: string
}

/** A quotient of two sums. */
interface Ratio {
  readonly numerator: Sum
  readonly denominator: Sum
  readonly times: number
}

/** A figure as a cell, and the sums that it shows though they are printed nowhere. */
export const cellOf = (
  { place, figure }: FigureAt,
  { knowledge, combined, keep, within }: Making,
): { readonly cell: Cell; readonly secrets: readonly Secret[] } => {
  const id = `${within}${place}`
  const cell = { id, keep: keep(place) }
  const count = (of: Sum) => ({
    ...cell,
    _tag: 'Count' as const,
    of: combined(of),
    personal: isPersonal(of.reads, knowledge),
    perPerson: unitsOf(of.reads, knowledge),
  })
  if (figure._tag === 'Sum') return { cell: count(figure), secrets: [] }
  const { sum } = figure.from
  if (figure.adds === undefined && sum && decimal(sum).shown === figure.shown) {
    return { cell: { ...count(sum), text: String(figure.shown) }, secrets: [] }
  }
  const secrets = Object.entries(figure.from)
    .filter(([, { reads }]) => isPersonal(reads, knowledge))
    .map(([name, of]) => ({
      id: `${id}, ${name}`,
      of: combined(of),
      perPerson: unitsOf(of.reads, knowledge),
    }))
  if (figure.adds === 'positiveParts') {
    const parts = Object.values(figure.from).map(combined)
    return { cell: { ...cell, _tag: 'PositiveParts', parts }, secrets }
  }
  const ratio = ratioOf(figure)
  if (ratio === undefined) {
    const from = Object.values(figure.from).map(combined)
    return { cell: { ...cell, _tag: 'Opaque', from, text: figure.shown }, secrets }
  }
  return {
    cell: {
      ...cell,
      _tag: 'Quotient',
      numerator: combined(ratio.numerator),
      denominator: combined(ratio.denominator),
      times: ratio.times,
      decimals: 1,
    },
    secrets,
  }
}

/** The quotient that a figure prints, if it is one of those that views make. */
const ratioOf = ({ from, shown }: Derived): Ratio | undefined => {
  const ratios = [
    ratio(from.numerator, from.denominator, 100),
    ratio(change(from.requests, from.before), from.before, 100),
    ratio(from.leavers, from.inPost, 1300),
    ratio(from.count, from.available, 100),
  ]
  return ratios.find(
    (each) =>
      each !== undefined &&
      quotient(each.numerator.value * each.times, each.denominator.value, 1) === shown,
  )
}

const ratio = (
  numerator: Sum | undefined,
  denominator: Sum | undefined,
  times: number,
): Ratio | undefined => numerator && denominator && { numerator, denominator, times }

const change = (now: Sum | undefined, before: Sum | undefined): Sum | undefined =>
  now && before && minus(now, before)

/** A post less a person is neither: where people are taken from something else, it is no count. */
const isPersonal = (reads: readonly SumRead[], { isPersonal: counts }: Knowledge): boolean =>
  reads.length > 0 && reads.every(({ measure }) => counts(measure))

const unitsOf = (reads: readonly SumRead[], { unitsPerPerson }: Knowledge): number =>
  reads.reduce((most, { measure }) => Math.max(most, unitsPerPerson(measure)), 1)
