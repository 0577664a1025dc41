/**
 * The event catalogue, version 1: every event type with its codec, and the check that an event
 * passes before it may be recorded.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { InvalidEvent } from '../ledger/failures.js'
import { categoryOf, EventId, StreamId } from '../ledger/ids.js'
import type { LedgerRecord, NewEvent } from '../ledger/record.js'
import { CivilDate } from '../time/civil-date.js'
import * as action from './action.js'
import * as caseEvents from './case.js'
import type { Category } from './category.js'
import * as correction from './correction.js'
import type { EventCodec } from './event.js'
import { text, whole } from './fields.js'
import { fieldset, optional } from './fieldset.js'
import { flawsOf } from './flaws.js'
import * as ledger from './ledger.js'
import * as measure from './measure.js'
import * as oversight from './oversight.js'
import * as post from './post.js'
import * as programme from './programme.js'
import * as risk from './risk.js'
import * as worker from './worker.js'

/** Every event type of the catalogue, by name: the codec of its data, its category and version. */
export const catalogue = {
  ...caseEvents,
  ...programme,
  ...action,
  ...measure,
  ...oversight,
  ...risk,
  ...post,
  ...worker,
  ...correction,
  ...ledger,
} as const

type Catalogue = typeof catalogue

/** The name of an event type. */
export type EventType = keyof Catalogue

/** The data of an event type. */
export type EventData<T extends EventType> = t.TypeOf<Catalogue[T]>

/** The event types of a category, corrections left out: the engine resolves those. */
export type EventTypeOf<C extends Category> = {
  [K in EventType]: Catalogue[K]['category'] extends C ? K : never
}[EventType]

type AnyEventCodec = EventCodec<EventType, Category | 'every', unknown>

/** What checking data needs of a codec. */
type DataCodec = Pick<AnyEventCodec, 'decode' | 'upcasts'>

const codecs: ReadonlyMap<string, AnyEventCodec> = new Map(
  Object.entries(catalogue as unknown as Readonly<Record<string, AnyEventCodec>>),
)

const envelope = fieldset('event', {
  id: EventId,
  type: text,
  version: whole(1),
  stream: StreamId,
  effectiveOn: CivilDate,
  actor: optional(text),
  data: t.unknown,
})

const flawed = (at: string, problem: string): E.Either<InvalidEvent, never> =>
  E.left({ _tag: 'InvalidEvent', flaws: [{ at, problem }] })

/**
 * An event checked against the catalogue: envelope and data, each field; data of an older schema
 * version is brought up to the present one.
 *
 * Errors: InvalidEvent, with every flaw and its path.
 *
 * @example
 * import { checkEvent } from '@send-ledger/core'
 *
 * const checked = checkEvent({
 *   id: '0190a1b2-0000-7000-8000-000000000001',
 *   type: 'RequestReceived',
 *   version: 1,
 *   stream: 'case-1042',
 *   effectiveOn: '2021-05-03',
 *   data: { requestedBy: 'scool', startedBy: 'request' },
 * })
 * assert.match(JSON.stringify(checked), /data.requestedBy/)
 */
export const checkEvent = (u: unknown): E.Either<InvalidEvent, NewEvent> => {
  const checked = envelope.decode(u)
  if (E.isLeft(checked)) return E.left({ _tag: 'InvalidEvent', flaws: flawsOf(checked.left) })
  const event = checked.right
  const codec = codecs.get(event.type)
  if (codec === undefined) return flawed('type', `${event.type} is no type of the catalogue`)
  if (event.version > codec.version) {
    return flawed('version', `${event.version} is newer than the catalogue's ${codec.version}`)
  }
  if (codec.category !== 'every' && codec.category !== categoryOf(event.stream)) {
    return flawed('stream', `${event.type} belongs in a ${codec.category} stream`)
  }
  return E.map((data) => ({ ...event, version: codec.version, data }) as NewEvent)(
    checkData(codec, event.version, event.data),
  )
}

/**
 * The data of one event type, as of a schema version, checked and brought up to the present one.
 *
 * Errors: InvalidEvent, with every flaw and its path.
 */
export const checkData = (
  codec: DataCodec,
  version: number,
  data: unknown,
): E.Either<InvalidEvent, unknown> => {
  const checked = codec.decode(isRecord(data) ? upcastData(codec, version, data) : data)
  return E.mapLeft(
    (errors: t.Errors): InvalidEvent => ({
      _tag: 'InvalidEvent',
      flaws: flawsOf(errors, ['data']),
    }),
  )(checked)
}

/** The codec of an event type. */
export const codecOf = (type: EventType): AnyEventCodec => codecs.get(type) as AnyEventCodec

/** A kept record with its data brought up to the present schema version. */
export const upcast = (record: LedgerRecord): LedgerRecord => {
  const codec = codecOf(record.type)
  if (record.version === codec.version) return record
  const data = upcastData(codec, record.version, record.data as Readonly<Record<string, unknown>>)
  return { ...record, version: codec.version, data } as LedgerRecord
}

type Data = Readonly<Record<string, unknown>>

const isRecord = (u: unknown): u is Data => typeof u === 'object' && u !== null && !Array.isArray(u)

const upcastData = (codec: Pick<DataCodec, 'upcasts'>, version: number, data: Data): Data =>
  codec.upcasts.slice(version - 1).reduce((older, next) => next(older), data)
