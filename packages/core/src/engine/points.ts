/**
 * Signed points in the plane of the two times, kept in columns: one series a measure, its points
 * in the order of their positions. Every figure is a sum over a corner of that plane.
 */
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { StreamId } from '../events/ids.js'
import { Numbering } from '../speed/numbering.js'
import { Series } from '../speed/series.js'
import { Summing } from '../speed/sums.js'
import { type Fact, type Said, saidBy } from './fact.js'
import { nameOf } from './measure.js'

/** One signed point: from the record at `position` on, `measure` is `change` higher from `day`. */
export interface Point {
  readonly position: number
  /** Days since 1 January 1970. */
  readonly day: number
  readonly measure: string
  readonly change: number
  readonly subject: StreamId
}

/**
 * The points of a set of projections. Points are only ever added, in the order of their positions.
 */
export class Points {
  /** How many records of the ledger these points cover: every position below it. */
  size = 0
  /** The numbers by which `add` knows measures. */
  readonly measureNumbers = new Numbering<string>()
  /** The numbers by which the columns name subjects. */
  readonly subjectNumbers: Numbering<StreamId>
  /** What its measures make their sums with. */
  readonly summing = new Summing()
  private readonly series: Series[] = []
  /** The measures under each name, of the first so many measures. */
  private readonly byName = { count: 0, measures: new Map<string, string[]>() }
  /** Facts of a kind as they were read from their keys. */
  private readonly read = new Map<string, readonly Said<unknown>[]>()

  /** @param subjects those that are numbered already, as in a snapshot. */
  constructor(subjects = new Numbering<StreamId>()) {
    this.subjectNumbers = subjects
  }

  /** Adds a point; positions must not run backwards. */
  add(position: number, measure: number, day: number, change: number, subject: number): void {
    const series = this.series[measure] ?? this.made(measure)
    series.add(position, day, change, subject)
  }

  /** Puts in the series of a measure that has none yet. */
  put(measure: string, series: Series): void {
    this.series[this.measureNumbers.numberOf(measure)] = series
  }

  /** The series of a measure, where it has points. */
  find(measure: string): Series | undefined {
    const number = this.measureNumbers.find(measure)
    return number === undefined ? undefined : this.series[number]
  }

  /** Every measure that has points. */
  measures(): readonly string[] {
    return this.measureNumbers.all().filter((_, number) => this.series[number] !== undefined)
  }

  /** The measures under a name, whatever their dimensions. */
  named(name: string): readonly string[] {
    const { byName } = this
    const all = this.measureNumbers.all()
    for (; byName.count < all.length; byName.count++) {
      const measure = all[byName.count] as string
      const of = byName.measures.get(nameOf(measure)) ?? []
      of.push(measure)
      byName.measures.set(nameOf(measure), of)
    }
    return byName.measures.get(name) ?? []
  }

  /** The facts of a kind that were ever said: by subject, in the order of code units. */
  said<Value>({ name }: Fact<Value>): readonly Said<Value>[] {
    const keys = this.named(name)
    const before = (this.read.get(name) ?? []) as readonly Said<Value>[]
    if (before.length === keys.length) return before
    const more = keys.slice(before.length).map((key) => saidBy<Value>(key))
    const all = [...before, ...more].sort((a, b) => (a.key < b.key ? -1 : 1))
    this.read.set(name, all)
    return all
  }

  /** The measure as at a day, known at the first `size` records. */
  sum(measure: string, day: number, size: number = this.size): number {
    return this.find(measure)?.sum(day, size) ?? 0
  }

  /** Every point, measure by measure. */
  *all(): Generator<Point> {
    for (const measure of this.measures()) {
      for (const point of pointsIn(this, measure)) yield { ...point, measure }
    }
  }

  private made(measure: number): Series {
    const series = new Series(this.summing)
    this.series[measure] = series
    return series
  }
}

/**
 * Puts the points of partitions together: sums add, so any split of the subjects gives the same
 * figures. `empty` has no points; `concat` leaves both its parts as they are.
 */
export const pointsMonoid: Monoid<Points> = {
  empty: new Points(),
  concat: (a, b) => {
    const whole = new Points()
    whole.size = Math.max(a.size, b.size)
    for (const measure of new Set([...a.measures(), ...b.measures()])) {
      const number = whole.measureNumbers.numberOf(measure)
      const both = [...pointsIn(a, measure), ...pointsIn(b, measure)]
      both.sort((left, right) => left.position - right.position)
      for (const { position, day, change, subject } of both) {
        whole.add(position, number, day, change, whole.subjectNumbers.numberOf(subject))
      }
    }
    return whole
  },
}

const pointsIn = (points: Points, measure: string): readonly Omit<Point, 'measure'>[] => {
  const found: Omit<Point, 'measure'>[] = []
  points.find(measure)?.visit(0, Number.POSITIVE_INFINITY, (position, day, change, subject) => {
    found.push({ position, day, change, subject: points.subjectNumbers.nameOf(subject) })
  })
  return found
}
