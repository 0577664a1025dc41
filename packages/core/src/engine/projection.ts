/**
 * What a projection is: it folds the records of one subject into dated facts and says, in steps,
 * where the subject counts.
 */

import type { EventTypeOf } from '../events/catalogue.js'
import type { Category } from '../events/category.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Law } from '../law/rule.js'
import type { CivilDate } from '../time/civil-date.js'

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

/**
 * A handler for each event type of the category, but for those that are listed as ignored: a type
 * that is neither handled nor listed does not compile, and so does one that is both.
 */
export type Handlers<Facts, C extends Category, Ignored extends EventTypeOf<C> = never> = {
  readonly [K in Exclude<EventTypeOf<C>, Ignored>]: Handler<Facts, C, K>
}

/**
 * Folds the records of each subject of a category into facts, and the facts into steps.
 *
 * Records reach the handlers in recorded order, corrections already applied and retracted ones
 * left out; dates may come in any order, so facts are dated and steps sort them.
 */
export interface Projection<
  Facts,
  C extends Category,
  M extends string,
  Ignored extends EventTypeOf<C> = never,
> {
  readonly name: string
  /** Raised when a figure changes its meaning. */
  readonly version: number
  readonly category: C
  /** The facts of a subject of which nothing is known. A new one for each subject. */
  readonly initial: () => Facts
  readonly on: Handlers<Facts, C, Ignored>
  readonly steps: (facts: Facts, count: Counter<M>, law: Law) => void
}

/** Any projection, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: facts are private to each projection
export type AnyProjection = Projection<any, any, any, any>
