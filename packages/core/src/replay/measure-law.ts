/**
 * What is known of measures by their definitions. A view states each law once: `check` asks it of
 * every subject, disclosure control reckons with it, and the documentation lists it.
 */

import type { Known } from './known.js'
import { readerOf } from './known.js'
import type { View } from './projection.js'

/** A measure, so many times. */
export interface LawTerm<M extends string = string> {
  readonly measure: M
  /** A whole number. */
  readonly times: number
}

/** A sum of measures that is nought, or at least nought, by their definitions. */
export interface MeasureLaw<M extends string = string> {
  /** In words, such as `plans late`. */
  readonly name: string
  readonly terms: readonly LawTerm<M>[]
  readonly holds: 'nought' | 'atLeastNought'
  /**
   * Whether it holds for each subject whatever is recorded, so that `check` asks it. What holds as
   * a rule only is what somebody may guess: he is taken to know it where it is so.
   */
  readonly always: boolean
  /**
   * Whether the sum counts people, so that it must not be worked out where it is small: plans
   * less plans in time are plans late.
   */
  readonly revealsPeople: boolean
  /**
   * Over which days: from any day to any day; or from the beginning until any day, such as
   * requests less decisions, which are the undecided only then.
   */
  readonly over: 'anyDays' | 'untilADay'
}

/**
 * The laws of a view for what is known; none where it states none.
 *
 * @example
 * import { civilDate, defaultLaw, Fold, lawsOf } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const laws = lawsOf(complianceView, { points, size: 0, asAt: civilDate('2021-07-31') })
 * assert.ok(laws.some(({ name }) => name === 'requests not decided'))
 */
export const lawsOf = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly MeasureLaw<M>[] => view.laws?.(readerOf<M>(known)) ?? []

/**
 * A law that holds for every subject over any days and tells nothing of people, unless told
 * otherwise.
 *
 * @example
 * import { lawOf } from '@send-ledger/core/projection'
 *
 * const late = lawOf('late', [[1, 'issued'], [-1, 'inTime']], { holds: 'atLeastNought' })
 * assert.deepStrictEqual(late.terms[1], { times: -1, measure: 'inTime' })
 */
export const lawOf = <M extends string>(
  name: string,
  terms: readonly (readonly [times: number, measure: M])[],
  how: Partial<Omit<MeasureLaw, 'name' | 'terms'>> = {},
): MeasureLaw<M> => ({
  name,
  terms: terms.map(([times, measure]) => ({ times, measure })),
  holds: 'nought',
  always: true,
  revealsPeople: false,
  over: 'anyDays',
  ...how,
})
