/**
 * Events as they are written down to be recorded: one builder for each type of the catalogue.
 */
import type { CivilDate, EventId, Instant, StreamId } from '@send-ledger/core'
import { catalogue, type EventData, type EventType } from '@send-ledger/core/records'

/** A value as a caller writes it: dates, instants and ids are strings. */
export type Plain<T> = T extends CivilDate | Instant | StreamId | EventId
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T

/** The data of an event type as a caller writes it. */
export type DataOf<T extends EventType> = Plain<EventData<T>>

/** What an event may be given beside what happened. */
export interface EventOptions {
  /**
   * What the caller's own system knows the event by: any text of 1 to 200 characters, or a UUID.
   * The same key with the same content again records nothing new; without one, it is a new event.
   */
  readonly key?: string
  /** Pseudonym or role of who records it; never a name. */
  readonly actor?: string
}

/** An event that is to be recorded. */
export interface EventToRecord<T extends EventType = EventType> extends EventOptions {
  readonly type: T
  /** Whom or what it is about, such as `case-1042`. */
  readonly stream: string
  /** The date on which it happened, `YYYY-MM-DD`. */
  readonly effectiveOn: string
  readonly data: DataOf<T>
}

/** Builds an event of one type: whom it is about, on which date it happened, and its data. */
export type Builder<T extends EventType> =
  Record<never, never> extends DataOf<T>
    ? (stream: string, on: string, data?: DataOf<T>, options?: EventOptions) => EventToRecord<T>
    : (stream: string, on: string, data: DataOf<T>, options?: EventOptions) => EventToRecord<T>

/** The builders of all event types, each under the name of its type. */
export type Builders = { readonly [T in EventType as Uncapitalize<T>]: Builder<T> }

const builderOf =
  (type: EventType) =>
  (stream: string, effectiveOn: string, data = {}, options: EventOptions = {}): EventToRecord =>
    Object.freeze({ type, stream, effectiveOn, data, ...options }) as EventToRecord

/**
 * One builder for each event type of the catalogue. What is built is checked when it is recorded.
 *
 * @example
 * import { events } from 'send-ledger'
 *
 * const { requestReceived } = events
 * const event = requestReceived('case-1042', '2021-01-04', {
 *   requestedBy: 'school',
 *   startedBy: 'request',
 * })
 * assert.strictEqual(event.type, 'RequestReceived')
 */
export const events: Builders = Object.fromEntries(
  (Object.keys(catalogue) as EventType[]).map((type) => [uncapitalised(type), builderOf(type)]),
) as unknown as Builders

function uncapitalised(type: string): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}`
}
