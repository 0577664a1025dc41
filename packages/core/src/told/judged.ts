/**
 * A told figure judged: what is derived, as a text, and whether what was told is it.
 */
import { type Derived, exactly, type Figure, together } from '../engine/figure.js'
import type { Quotient } from '../engine/formula.js'
import type { Sum } from '../engine/sum.js'
import { inWholes } from '../engine/unit.js'
import type { EventData } from '../events/catalogue.js'
import type { NamedFigure } from '../figures/figure-rows.js'
import { type Verdict, verdictOn } from './verdict.js'

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
  const [first, ...others] = figures ?? []
  if (first === undefined) return notDerivable
  const figure = together([first.value, ...others.map(({ value }) => value)])
  if (told.denominator !== undefined) return asTwo(told, figure)
  // What is no number of one month is not known of several.
  const isKnown = others.length === 0 || exactly(figure) !== undefined
  return isKnown ? asOneNumber(told, figure) : notDerivable
}

const notDerivable: Judged = { text: 'notDerivable', verdict: 'notDerivable', differing: [] }

/** A rate told by its parts: each is judged. */
const asTwo = ({ numerator, denominator }: Told, figure: Figure): Judged => {
  if (figure._tag === 'Sum') {
    return { text: String(figure.value), verdict: 'differs', differing: ['denominator'] }
  }
  const rate = rateOf(figure)
  if (rate === undefined) return notDerivable
  const inWords = {
    numerator: inWholesOf(rate.numerator),
    denominator: inWholesOf(rate.denominator),
  }
  const told = { numerator, denominator }
  const differing = (['numerator', 'denominator'] as const).filter(
    (part) => told[part] !== Number(inWords[part]),
  )
  const text = `${inWords.numerator} of ${inWords.denominator}`
  return { text, verdict: differing.length === 0 ? 'holds' : 'differs', differing }
}

const inWholesOf = ({ value, unit }: Sum): string => inWholes(value, unit)

/** A quotient that people tell as so many of so many: one that has no other names for its parts. */
const rateOf = ({ formula }: Derived): Quotient | undefined =>
  formula._tag === 'Quotient' && formula.named === undefined ? formula : undefined

const asOneNumber = ({ numerator }: Told, figure: Figure): Judged => {
  const text = String((figure._tag === 'Sum' ? figure.value : figure.shown) ?? 'x')
  const exact = exactly(figure)
  const verdict = exact === undefined ? 'differs' : verdictOn(String(numerator), exact)
  return { text, verdict, differing: verdict === 'differs' ? ['numerator'] : [] }
}
