/**
 * Why a figure is what it is, and why it became another: the points that it sums, by the subjects
 * that count in it and by the records that made them. Nothing is worked out beside the sum.
 */
import type { StreamId } from '../ledger/ids.js'
import { dayOf } from '../time/civil-date.js'
import type { Read, Sum } from './figure.js'
import { type Known, subjectsOf } from './known.js'

/** What a subject counts for in a figure, and the records it rests on. */
export interface Counted {
  readonly subject: StreamId
  /** Unit: that of the figure; the counts of all subjects together are its value. */
  readonly count: number
  /** Positions of the records whose points are summed, ascending. */
  readonly positions: readonly number[]
}

/** What of a ledger a figure was read from; the as-at date is in the figure's own reads. */
export type KnownPoints = Pick<Known, 'points' | 'size'>

/** A part of a figure: what one record adds for one subject. */
interface Part {
  readonly subject: StreamId
  readonly position: number
  readonly change: number
}

/** Every point that a figure sums. */
function* partsOf(known: KnownPoints, { reads }: Sum): Generator<Part> {
  for (const read of reads) {
    const series = known.points.find(read.measure)
    if (series === undefined) continue
    const isAmong = cohortOf(known, read)
    const from = read.from === undefined ? Number.NEGATIVE_INFINITY : dayOf(read.from)
    const to = dayOf(read.to)
    const count = series.countKnownAt(known.size)
    for (let i = 0; i < count; i++) {
      const day = series.day(i)
      const subject = known.points.subjectName(series.subject(i))
      if (day < from || day > to || !isAmong(subject)) continue
      yield { subject, position: series.position(i), change: series.change(i) * read.times }
    }
  }
}

const cohortOf = (known: KnownPoints, { among }: Read): ((subject: StreamId) => boolean) => {
  if (among === undefined) return () => true
  const subjects = subjectsOf(known, among.measure, dayOf(among.on))
  return (subject) => subjects.has(subject)
}

/**
 * The subjects that a figure counts, each with what it counts for and the positions of its
 * records; and those that cancel out (`count` 0), such as a date corrected away, apart.
 *
 * @example
 * import { countedIn, Fold, defaultLaw } from '@send-ledger/core'
 *
 * const { points } = new Fold([], defaultLaw)
 * const counted = countedIn({ points, size: 0 }, { _tag: 'Sum', value: 0, reads: [] })
 * assert.deepStrictEqual(counted, { counted: [], cancelled: [] })
 */
export const countedIn = (
  known: KnownPoints,
  figure: Sum,
): { readonly counted: readonly Counted[]; readonly cancelled: readonly Counted[] } => {
  const bySubject = new Map<StreamId, { count: number; positions: Set<number> }>()
  for (const { subject, position, change } of partsOf(known, figure)) {
    const found = bySubject.get(subject) ?? { count: 0, positions: new Set() }
    bySubject.set(subject, found)
    found.count += change
    found.positions.add(position)
  }
  const all = [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, { count, positions }]) => ({
      subject,
      count,
      positions: [...positions].sort((a, b) => a - b),
    }))
  return {
    counted: all.filter(({ count }) => count !== 0),
    cancelled: all.filter(({ count }) => count === 0),
  }
}

/** One cause of a difference: what one record, or a change of the question, adds for a subject. */
export interface Cause {
  readonly subject: StreamId
  readonly change: number
  /**
   * `record`: recorded between the two answers, at `position`. `question`: known to both, and
   * counted otherwise because an option, or the law, is another.
   */
  readonly by: 'record' | 'question'
  readonly position?: number
}

/** The same figure of an earlier and a later answer. */
export interface Two {
  readonly known: KnownPoints
  readonly figure: Sum
}

/**
 * The bridge between two figures: `was.value` and all changes together are `is.value`.
 *
 * Between two states of knowledge the causes are records; where the points are others (the law is
 * another) or are read otherwise (an option is another), they are the question.
 *
 * Errors: throws where a rest is left, which would be a mistake of ours.
 *
 * @example
 * import { bridge, Fold, defaultLaw } from '@send-ledger/core'
 *
 * const { points } = new Fold([], defaultLaw)
 * const none = { known: { points, size: 0 }, figure: { _tag: 'Sum', value: 0, reads: [] } } as const
 * assert.deepStrictEqual(bridge(none, none), [])
 */
export const bridge = (was: Two, is: Two): readonly Cause[] => {
  const changes = new Map<string, { -readonly [K in keyof Cause]: Cause[K] }>()
  const add = ({ subject, position, change }: Part, sign: 1 | -1): void => {
    const isNew = position >= was.known.size
    const key = isNew ? `${position} ${subject}` : subject
    const cause = changes.get(key) ?? {
      subject,
      change: 0,
      ...(isNew ? { by: 'record' as const, position } : { by: 'question' as const }),
    }
    cause.change += sign * change
    changes.set(key, cause)
  }
  for (const part of partsOf(is.known, is.figure)) add(part, 1)
  for (const part of partsOf(was.known, was.figure)) add(part, -1)
  const causes = [...changes.values()]
    .filter(({ change }) => change !== 0)
    .sort((a, b) => (a.position ?? -1) - (b.position ?? -1) || (a.subject < b.subject ? -1 : 1))
  const rest = is.figure.value - was.figure.value - causes.reduce((sum, c) => sum + c.change, 0)
  if (rest !== 0) throw new Error(`the bridge leaves a rest of ${rest}`)
  return causes
}
