/**
 * How facts follow from the records of a subject: which projections a record reaches, and what
 * their handlers make of it.
 */
import { produce } from 'immer'
import { upcast } from '../events/check-event.js'
import { effectiveRecords, isCorrection } from '../events/corrections.js'
import { categoryOf, type StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { AnyProjection } from './projection.js'

/**
 * How handlers are given their facts: `bulk` hands them a private plain object, `live` an immer
 * draft, so that facts handed out before stay as they were. Both give the same points.
 */
export type FoldMode = 'bulk' | 'live'

/** A projection that a record reaches, and its place among those of the fold. */
export interface Reached {
  readonly projection: AnyProjection
  readonly place: number
  /** Of the type of the record; none for a correction, of which handlers know nothing. */
  readonly handle: AnyHandler | undefined
}

type AnyHandler = (facts: unknown, record: LedgerRecord) => void

/** Facts under a set of projections. */
export class FactFold {
  /** Which projections records reach: by their type, corrections by their category. */
  private readonly reached = new Map<string, readonly Reached[]>()

  constructor(
    private readonly projections: readonly AnyProjection[],
    private readonly mode: FoldMode,
  ) {}

  /** The projections that do something with a record: with a correction, all of its category. */
  reachedBy(record: LedgerRecord): readonly Reached[] {
    return isCorrection(record) ? this.ofCategory(record.stream) : this.ofType(record.type)
  }

  /**
   * Facts with the next record: written into them; where it is a correction, made anew from all
   * records of the subject.
   */
  after(
    { projection, handle }: Reached,
    facts: unknown,
    record: LedgerRecord,
    stream: readonly LedgerRecord[],
  ): unknown {
    if (handle === undefined) return this.made(projection, stream)
    return this.written(handle, facts ?? projection.initial(), upcast(record))
  }

  /** The facts of a subject by place: none under projections that none of its records reached. */
  ofRecords(stream: StreamId, records: readonly LedgerRecord[]): unknown[] {
    const reached = new Set(records.flatMap((record) => this.reachedBy(record).map(placeOf)))
    const category = categoryOf(stream)
    return this.projections.map((projection, place) =>
      projection.category === category && reached.has(place)
        ? this.made(projection, records)
        : undefined,
    )
  }

  /** Whether a record changed facts; of those that are written into, nobody knows. */
  areChanged(before: unknown, after: unknown): boolean {
    return this.mode === 'bulk' || before !== after
  }

  private made(projection: AnyProjection, records: readonly LedgerRecord[]): unknown {
    let facts: unknown = projection.initial()
    for (const record of effectiveRecords(records)) {
      const handle = handlerOf(projection, record.type)
      if (handle) facts = this.written(handle, facts, upcast(record))
    }
    return facts
  }

  private written(handle: AnyHandler, facts: unknown, record: LedgerRecord): unknown {
    if (this.mode === 'live') return produce(facts, (draft: unknown) => handle(draft, record))
    handle(facts, record)
    return facts
  }

  private ofCategory(stream: StreamId): readonly Reached[] {
    const category = categoryOf(stream)
    return this.remembered(category, (projection, place) =>
      projection.category === category ? [{ projection, place, handle: undefined }] : [],
    )
  }

  private ofType(type: string): readonly Reached[] {
    return this.remembered(type, (projection, place) => {
      const handle = handlerOf(projection, type)
      return handle === undefined ? [] : [{ projection, place, handle }]
    })
  }

  private remembered(
    key: string,
    reached: (projection: AnyProjection, place: number) => readonly Reached[],
  ): readonly Reached[] {
    const known = this.reached.get(key)
    if (known) return known
    const made = this.projections.flatMap(reached)
    this.reached.set(key, made)
    return made
  }
}

const placeOf = ({ place }: Reached): number => place

const handlerOf = (projection: AnyProjection, type: string): AnyHandler | undefined =>
  (projection.on as Readonly<Record<string, AnyHandler>>)[type]
