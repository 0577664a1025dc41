/**
 * A told figure judged: what is derived, as a text, and whether what was told is it.
 */

import { quotient } from '../engine/figure.js'
import type { EventData } from '../events/catalogue.js'
import { type NamedFigure, partsOfFigure } from '../figures/figure-rows.js'
import { type Exact, exactOf, type Verdict, verdictOn } from './verdict.js'

type Told = EventData<'ReportPresented'>['figures'][number]

/** A number of a told figure. */
export type ToldPart = 'numerator' | 'denominator'

/** What is derived, and what that makes of what was told. */
export interface Judged {
  readonly text: string
  readonly verdict: Verdict
  readonly differing: readonly ToldPart[]
}

/** A told figure beside the figures that it is the sum of. */
export const judged = (told: Told, figures: readonly NamedFigure[] | undefined): Judged => {
  if (figures === undefined) return notDerivable
  return told.denominator === undefined ? asOneNumber(told, figures) : asTwo(told, figures)
}

const notDerivable: Judged = { text: 'notDerivable', verdict: 'notDerivable', differing: [] }

/** A rate told by its parts: each is judged. */
const asTwo = ({ numerator, denominator }: Told, figures: readonly NamedFigure[]): Judged => {
  if (!figures.every(({ value }) => 'numerator' in partsOfFigure(value))) {
    const [single] = figures
    return single?.value._tag === 'Sum'
      ? { text: String(total(figures, 'figure')), verdict: 'differs', differing: ['denominator'] }
      : notDerivable
  }
  const derived = {
    numerator: total(figures, 'numerator'),
    denominator: total(figures, 'denominator'),
  }
  const told = { numerator, denominator }
  const differing = (['numerator', 'denominator'] as const).filter(
    (part) => told[part] !== derived[part],
  )
  const text = `${derived.numerator} of ${derived.denominator}`
  return { text, verdict: differing.length === 0 ? 'holds' : 'differs', differing }
}

const asOneNumber = ({ numerator }: Told, figures: readonly NamedFigure[]): Judged => {
  const [first] = figures as readonly [NamedFigure, ...NamedFigure[]]
  const exact = exactly(figures)
  const isSeveral = figures.length > 1
  if (exact === undefined && isSeveral) return notDerivable
  const text =
    isSeveral && exact && first.value._tag === 'Derived'
      ? (quotient(exact.numerator, exact.denominator, 1) ?? 'x')
      : first.value._tag === 'Sum'
        ? String(total(figures, 'figure'))
        : String(first.value.shown ?? 'x')
  const verdict = exact === undefined ? 'differs' : verdictOn(String(numerator), exact)
  return { text, verdict, differing: verdict === 'differs' ? ['numerator'] : [] }
}

/** The figures together, before any rounding; undefined where that is not known. */
const exactly = (figures: readonly NamedFigure[]): Exact | undefined => {
  const [first] = figures as readonly [NamedFigure, ...NamedFigure[]]
  const parts = partsOfFigure(first.value)
  if ('figure' in parts) return { numerator: total(figures, 'figure'), denominator: 1 }
  if ('numerator' in parts && 'denominator' in parts) {
    const [n, d] = [total(figures, 'numerator'), total(figures, 'denominator')]
    return { numerator: 100 * n, denominator: d }
  }
  if ('before' in parts) {
    const [requests, before] = [total(figures, 'requests'), total(figures, 'before')]
    return { numerator: 100 * (requests - before), denominator: before }
  }
  if (figures.length > 1 || first.value._tag === 'Sum') return undefined
  return exactOf(String(first.value.shown))
}

const total = (figures: readonly NamedFigure[], part: string): number =>
  figures.reduce((sum, { value }) => sum + (partsOfFigure(value)[part]?.value ?? 0), 0)
