/**
 * Events as they are written down to be recorded: one builder for each type of the catalogue.
 */
import type { CivilDate, EventId, Instant, StreamId } from '@send-ledger/core'
import type { LocalName, LocalType } from '@send-ledger/core/own-events'
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

/** An event of a type of the council's own that is to be recorded; `builderOf` makes one. */
export interface LocalEventToRecord extends EventOptions {
  readonly type: LocalName
  readonly stream: string
  readonly effectiveOn: string
  readonly data: object
}

/** An event that is to be recorded, of a type of ours or of the council's own. */
export type AnyEventToRecord = EventToRecord | LocalEventToRecord

/** Builds an event of one type: whom it is about, on which date it happened, and its data. */
export type Builder<T extends EventType> =
  Record<never, never> extends DataOf<T>
    ? (stream: string, on: string, data?: DataOf<T>, options?: EventOptions) => EventToRecord<T>
    : (stream: string, on: string, data: DataOf<T>, options?: EventOptions) => EventToRecord<T>

/** Builds an event of a type of the council's own. */
export type LocalBuilder<Data> =
  Record<never, never> extends Data
    ? (s: string, on: string, data?: Plain<Data>, options?: EventOptions) => LocalEventToRecord
    : (s: string, on: string, data: Plain<Data>, options?: EventOptions) => LocalEventToRecord

/** The builders of all event types, each under the name of its type. */
export type Builders = { readonly [T in EventType as Uncapitalize<T>]: Builder<T> }

const building =
  (type: string) =>
  (stream: string, effectiveOn: string, data = {}, options: EventOptions = {}) =>
    Object.freeze({ type, stream, effectiveOn, data, ...options })

/**
 * The builder of an event type of one's own. What is built is checked when it is recorded, in a
 * ledger that was opened with the type.
 *
 * @example
 * import { code, localType } from '@send-ledger/core/own-events'
 * import { builderOf } from 'send-ledger'
 *
 * const panelHeld = builderOf(
 *   localType({
 *     name: 'walsall.PanelHeld',
 *     category: 'case',
 *     dateMeans: 'the day on which the panel met',
 *     fields: { outcome: code('agreed', 'deferred') },
 *   }),
 * )
 * const event = panelHeld('case-1042', '2021-02-01', { outcome: 'agreed' })
 * assert.strictEqual(event.type, 'walsall.PanelHeld')
 */
export const builderOf = <Name extends LocalName, Data>(
  type: LocalType<Name, Data>,
): LocalBuilder<Data> => building(type.name) as LocalBuilder<Data>

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
  (Object.keys(catalogue) as EventType[]).map((type) => [uncapitalised(type), building(type)]),
) as unknown as Builders

function uncapitalised(type: string): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}`
}
