/**
 * What a projection and a view are. A projection folds the records of one subject into dated
 * facts and says, in steps, where the subject counts; a view asks sums of those steps.
 */

import type { EventTypeOf } from '../events/catalogue.js'
import type { Category } from '../events/category.js'
import type { Law } from '../law/rule.js'
import type { StreamId } from '../ledger/ids.js'
import type { LedgerRecord } from '../ledger/record.js'
import type { CivilDate } from '../time/civil-date.js'
import type { IdentifiedBy } from './figure-rows.js'
import type { MeasureLaw } from './measure-law.js'
import type { Reader } from './reader.js'

/**
 * Where a subject says from which day it counts.
 *
 * Unit: `change` is a whole number in the measure's unit (cases, actions, hundredths of FTE).
 */
export interface Counter<M extends string> {
  /** The subject that is counted. */
  readonly subject: StreamId
  /** From this day the measure is higher by `change` (1 unless told). */
  readonly step: (measure: M, on: CivilDate, change?: number) => void
  /**
   * The measure is higher by `change` from the first day until the day before `until`; for good
   * where there is no `until`; not at all where `until` is not after `from`.
   */
  readonly during: (
    measure: M,
    from: CivilDate,
    until: CivilDate | undefined,
    change?: number,
  ) => void
}

/** Writes one record into the facts; returns nothing, reads no clock. */
export type Handler<Facts, C extends Category, K extends EventTypeOf<C>> = (
  facts: Facts,
  record: LedgerRecord<K>,
) => void

/** One handler for each event type of the category; leaving one out does not compile. */
export type Handlers<Facts, C extends Category> = {
  readonly [K in EventTypeOf<C>]: Handler<Facts, C, K>
}

/**
 * Folds the records of each subject of a category into facts, and the facts into steps.
 *
 * Records reach the handlers in recorded order, corrections already applied and retracted ones
 * left out; dates may come in any order, so facts are dated and steps sort them.
 */
export interface Projection<Facts, C extends Category, M extends string> {
  readonly name: string
  /** Raised when a figure changes its meaning. */
  readonly version: number
  readonly category: C
  /** The facts of a subject of which nothing is known. A new one for each subject. */
  readonly initial: () => Facts
  readonly on: Handlers<Facts, C>
  readonly steps: (facts: Facts, count: Counter<M>, law: Law) => void
}

/**
 * A handler for an event type that leaves no trace in the facts; the engine skips it.
 *
 * @example
 * import { ignore } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(ignore(), undefined)
 */
export const ignore = (): void => {}

/** Any projection, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: facts are private to each projection
export type AnyProjection = Projection<any, any, any>

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
  /** A tree of figures (`Figure`), text, lists and objects. */
  readonly answer: (read: Reader<M>, options: Options) => Answer
  /**
   * What identifies a row of each list that holds figures, such as `{ months: ['month'] }`: a figure
   * is called by it, so that it is the same figure in an answer with other rows.
   */
  readonly identifiedBy?: IdentifiedBy
  /** What is known of the measures by their definitions. */
  readonly laws?: (read: Reader<M>) => readonly MeasureLaw<M>[]
  /**
   * How many units of a measure make one person: 100 for hundredths of FTE, 0 where it counts no
   * people, such as actions or posts. 1 for every measure of a view that does not say.
   */
  readonly unitsPerPerson?: (measure: M) => number
}
