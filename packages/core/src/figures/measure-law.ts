/**
 * What is known of measures by their definitions. A view states each law once: `check` asks it of
 * every subject, disclosure control reckons with it, and the documentation lists it.
 */

/** A measure, so many times. */
export interface LawTerm<M extends string = string> {
  readonly measure: M
  /** A whole number. */
  readonly times: number
}

/** A sum of measures that is zero, or at least zero, by their definitions. */
export interface MeasureLaw<M extends string = string> {
  /** In words, such as `plans late`. */
  readonly name: string
  readonly terms: readonly LawTerm<M>[]
  readonly holds: 'zero' | 'atLeastZero'
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
 * A law that holds for every subject over any days and tells nothing of people, unless told
 * otherwise.
 *
 * @example
 * import { lawOf } from '@send-ledger/core/projection'
 *
 * const late = lawOf('late', [[1, 'issued'], [-1, 'inTime']], { holds: 'atLeastZero' })
 * assert.deepStrictEqual(late.terms[1], { times: -1, measure: 'inTime' })
 */
export const lawOf = <M extends string>(
  name: string,
  terms: readonly (readonly [times: number, measure: M])[],
  how: Partial<Omit<MeasureLaw, 'name' | 'terms'>> = {},
): MeasureLaw<M> => ({
  name,
  terms: terms.map(([times, measure]) => ({ times, measure })),
  holds: 'zero',
  always: true,
  revealsPeople: false,
  over: 'anyDays',
  ...how,
})
