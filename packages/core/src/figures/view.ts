/**
 * What a view is: plain code that asks sums of what projections count.
 */
import { type Known, readerOf } from '../engine/known.js'
import type { AnyProjection } from '../engine/projection.js'
import type { Reader } from '../engine/reader.js'
import type { Units } from '../engine/unit.js'
import type { IdentifiedBy } from './figure-rows.js'
import type { MeasureLaw } from './measure-law.js'
import type { OptionsOf } from './options.js'

/** A change of meaning: what a view counts otherwise than one of its versions did. */
export interface Restated {
  /** The version of the view whose meaning ended. */
  readonly version: number
  /** The version of the software since which it counts otherwise. */
  readonly since: string
  /** What is counted otherwise, in words that a reader of the figures knows. */
  readonly because: string
  /** Names of figures that the view has only since then. */
  readonly added?: readonly string[]
}

/**
 * A question that can be asked of a ledger at any two dates: which projections it needs and the
 * plain code that reads its figures.
 */
export interface View<M extends string, Options, Answer> {
  readonly name: string
  readonly version: number
  readonly projections: readonly AnyProjection[]
  /** Whether figures rest on the statutory clock, so that the counting policy matters. */
  readonly usesLaw: boolean
  /** The options of a question that names none. */
  readonly defaults: Options
  /** Each option described: what it is called, what it does, and in which form it is given. */
  readonly options?: OptionsOf<NoInfer<Options>>
  /** A tree of figures (`Figure`), text, lists and objects. */
  readonly answer: (read: Reader<M>, options: Options) => Answer
  /**
   * What identifies a row of each list that holds figures, such as `{ months: ['month'] }`: a figure
   * is called by it, so that it is the same figure in an answer with other rows.
   */
  readonly identifiedBy?: IdentifiedBy
  /** Every change of meaning of its figures, in order. */
  readonly restated?: readonly Restated[]
  /** What is known of the measures by their definitions. */
  readonly laws?: (read: Reader<M>) => readonly MeasureLaw<M>[]
  /** The unit of each measure by its name; people by the head where a view does not say. */
  readonly units?: Units<M>
}

/**
 * The laws of a view for what is known; none where it states none.
 *
 * @example
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { lawsOf } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const laws = lawsOf(complianceView, { points, size: 0, asAt: civilDate('2021-07-31') })
 * assert.ok(laws.some(({ name }) => name === 'requests not decided'))
 */
export const lawsOf = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly MeasureLaw<M>[] => view.laws?.(readerOf<M>(known, view.units)) ?? []
