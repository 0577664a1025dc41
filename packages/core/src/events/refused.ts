/**
 * Why an event is refused, whatever ledger it is for: it does not fit the catalogue, or it breaks
 * the life cycle of its subject.
 */
import type { CivilDate } from '../time/civil-date.js'
import type { EventId, StreamId } from './ids.js'

/** One thing wrong in an event, and where. */
export interface Flaw {
  /** Path of the field, such as `data.requestedBy`. */
  readonly at: string
  readonly problem: string
}

/** The event does not fit the catalogue. */
export interface InvalidEvent {
  readonly _tag: 'InvalidEvent'
  readonly flaws: readonly Flaw[]
}

/** A record named by a life-cycle refusal. */
export interface RecordNamed {
  readonly id: EventId
  readonly type: string
  readonly effectiveOn: CivilDate
}

/** The event breaks the life cycle of its subject. */
export interface LifeCycleBroken {
  readonly _tag: 'LifeCycleBroken'
  /** Name of the rule, such as `plan-issued-once`. */
  readonly rule: string
  readonly stream: StreamId
  /** The version of the software that first asked for the rule, where earlier ones did not. */
  readonly since?: string
  /** The rule in words, with its source where the law is one. */
  readonly because: string
  /** The record that breaks the rule. */
  readonly record: RecordNamed
  /** The record it is in conflict with, where there is one. */
  readonly against?: RecordNamed
}
