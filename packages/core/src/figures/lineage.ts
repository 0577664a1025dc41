/**
 * Why a figure is what it is, and why it became another: the points that it sums, by the subjects
 * that count in it and by the records that made them. Nothing is worked out beside the sum.
 */

import { countsOf, type KnownPoints } from '../engine/known.js'
import type { Read, Summed } from '../engine/sum.js'
import type { StreamId } from '../events/ids.js'
import { canonicalJson } from '../proof/canonical-json.js'
import type { SubjectMask, VisitPoint } from '../speed/block.js'
import { dayOf } from '../time/civil-date.js'

/** What a subject counts for in a figure, and the records it rests on. */
export interface Counted {
  readonly subject: StreamId
  /** Unit: that of the figure; the counts of all subjects together are its value. */
  readonly count: number
  /** Positions of the records whose points are summed, ascending. */
  readonly positions: readonly number[]
}

/** Told of each point that a figure sums: the subject by its number, and what it adds. */
type VisitPart = (subject: number, position: number, change: number, day: number) => void

/** Tells the points of a figure, of all subjects or of those of a mask. */
const visitParts = (
  known: KnownPoints,
  { reads }: Summed,
  visit: VisitPart,
  { from = 0, mask }: { readonly from?: number; readonly mask?: SubjectMask } = {},
): void => {
  for (const read of reads) {
    const { first, last } = daysOf(read)
    const cohort = cohortOf(known, read)
    const take: VisitPoint = (position, day, change, subject) => {
      if (day < first || day > last || cohort?.[subject] === 0) return
      visit(subject, position, change * read.times, day)
    }
    known.points.find(read.measure)?.visit(from, known.size, take, mask)
  }
}

/** The days that are read, as numbers. */
const daysOf = ({ from, to }: Read): { readonly first: number; readonly last: number } => ({
  first: from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from),
  last: dayOf(to),
})

/** What each subject counts for in the cohort that is read; of all where it is none. */
const cohortOf = (known: KnownPoints, { among }: Read): SubjectMask | undefined =>
  among && countsOf(known, among.measure, dayOf(among.on))

/** What each subject counts for in a figure, by its number. */
const countsIn = (known: KnownPoints, { reads }: Summed): Float64Array => {
  const counts = new Float64Array(known.points.subjectNumbers.size)
  for (const read of reads) {
    const counting = { ...daysOf(read), times: read.times, mask: cohortOf(known, read) }
    known.points.find(read.measure)?.countBySubject(counts, known.size, counting)
  }
  return counts
}

/**
 * The subjects that a figure counts, in the order in which they came to count, each with what it
 * counts for and the positions of its records.
 *
 * @example
 * import { countedIn, defaultLaw, Fold } from '@send-ledger/core'
 *
 * const { points } = new Fold([], defaultLaw)
 * const counted = countedIn({ points, size: 0 }, { value: 0, reads: [] })
 * assert.deepStrictEqual(counted, [])
 */
export const countedIn = (known: KnownPoints, figure: Summed): readonly Counted[] =>
  listed(known, figure, countsIn(known, figure))

/**
 * The subjects that would be in a figure had a step of theirs not been taken back: all their
 * points cancel out day by day, as where a date was corrected away or a record retracted.
 *
 * @example
 * import { defaultLaw, Fold } from '@send-ledger/core'
 * import { takenBackFrom } from '@send-ledger/core/figures'
 *
 * const { points } = new Fold([], defaultLaw)
 * const gone = takenBackFrom({ points, size: 0 }, { value: 0, reads: [] })
 * assert.deepStrictEqual(gone, [])
 */
export const takenBackFrom = (known: KnownPoints, figure: Summed): readonly Counted[] => {
  // What cancels out day by day does so under any weights of the days. These leave few others.
  const counts = new Float64Array(known.points.subjectNumbers.size)
  const weighed = new Float64Array(counts.length)
  const mask = new Uint8Array(counts.length)
  visitParts(known, figure, (subject, _, change, day) => {
    counts[subject] = (counts[subject] as number) + change
    weighed[subject] = (weighed[subject] as number) + change * day
    mask[subject] = 1
  })
  for (let i = 0; i < mask.length; i++) if (counts[i] !== 0 || weighed[i] !== 0) mask[i] = 0
  const days = new Map<string, number>()
  const take: VisitPart = (subject, _, change, day) => {
    const key = `${subject} ${day}`
    days.set(key, (days.get(key) ?? 0) + change)
  }
  visitParts(known, figure, take, { mask })
  for (const [key, change] of days) if (change !== 0) mask[Number.parseInt(key, 10)] = 0
  return listed(known, figure, mask)
}

/** Some subjects of a figure, in the order in which they came to count. */
const listed = (known: KnownPoints, figure: Summed, mask: SubjectMask): readonly Counted[] => {
  const names = known.points.subjectNumbers
  const list: { subject: StreamId; count: number; positions: number[] }[] = []
  const places = new Int32Array(mask.length)
  for (let subject = 0; subject < mask.length; subject++) {
    if (mask[subject] === 0) continue
    places[subject] = list.push({ subject: names.nameOf(subject), count: 0, positions: [] }) - 1
  }
  const take: VisitPart = (subject, position, change) => {
    const counted = list[places[subject] as number] as (typeof list)[number]
    counted.count += change
    // Most have one: a list of one needs less room than one that has grown.
    if (counted.positions.length === 0) counted.positions = [position]
    else counted.positions.push(position)
  }
  visitParts(known, figure, take, { mask })
  for (const counted of list) {
    const { positions } = counted
    if (positions.length > 1) counted.positions = [...new Set(positions)].sort((a, b) => a - b)
  }
  return list
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
  readonly figure: Summed
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
 * import { bridge, defaultLaw, Fold } from '@send-ledger/core'
 *
 * const { points } = new Fold([], defaultLaw)
 * const none = { known: { points, size: 0 }, figure: { value: 0, reads: [] } } as const
 * assert.deepStrictEqual(bridge(none, none), [])
 */
export const bridge = (was: Two, is: Two): readonly Cause[] => {
  const causes = [...causesBetween(was, is)]
    .filter(({ change }) => change !== 0)
    .sort((a, b) => (a.position ?? -1) - (b.position ?? -1) || (a.subject < b.subject ? -1 : 1))
  const rest = is.figure.value - was.figure.value - causes.reduce((sum, c) => sum + c.change, 0)
  if (rest !== 0) throw new Error(`the bridge leaves a rest of ${rest}`)
  return causes
}

const causesBetween = (was: Two, is: Two): Iterable<Cause> => {
  const changes = new Map<string, { -readonly [K in keyof Cause]: Cause[K] }>()
  const add = ({ known, figure }: Two, sign: 1 | -1, from: number): void => {
    const visit: VisitPart = (number, position, change) => {
      const subject = known.points.subjectNumbers.nameOf(number)
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
    visitParts(known, figure, visit, { from })
  }
  // One question at two sizes: what both know is the same, and only what came between is told.
  const from = isOneQuestion(was, is) ? Math.min(was.known.size, is.known.size) : 0
  add(is, 1, from)
  add(was, -1, from)
  return changes.values()
}

const isOneQuestion = (was: Two, is: Two): boolean =>
  was.known.points === is.known.points &&
  was.figure.reads.every(({ among }) => among === undefined) &&
  canonicalJson(was.figure.reads) === canonicalJson(is.figure.reads)
