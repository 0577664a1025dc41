/**
 * The reader over points: answers a view's questions as at one date, as known at one size.
 */

import type { StreamId } from '../events/ids.js'
import { KnownSeries } from '../speed/known-series.js'
import { CivilDate, dateOfDay, dayOf } from '../time/civil-date.js'
import type { Fact, Said } from './fact.js'
import { partsOf } from './measure.js'
import type { Points } from './points.js'
import type { FactsOf, Reader } from './reader.js'
import type { Cohort, Sum } from './sum.js'
import { type Unit, unitOf } from './unit.js'

/** Points, and how much of them is known. */
export interface KnownPoints {
  readonly points: Points
  /** The size of the ledger as known. */
  readonly size: number
}

/** What a reader answers from: the points known, and the as-at date. */
export interface Known extends KnownPoints {
  readonly asAt: CivilDate
}

/** The units of measures by their names; of those that are not there, people by the head. */
type UnitsByName = Readonly<Record<string, Unit>>

/**
 * A reader of the points of the first `size` records, as at a date.
 *
 * Errors: throws a RangeError where the date is none.
 */
export const readerOf = <M extends string>(known: Known, units: UnitsByName = {}): Reader<M> => {
  if (!CivilDate.is(known.asAt)) throw new RangeError(`${known.asAt} is no date to look at`)
  return reader<M>(
    known,
    units,
    cached(units, (measure) => known.points.find(measure)?.knownAt(known.size)),
  )
}

/** What a measure comes to on each day, and its unit. */
interface Measured {
  readonly series: KnownSeries
  readonly unit: Unit
}

type MeasuredOf = (measure: string) => Measured

const cached = (
  units: UnitsByName,
  seriesOf: (measure: string) => KnownSeries | undefined,
): MeasuredOf => {
  const made = new Map<string, Measured>()
  return (measure) => {
    const before = made.get(measure)
    if (before) return before
    const series = seriesOf(measure) ?? new KnownSeries()
    const measured = { series, unit: unitOf(units, measure) }
    made.set(measure, measured)
    return measured
  }
}

const reader = <M extends string>(
  known: Known,
  units: UnitsByName,
  of: MeasuredOf,
  among?: Cohort,
): Reader<M> => {
  const { points, size, asAt } = known
  const at = (measure: string, on = asAt): Sum => {
    const { series, unit } = of(measure)
    const read = among ? { measure, to: on, times: 1, among } : { measure, to: on, times: 1 }
    return { _tag: 'Sum', value: series.sum(dayOf(on)), reads: [read], unit }
  }
  return {
    asAt,
    at,
    between: (measure, from, to): Sum => {
      const { series, unit } = of(measure)
      const read = among ? { measure, from, to, times: 1, among } : { measure, from, to, times: 1 }
      return { _tag: 'Sum', value: sumBetween(series, dayOf(from), dayOf(to)), reads: [read], unit }
    },
    dimensions: dimensionsOf(points, (measure, on) => of(measure).series.sum(dayOf(on ?? asAt))),
    facts: <Value>(kind: Fact<Value>, { subject, on = asAt }: FactsOf = {}) => {
      const day = dayOf(on)
      const holds = (said: Said<Value>): boolean =>
        (subject === undefined || said.subject === subject) && of(said.key).series.sum(day) !== 0
      return points
        .said(kind)
        .filter(holds)
        .map(({ key, subject, value }) => ({
          subject,
          value,
          sum: { ...at(key, on), unit: kind.unit },
        }))
    },
    changes: (measure) => changesOf(of(measure).series, dayOf(asAt)),
    first: (measure) => firstOf(of(measure).series, dayOf(asAt)),
    subjects: (measure, on = asAt) => subjectsOf(known, measure, dayOf(on)),
    among: (measure, on) => {
      const counts = countsOf(known, measure, dayOf(on))
      const ofThem = cached(units, (each) => points.find(each)?.knownAmong(size, counts))
      return reader<M>(known, units, ofThem, { measure, on })
    },
  }
}

const sumBetween = (series: KnownSeries, first: number, last: number): number =>
  series.sum(last) - series.sum(first - 1)

const dimensionsOf =
  (
    points: Points,
    value: (measure: string, on?: CivilDate) => number,
  ): Reader<string>['dimensions'] =>
  (name, within = [], on) =>
    points
      .named(name)
      .map((key) => ({ key, dimensions: partsOf(key).slice(1) }))
      .filter(({ dimensions }) => within.every((part, i) => part === dimensions[i]))
      .filter(({ key }) => value(key, on) !== 0)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ dimensions }) => dimensions.slice(within.length))

const changesOf = (
  known: KnownSeries,
  asAt: number,
): readonly { readonly on: CivilDate; readonly change: number }[] => {
  const list: { on: CivilDate; change: number }[] = []
  for (const { day, change } of known.changes()) {
    if (day > asAt) break
    list.push({ on: dateOfDay(day), change })
  }
  return list
}

const firstOf = (known: KnownSeries, asAt: number): CivilDate | undefined => {
  for (const { day } of known.changes()) return day <= asAt ? dateOfDay(day) : undefined
  return undefined
}

/** The subjects that count in a measure as at a day, with what each counts for. */
export const subjectsOf = (
  known: KnownPoints,
  measure: string,
  day: number,
): ReadonlyMap<StreamId, number> => {
  const counts = countsOf(known, measure, day)
  const subjects = new Map<StreamId, number>()
  for (let subject = 0; subject < counts.length; subject++) {
    const count = counts[subject] as number
    if (count !== 0) subjects.set(known.points.subjectNumbers.nameOf(subject), count)
  }
  return subjects
}

/** What each subject counts for in a measure as at a day, by the number of the subject. */
export const countsOf = (
  { points, size }: KnownPoints,
  measure: string,
  asAt: number,
): Float64Array => {
  const counts = new Float64Array(points.subjectNumbers.size)
  const counting = { first: Number.NEGATIVE_INFINITY, last: asAt, times: 1 }
  points.find(measure)?.countBySubject(counts, size, counting)
  return counts
}
