/**
 * The engine: folds records, subject by subject in recorded order, into facts; facts into steps;
 * and the difference of a subject's steps before and after a record into signed points.
 */
import { produce } from 'immer'
import type { EventType } from '../events/catalogue.js'
import { upcast } from '../events/check-event.js'
import { effectiveRecords, isCorrection } from '../events/corrections.js'
import { categoryOf, type StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Law } from '../law/rule.js'
import { Points } from './points.js'
import { type AnyProjection, ignore } from './projection.js'
import { RecentFacts } from './recent-facts.js'
import { RecentSteps } from './recent-steps.js'
import { difference, StepCollector, type Steps } from './steps.js'

/**
 * How handlers are given their facts: `bulk` hands them a private plain object, `live` an immer
 * draft, so that facts handed out before stay as they were. Both give the same points.
 */
export type FoldMode = 'bulk' | 'live'

/** Where the records of one type go: a projection that does not ignore them. */
interface Destination {
  readonly projection: AnyProjection
  readonly place: number
  readonly handle: AnyHandler
}

type AnyHandler = (facts: unknown, record: LedgerRecord) => void

/** How a fold is made. */
export interface FoldOptions {
  readonly mode?: FoldMode
  /** Points that are gone on from, such as those of a snapshot; none unless told. */
  readonly points?: Points
  /** A subject is forgotten when so many facts were kept since; unless told, over 100,000. */
  readonly remembered?: number | undefined
}

/** A fold of a ledger under a set of projections, which goes on from record to record. */
export class Fold {
  private readonly mode: FoldMode
  private readonly before: StepCollector
  private readonly after: StepCollector
  private readonly facts: RecentFacts
  private readonly steps: RecentSteps
  /** How many records the points covered at first. */
  private readonly from: number
  /** The record that was found to need no others, since the last was folded. */
  private suffices: LedgerRecord | undefined
  private readonly destinations = new Map<string, readonly Destination[]>()

  /** Where points are added. */
  readonly points: Points

  constructor(
    private readonly projections: readonly AnyProjection[],
    private readonly law: Law,
    { mode = 'bulk', points = new Points(), remembered }: FoldOptions = {},
  ) {
    this.mode = mode
    this.points = points
    this.from = points.size
    this.before = new StepCollector(points.measureNumbers)
    this.after = new StepCollector(points.measureNumbers)
    this.facts = new RecentFacts(projections.length, remembered)
    this.steps = new RecentSteps(projections.length)
  }

  /**
   * Whether `next` needs the records of the subject: the record is a correction, or the subject
   * was last folded so long ago, or under a snapshot, that it is not at hand.
   */
  needsStream(record: LedgerRecord): boolean {
    const needs = isCorrection(record) || this.isForgotten(record)
    if (!needs) this.suffices = record
    return needs
  }

  /**
   * Folds the next record; says whether that changed facts.
   *
   * Errors: throws where the records of the subject are needed, and not given.
   *
   * @param stream the records of the subject up to and with this one, where they are needed.
   */
  next(record: LedgerRecord, stream?: readonly LedgerRecord[]): boolean {
    if (stream === undefined && this.suffices !== record && this.needsStream(record)) {
      throw new Error(`record ${record.position} needs the earlier records of ${record.stream}`)
    }
    if (stream && this.isForgotten(record)) this.recall(record.stream, stream.slice(0, -1))
    const isChanged = stream && isCorrection(record) ? this.mend(record, stream) : this.add(record)
    this.points.size = record.position + 1
    this.suffices = undefined
    return isChanged
  }

  /** The facts of a subject under one of the projections, where they are at hand. */
  factsOf<Facts>(
    projection: { readonly initial: () => Facts },
    stream: StreamId,
  ): Facts | undefined {
    const place = this.projections.indexOf(projection as AnyProjection)
    const subject = this.points.subjectNumbers.find(stream)
    if (subject === undefined || place < 0) return undefined
    return this.facts.find(place, subject) as Facts | undefined
  }

  private isForgotten({ stream, revision }: LedgerRecord): boolean {
    if (revision === 0) return false
    const subject = this.points.subjectNumbers.find(stream)
    const isAtHand = subject === undefined ? undefined : this.facts.has(subject)
    return isAtHand === undefined ? this.from > 0 && this.isFolded(stream) : !isAtHand
  }

  private isFolded(stream: StreamId): boolean {
    const category = categoryOf(stream)
    return this.projections.some((projection) => projection.category === category)
  }

  /** Folds what is known of a subject, the records before the next, without adding points. */
  private recall(stream: StreamId, records: readonly LedgerRecord[]): void {
    const category = categoryOf(stream)
    const subject = this.points.subjectNumbers.numberOf(stream)
    const effective = effectiveRecords(records)
    this.projections.forEach((projection, place) => {
      if (projection.category !== category) return
      // A projection that no record has reached yet has no facts, and counts nothing.
      if (!records.some((record) => isCorrection(record) || this.reaches(record, place))) return
      const facts = this.factsFrom(projection, effective)
      this.facts.keep(place, subject, facts)
      this.steps.keep(place, subject, this.said(this.before, projection, stream, facts))
    })
  }

  private reaches({ type }: LedgerRecord, place: number): boolean {
    return this.destinationsOf(type).some((destination) => destination.place === place)
  }

  private add(record: LedgerRecord): boolean {
    const destinations = this.destinationsOf(record.type)
    if (destinations.length === 0) return false
    const subject = this.points.subjectNumbers.numberOf(record.stream)
    let isChanged = false
    for (const { projection, place, handle } of destinations) {
      const change = (facts: unknown): unknown =>
        this.written(handle, facts ?? projection.initial(), upcast(record))
      if (this.change(projection, place, subject, record, change)) isChanged = true
    }
    return isChanged
  }

  /** A correction or a retraction: the subject is folded again. */
  private mend(record: LedgerRecord, stream: readonly LedgerRecord[]): boolean {
    const category = categoryOf(record.stream)
    const effective = effectiveRecords(stream)
    const subject = this.points.subjectNumbers.numberOf(record.stream)
    this.projections.forEach((projection, place) => {
      if (projection.category !== category) return
      this.change(projection, place, subject, record, () => this.factsFrom(projection, effective))
    })
    return true
  }

  private destinationsOf(type: EventType): readonly Destination[] {
    const known = this.destinations.get(type)
    if (known) return known
    const made = this.projections.flatMap((projection, place) => {
      const handle = handlerOf(projection, type)
      return handle === undefined || handle === ignore ? [] : [{ projection, place, handle }]
    })
    this.destinations.set(type, made)
    return made
  }

  private factsFrom(projection: AnyProjection, records: readonly LedgerRecord[]): unknown {
    return records.map(upcast).reduce((facts: unknown, record) => {
      const handle = handlerOf(projection, record.type)
      return handle === undefined ? facts : this.written(handle, facts, record)
    }, projection.initial())
  }

  private written(handle: AnyHandler, facts: unknown, record: LedgerRecord): unknown {
    if (this.mode === 'live') {
      return produce(facts, (draft: unknown) => {
        handle(draft, record)
      })
    }
    handle(facts, record)
    return facts
  }

  /**
   * Changes the facts of a record's subject, and adds the difference that this makes to its steps
   * as points.
   */
  private change(
    projection: AnyProjection,
    place: number,
    subject: number,
    { stream, position }: LedgerRecord,
    change: (facts: unknown) => unknown,
  ): boolean {
    const { points } = this
    const facts = this.facts.find(place, subject)
    // What it counted for follows from the facts, which a handler may write into.
    const before =
      this.steps.find(place, subject) ?? this.said(this.before, projection, stream, facts)
    const changed = change(facts)
    const after = this.said(this.after, projection, stream, changed)
    difference(before, after, (measure, day, step) => {
      points.add(position, measure, day, step, subject)
    })
    this.facts.keep(place, subject, changed)
    this.steps.keep(place, subject, after)
    return this.mode === 'bulk' || changed !== facts
  }

  /** What a subject counts for by its facts: nothing where there are none. */
  private said(
    collector: StepCollector,
    projection: AnyProjection,
    stream: StreamId,
    facts: unknown,
  ): Steps {
    collector.start(stream)
    if (facts !== undefined) projection.steps(facts, collector, this.law)
    return collector.said
  }
}

const handlerOf = (projection: AnyProjection, type: EventType): AnyHandler | undefined =>
  (projection.on as Readonly<Record<string, AnyHandler>>)[type]
