/**
 * The engine: folds records, subject by subject in recorded order, into facts; facts into steps;
 * and the difference of a subject's steps before and after a record into signed points.
 */
import { produce } from 'immer'
import { type EventType, upcast } from '../events/catalogue.js'
import type { Law } from '../law/rule.js'
import { effectiveRecords, isCorrection } from '../ledger/corrections.js'
import { categoryOf, type StreamId } from '../ledger/ids.js'
import type { LedgerRecord } from '../ledger/record.js'
import { Numbering } from './numbering.js'
import { Points } from './points.js'
import { type AnyProjection, ignore } from './projection.js'
import { difference, noSteps, StepCollector, type Steps } from './steps.js'

/**
 * How handlers are given their facts: `bulk` hands them a private plain object, `live` an immer
 * draft, so that facts handed out before stay as they were. Both give the same points.
 */
export type FoldMode = 'bulk' | 'live'

/** What the engine keeps of one subject under one projection. */
interface Subject {
  facts: unknown
  steps: Steps
}

/** One projection with its subjects. */
interface Folded {
  readonly projection: AnyProjection
  readonly subjects: Map<StreamId, Subject>
}

/** A fold of a ledger under a set of projections, which goes on from record to record. */
export class Fold {
  readonly points = new Points()
  private readonly measures = new Numbering<string>()
  private readonly collector = new StepCollector(this.measures)
  private readonly folded: readonly Folded[]

  constructor(
    projections: readonly AnyProjection[],
    private readonly law: Law,
    private readonly mode: FoldMode = 'bulk',
  ) {
    this.folded = projections.map((projection) => ({ projection, subjects: new Map() }))
  }

  /** Folds the next record; a correction needs `mend` instead. */
  next(record: LedgerRecord): void {
    if (isCorrection(record)) throw new Error(`record ${record.position} is a correction`)
    for (const { projection, subjects } of this.concerned(record.stream)) {
      if (handlerOf(projection, record.type) === ignore) continue
      const subject = subjects.get(record.stream) ?? this.unknown(projection)
      subjects.set(record.stream, subject)
      this.write(projection, subject, record)
      this.count(projection, subject, record)
    }
    this.points.size = record.position + 1
  }

  /**
   * Folds the next record where it is a correction or a retraction: its subject is folded again.
   * `stream` are the records of the subject up to and with this one.
   */
  mend(record: LedgerRecord, stream: readonly LedgerRecord[]): void {
    for (const { projection, subjects } of this.concerned(record.stream)) {
      const before = subjects.get(record.stream) ?? this.unknown(projection)
      const subject = this.unknown(projection)
      for (const effective of effectiveRecords(stream)) this.write(projection, subject, effective)
      subject.steps = before.steps
      subjects.set(record.stream, subject)
      this.count(projection, subject, record)
    }
    this.points.size = record.position + 1
  }

  /** The facts of a subject under one of the projections, as far as it was folded. */
  factsOf<Facts>(
    projection: { readonly initial: () => Facts },
    stream: StreamId,
  ): Facts | undefined {
    const folded = this.folded.find((each) => each.projection === projection)
    return folded?.subjects.get(stream)?.facts as Facts | undefined
  }

  private concerned(stream: StreamId): readonly Folded[] {
    const category = categoryOf(stream)
    return this.folded.filter(({ projection }) => projection.category === category)
  }

  private unknown(projection: AnyProjection): Subject {
    return { facts: projection.initial(), steps: noSteps }
  }

  private write(projection: AnyProjection, subject: Subject, kept: LedgerRecord): void {
    const record = upcast(kept)
    const handle = handlerOf(projection, record.type)
    if (this.mode === 'bulk') handle(subject.facts, record)
    else {
      subject.facts = produce(subject.facts, (draft: unknown) => {
        handle(draft, record)
      })
    }
  }

  /** Adds the difference that a record made to a subject's steps as points. */
  private count(projection: AnyProjection, subject: Subject, record: LedgerRecord): void {
    this.collector.subject = record.stream
    projection.steps(subject.facts, this.collector, this.law)
    const steps = this.collector.taken()
    const id = this.points.subject(record.stream)
    difference(subject.steps, steps, (measure, day, change) => {
      this.points.of(this.measures.nameOf(measure)).add(record.position, day, change, id)
    })
    subject.steps = steps
  }
}

type AnyHandler = (facts: unknown, record: LedgerRecord) => void

const handlerOf = (projection: AnyProjection, type: EventType): AnyHandler =>
  (projection.on as Readonly<Record<string, AnyHandler>>)[type] as AnyHandler
