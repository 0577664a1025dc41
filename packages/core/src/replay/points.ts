/**
 * Signed points in the plane of the two times, kept in columns: one series a measure, its points
 * in the order of their positions. Every figure is a sum over a corner of that plane.
 */
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { StreamId } from '../ledger/ids.js'
import { Numbering } from './numbering.js'
import { Series } from './series.js'

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
  private readonly series = new Map<string, Series>()
  private readonly subjects = new Numbering<StreamId>()

  /** The number by which the columns name a subject. */
  subject(stream: StreamId): number {
    return this.subjects.numberOf(stream)
  }

  /** The subject that a number stands for. */
  subjectName(subject: number): StreamId {
    return this.subjects.nameOf(subject)
  }

  /** The numbers of subjects, by their names. */
  numbers(subjects: Iterable<readonly [StreamId, number]>): ReadonlySet<number> {
    return new Set(Array.from(subjects, ([name]) => this.subjects.numberOf(name)))
  }

  /** The series of a measure, made where there is none. */
  of(measure: string): Series {
    const known = this.series.get(measure)
    if (known) return known
    const made = new Series()
    this.series.set(measure, made)
    return made
  }

  /** The series of a measure, where it has points. */
  find(measure: string): Series | undefined {
    return this.series.get(measure)
  }

  /** Every measure that has points. */
  measures(): Iterable<string> {
    return this.series.keys()
  }

  /** The measure as at a day, known at the first `size` records. */
  sum(measure: string, day: number, size: number = this.size): number {
    return this.series.get(measure)?.sum(day, size) ?? 0
  }

  /** Every point, measure by measure. */
  *all(): Generator<Point> {
    for (const [measure, series] of this.series) {
      for (let i = 0; i < series.length; i++) {
        yield {
          position: series.position(i),
          day: series.day(i),
          measure,
          change: series.change(i),
          subject: this.subjectName(series.subject(i)),
        }
      }
    }
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
      mergeSeries(whole, measure, a, b)
    }
    return whole
  },
}

/** Both parts' points of one measure, in the order of their positions. */
const mergeSeries = (whole: Points, measure: string, a: Points, b: Points): void => {
  const target = whole.of(measure)
  const left = a.find(measure) ?? new Series()
  const right = b.find(measure) ?? new Series()
  const take = (part: Points, from: Series, i: number): void =>
    target.add(
      from.position(i),
      from.day(i),
      from.change(i),
      whole.subject(part.subjectName(from.subject(i))),
    )
  for (let l = 0, r = 0; l < left.length || r < right.length; ) {
    const fromLeft =
      r === right.length || (l < left.length && left.position(l) <= right.position(r))
    if (fromLeft) take(a, left, l++)
    else take(b, right, r++)
  }
}
