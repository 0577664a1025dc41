/**
 * The one idea of the engine: what a subject counts for after a record, less what it counted for
 * before it, are the points of that record.
 */
import { isCorrection } from '../events/corrections.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Law } from '../law/rule.js'
import { difference } from '../speed/difference.js'
import { FactFold, type FoldMode, type Reached } from './facts.js'
import { Points } from './points.js'
import type { AnyProjection } from './projection.js'
import { StepCollector } from './steps.js'
import { Subjects } from './subjects.js'

/** How a fold is made. */
export interface FoldOptions {
  readonly mode?: FoldMode
  /** Points that are gone on from, such as those of a snapshot; none unless told. */
  readonly points?: Points
  /** At least so many subjects, those folded last, are remembered; unless told, 65,536. */
  readonly remembered?: number | undefined
}

/** A fold of a ledger under a set of projections, which goes on from record to record. */
export class Fold {
  /** Where points are added. */
  readonly points: Points
  private readonly facts: FactFold
  private readonly subjects: Subjects
  private readonly before: StepCollector
  private readonly after: StepCollector

  constructor(
    private readonly projections: readonly AnyProjection[],
    law: Law,
    { mode = 'bulk', points = new Points(), remembered }: FoldOptions = {},
  ) {
    this.points = points
    this.facts = new FactFold(projections, mode)
    this.subjects = new Subjects(points, this.facts, remembered)
    this.before = new StepCollector(points.measureNumbers, law)
    this.after = new StepCollector(points.measureNumbers, law)
  }

  /**
   * Folds the next record; says whether that changed facts.
   *
   * Errors: throws where the records of the subject are needed, and not given.
   *
   * @param stream the records of the subject up to and with this one, where they are needed.
   */
  next(record: LedgerRecord, stream: readonly LedgerRecord[] = []): boolean {
    const { points } = this
    const reached = this.facts.reachedBy(record)
    const isChanged = reached.length > 0 && this.count(record, stream, reached)
    // A correction numbers its subject even where nothing counts it, as snapshots have it.
    if (isCorrection(record)) points.subjectNumbers.numberOf(record.stream)
    points.size = record.position + 1
    return isChanged
  }

  /**
   * Whether `next` needs the records of the subject: the record is a correction, or the subject
   * was last folded so long ago, or under a snapshot, that it is not at hand.
   */
  needsStream(record: LedgerRecord): boolean {
    return this.subjects.needStream(record) && this.facts.reachedBy(record).length > 0
  }

  /** The idea: what the subject counts for now, less what it counted for, are points. */
  private count(
    record: LedgerRecord,
    stream: readonly LedgerRecord[],
    reached: readonly Reached[],
  ): boolean {
    const { points, facts, subjects } = this
    const subject = subjects.before(record, stream)
    let isChanged = false
    for (const each of reached) {
      const { projection, place } = each
      const known = subject.facts[place]
      // Said before the record is written: a handler may write into these very facts.
      const before =
        subjects.stepsOf(subject, place) ?? this.before.stepsOf(projection, record.stream, known)
      const changed = facts.after(each, known, record, stream)
      const after = this.after.stepsOf(projection, record.stream, changed)
      difference(before, after, (measure, day, change) => {
        points.add(record.position, measure, day, change, subject.number)
      })
      subjects.keep(subject, place, changed, after)
      if (facts.areChanged(known, changed)) isChanged = true
    }
    return isChanged
  }

  /** The facts of a subject under one of the projections, where they are at hand. */
  factsOf<Facts>(
    projection: { readonly initial: () => Facts },
    stream: StreamId,
  ): Facts | undefined {
    const place = this.projections.indexOf(projection as AnyProjection)
    return this.subjects.find(stream)?.facts[place] as Facts | undefined
  }
}
