/**
 * The reader over points: answers a view's questions as at one date, as known at one size.
 */
import type { StreamId } from '../ledger/ids.js'
import { type CivilDate, dateOfDay, dayOf } from '../time/civil-date.js'
import type { Cohort, Sum } from './figure.js'
import type { Points } from './points.js'
import { partsOf, type Reader } from './reader.js'
import { type KnownSeries, noSeries, sumAt } from './series.js'

/** What a reader answers from: the points, how much of them is known, and the as-at date. */
export interface Known {
  readonly points: Points
  /** The size of the ledger as known. */
  readonly size: number
  readonly asAt: CivilDate
}

/** A reader of the points of the first `size` records, as at a date. */
export const readerOf = <M extends string>(known: Known): Reader<M> =>
  reader<M>(
    known,
    cached((measure) => known.points.find(measure)?.knownAt(known.size)),
  )

type SeriesOf = (measure: string) => KnownSeries

const cached = (make: (measure: string) => KnownSeries | undefined): SeriesOf => {
  const made = new Map<string, KnownSeries>()
  return (measure) => {
    const before = made.get(measure)
    if (before) return before
    const series = make(measure) ?? noSeries
    made.set(measure, series)
    return series
  }
}

const reader = <M extends string>(known: Known, series: SeriesOf, among?: Cohort): Reader<M> => {
  const { points, size, asAt } = known
  const cohort = among ? { among } : {}
  const before = (measure: M, first: CivilDate): number => sumAt(series(measure), dayOf(first) - 1)
  return {
    asAt,
    at: (measure, on = asAt): Sum => ({
      _tag: 'Sum',
      value: sumAt(series(measure), dayOf(on)),
      reads: [{ measure, to: on, times: 1, ...cohort }],
    }),
    between: (measure, first, last): Sum => ({
      _tag: 'Sum',
      value: sumAt(series(measure), dayOf(last)) - before(measure, first),
      reads: [{ measure, from: first, to: last, times: 1, ...cohort }],
    }),
    dimensions: dimensionsOf(points, (measure, on) => sumAt(series(measure), dayOf(on ?? asAt))),
    changes: (measure) => changesOf(series(measure), dayOf(asAt)),
    subjects: (measure, on = asAt) => subjectsOf(known, measure, dayOf(on)),
    among: (measure, on) => {
      const subjects = subjectsOf(known, measure, dayOf(on))
      const ofThem = cached((each) => points.find(each)?.knownAt(size, points.numbers(subjects)))
      return reader<M>(known, ofThem, { measure, on })
    },
  }
}

const dimensionsOf = (
  points: Points,
  value: (measure: string, on?: CivilDate) => number,
): Reader<string>['dimensions'] => {
  const byName = new Map<string, string[]>()
  for (const key of points.measures()) {
    const name = partsOf(key)[0] as string
    const keys = byName.get(name)
    if (keys) keys.push(key)
    else byName.set(name, [key])
  }
  return (name, within = [], on) =>
    (byName.get(name) ?? [])
      .map((key) => ({ key, dimensions: partsOf(key).slice(1) }))
      .filter(({ dimensions }) => within.every((part, i) => part === dimensions[i]))
      .filter(({ key }) => value(key, on) !== 0)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ dimensions }) => dimensions.slice(within.length))
}

const changesOf = (
  { days, sums }: KnownSeries,
  asAt: number,
): readonly { readonly on: CivilDate; readonly change: number }[] => {
  const list: { on: CivilDate; change: number }[] = []
  for (let i = 0; i < days.length && (days[i] as number) <= asAt; i++) {
    const change = (sums[i] as number) - (sums[i - 1] ?? 0)
    if (change !== 0) list.push({ on: dateOfDay(days[i] as number), change })
  }
  return list
}

/** The subjects that count in a measure as at a day, with what each counts for. */
export const subjectsOf = (
  { points, size }: Pick<Known, 'points' | 'size'>,
  measure: string,
  day: number,
): ReadonlyMap<StreamId, number> => {
  const series = points.find(measure)
  const net = new Map<StreamId, number>()
  const count = series?.countKnownAt(size) ?? 0
  for (let i = 0; i < count && series; i++) {
    if (series.day(i) > day) continue
    const subject = points.subjectName(series.subject(i))
    const sum = (net.get(subject) ?? 0) + series.change(i)
    if (sum === 0) net.delete(subject)
    else net.set(subject, sum)
  }
  return net
}
