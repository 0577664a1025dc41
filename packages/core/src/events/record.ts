/**
 * The envelope: what surrounds an event's data before it is kept (`NewEvent`) and after
 * (`LedgerRecord`). A record carries both times: `effectiveOn`, when it happened, and
 * `recordedAt`, when the ledger came to know it.
 */

import type { CivilDate } from '../time/civil-date.js'
import type { Instant } from '../time/instant.js'
import type { EventData, EventType } from './catalogue.js'
import type { EventId, StreamId } from './ids.js'

/** An event that is to be recorded. `id` is the idempotency key. */
export interface NewEvent<T extends EventType = EventType> {
  readonly id: EventId
  readonly type: T
  /** Schema version of `data`; the store keeps the version of the catalogue. */
  readonly version: number
  readonly stream: StreamId
  /** The civil date on which it happened in the world. */
  readonly effectiveOn: CivilDate
  /** Pseudonym or role of who recorded it; never a name. */
  readonly actor?: string
  readonly data: EventData<T>
}

/** An event as kept: `NewEvent` with the place and the instant that the ledger gave it. */
export interface LedgerRecord<T extends EventType = EventType> extends NewEvent<T> {
  /** Place in the whole ledger, from 0, dense. Index of its Merkle leaf. */
  readonly position: number
  /** Place in its stream, from 0, dense. */
  readonly revision: number
  /** When the ledger came to know it: UTC, milliseconds; never runs backwards. */
  readonly recordedAt: Instant
}

/** A record of one of the types `T`, narrowed by its `type`. */
export type RecordOf<T extends EventType> = { [K in T]: LedgerRecord<K> }[T]

/** Whether a record is of one of the types. */
export const isOf =
  <T extends EventType>(...types: readonly T[]) =>
  (record: LedgerRecord): record is RecordOf<T> =>
    (types as readonly string[]).includes(record.type)
