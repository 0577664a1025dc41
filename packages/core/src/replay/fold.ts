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
import { Points } from './points.js'
import { type AnyProjection, ignore } from './projection.js'
import { RecentSteps } from './recent-steps.js'
import { difference, StepCollector } from './steps.js'

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

/** A fold of a ledger under a set of projections, which goes on from record to record. */
export class Fold {
  private readonly before: StepCollector
  private readonly after: StepCollector
  /** By the place of the projection, then by the number of the subject. */
  private readonly facts: unknown[][]
  private readonly recent: RecentSteps
  /** How many records the points covered at first, and the subjects folded again since. */
  private readonly from: number
  private readonly recalled = new Set<StreamId>()
  private readonly destinations = new Map<string, readonly Destination[]>()

  constructor(
    private readonly projections: readonly AnyProjection[],
    private readonly law: Law,
    private readonly mode: FoldMode = 'bulk',
    /** Where points are added; those of a snapshot are gone on from. */
    readonly points: Points = new Points(),
  ) {
    this.from = points.size
    this.before = new StepCollector(points.measureNumbers)
    this.after = new StepCollector(points.measureNumbers)
    this.facts = projections.map(() => [])
    this.recent = new RecentSteps(projections.length)
  }

  /**
   * Whether the subject of a record has earlier records that were not folded here, because the
   * points of a snapshot are gone on from: `recall` must come first.
   */
  needsRecall({ stream, revision }: LedgerRecord): boolean {
    return this.from > 0 && revision > 0 && !this.recalled.has(stream)
  }

  /** Folds what is known of a subject, the records before the next, without adding points. */
  recall(stream: StreamId, records: readonly LedgerRecord[]): void {
    this.recalled.add(stream)
    const category = categoryOf(stream)
    if (!this.projections.some((projection) => projection.category === category)) return
    const subject = this.points.subjectNumbers.numberOf(stream)
    const effective = effectiveRecords(records)
    this.projections.forEach((projection, place) => {
      if (projection.category !== category) return
      const known = this.facts[place] as unknown[]
      known[subject] = this.factsFrom(projection, effective)
    })
  }

  /** Folds the next record; a correction needs `mend` instead. */
  next(record: LedgerRecord): void {
    if (isCorrection(record)) throw new Error(`record ${record.position} is a correction`)
    if (this.from > 0) this.recalled.add(record.stream)
    const destinations = this.destinationsOf(record.type)
    if (destinations.length > 0) {
      const subject = this.points.subjectNumbers.numberOf(record.stream)
      for (const { projection, place, handle } of destinations) {
        this.change(projection, place, subject, record, (facts) =>
          this.written(handle, facts ?? projection.initial(), upcast(record)),
        )
      }
    }
    this.points.size = record.position + 1
  }

  /**
   * Folds the next record where it is a correction or a retraction: its subject is folded again.
   * `stream` are the records of the subject up to and with this one.
   */
  mend(record: LedgerRecord, stream: readonly LedgerRecord[]): void {
    const category = categoryOf(record.stream)
    const effective = effectiveRecords(stream)
    const subject = this.points.subjectNumbers.numberOf(record.stream)
    this.projections.forEach((projection, place) => {
      if (projection.category !== category) return
      this.change(projection, place, subject, record, () => this.factsFrom(projection, effective))
    })
    this.points.size = record.position + 1
  }

  /** The facts of a subject under one of the projections, as far as it was folded. */
  factsOf<Facts>(
    projection: { readonly initial: () => Facts },
    stream: StreamId,
  ): Facts | undefined {
    const place = this.projections.indexOf(projection as AnyProjection)
    const subject = this.points.subjectNumbers.find(stream)
    return subject === undefined ? undefined : (this.facts[place]?.[subject] as Facts | undefined)
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
  ): void {
    const { points, before, after, recent, law } = this
    const known = this.facts[place] as unknown[]
    const facts = known[subject]
    before.start(stream)
    // What it counted for follows from the facts, which a handler may write into.
    if (facts !== undefined && !recent.recall(place, subject, before)) {
      projection.steps(facts, before, law)
    }
    const changed = change(facts)
    known[subject] = changed
    after.start(stream)
    projection.steps(changed, after, law)
    recent.keep(place, subject, after)
    difference(before, after, (measure, day, step) => {
      points.add(position, measure, day, step, subject)
    })
  }
}

const handlerOf = (projection: AnyProjection, type: EventType): AnyHandler | undefined =>
  (projection.on as Readonly<Record<string, AnyHandler>>)[type]
