/**
 * The reader that views are written against: sums of signed points as at any day, as known at one
 * size of the ledger. Every figure it gives knows what it was read from.
 */
import type { StreamId } from '../events/ids.js'
import type { CivilDate } from '../time/civil-date.js'
import type { Fact, Held } from './fact.js'
import type { Sum } from './sum.js'

/** Which facts are asked for: unless told, those of every subject, on the as-at date. */
export interface FactsOf {
  readonly subject?: StreamId
  readonly on?: CivilDate
}

/** What a view asks. Measures are named by their keys, which `measure` makes. */
export interface Reader<M extends string> {
  /** The as-at date of the question. */
  readonly asAt: CivilDate
  /** The measure as at a day (the as-at date unless told): a stock, or a flow since ever. */
  readonly at: (measure: M, on?: CivilDate) => Sum
  /** The measure's change from the first to the last day, both included: a flow. */
  readonly between: (measure: M, first: CivilDate, last: CivilDate) => Sum
  /**
   * The dimensions of the measures under a name (and first dimensions) that are not zero as at a
   * day, sorted by code unit: `read.dimensions('inPost')` gives `[['EHC Assessment', 'coordinator', 'permanent'], ...]`.
   */
  readonly dimensions: (
    name: string,
    within?: readonly string[],
    on?: CivilDate,
  ) => readonly (readonly string[])[]
  /** The days up to the as-at date on which the measure changes, in order, with the change. */
  readonly changes: (measure: M) => readonly { readonly on: CivilDate; readonly change: number }[]
  /** The first of those days; undefined where there is none. */
  readonly first: (measure: M) => CivilDate | undefined
  /** The subjects that count in the measure as at a day, with what each counts for. */
  readonly subjects: (measure: M, on?: CivilDate) => ReadonlyMap<StreamId, number>
  /** The facts of a kind that hold, as known: by subject, in the order of code units. */
  readonly facts: <Value>(kind: Fact<Value>, of?: FactsOf) => readonly Held<Value>[]
  /** A reader of those subjects only that count in a measure as at a day: a cohort. */
  readonly among: (measure: M, on: CivilDate) => Reader<M>
}
