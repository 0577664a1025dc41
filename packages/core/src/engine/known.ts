/**
 * The reader over points: answers a view's questions as at one date, as known at one size.
 */

import type { StreamId } from '../events/ids.js'
import { KnownSeries } from '../speed/known-series.js'
import { CivilDate, dateOfDay, dayOf } from '../time/civil-date.js'
import type { Cohort, Sum } from './figure.js'
import type { Points } from './points.js'
import { partsOf, type Reader } from './reader.js'

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

/**
 * A reader of the points of the first `size` records, as at a date.
 *
 * Errors: throws a RangeError where the date is none.
 */
export const readerOf = <M extends string>(known: Known): Reader<M> => {
  if (!CivilDate.is(known.asAt)) throw new RangeError(`${known.asAt} is no date to look at`)
  return reader<M>(
    known,
    cached((measure) => known.points.find(measure)?.knownAt(known.size)),
  )
}

type SeriesOf = (measure: string) => KnownSeries

const cached = (make: (measure: string) => KnownSeries | undefined): SeriesOf => {
  const made = new Map<string, KnownSeries>()
  return (measure) => {
    const before = made.get(measure)
    if (before) return before
    const series = make(measure) ?? new KnownSeries()
    made.set(measure, series)
    return series
  }
}

const reader = <M extends string>(known: Known, series: SeriesOf, among?: Cohort): Reader<M> => {
  const { points, size, asAt } = known
  return {
    asAt,
    at: (measure, on = asAt): Sum => ({
      _tag: 'Sum',
      value: series(measure).sum(dayOf(on)),
      reads: [among ? { measure, to: on, times: 1, among } : { measure, to: on, times: 1 }],
    }),
    between: (measure, first, last): Sum => ({
      _tag: 'Sum',
      value: sumBetween(series(measure), dayOf(first), dayOf(last)),
      reads: [
        among
          ? { measure, from: first, to: last, times: 1, among }
          : { measure, from: first, to: last, times: 1 },
      ],
    }),
    dimensions: dimensionsOf(points, (measure, on) => series(measure).sum(dayOf(on ?? asAt))),
    changes: (measure) => changesOf(series(measure), dayOf(asAt)),
    first: (measure) => firstOf(series(measure), dayOf(asAt)),
    subjects: (measure, on = asAt) => subjectsOf(known, measure, dayOf(on)),
    among: (measure, on) => {
      const counts = countsOf(known, measure, dayOf(on))
      const ofThem = cached((each) => points.find(each)?.knownAmong(size, counts))
      return reader<M>(known, ofThem, { measure, on })
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
