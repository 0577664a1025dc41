/**
 * The check that an event passes before it may be recorded; and data of older schema versions,
 * brought up to the present one.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { CivilDate } from '../time/civil-date.js'
import { type AnyEventCodec, codecNamed } from './catalogue.js'
import { type EventTypes, isCarried, ourTypes } from './event-types.js'
import { text, whole } from './fields.js'
import { fieldset, optional } from './fieldset.js'
import { flawsOf } from './flaws.js'
import { categoryOf, EventId, StreamId } from './ids.js'
import { perhapsMeant } from './meant.js'
import type { LedgerRecord, NewEvent } from './record.js'
import type { InvalidEvent } from './refused.js'

/** What checking data needs of a codec. */
type DataCodec = Pick<AnyEventCodec, 'decode' | 'upcasts'>

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
 * An event that was checked here, by the codec of its type. It is frozen, so what was good of it
 * still is.
 */
class CheckedEvent {
  readonly #codec: AnyEventCodec
  readonly id: EventId
  readonly type: string
  readonly version: number
  readonly stream: StreamId
  readonly effectiveOn: CivilDate
  readonly actor?: string
  readonly data: unknown

  constructor(codec: AnyEventCodec, event: t.TypeOf<typeof envelope>, data: unknown) {
    this.#codec = codec
    this.id = event.id
    this.type = codec.name
    this.version = codec.version
    this.stream = event.stream
    this.effectiveOn = event.effectiveOn
    if (event.actor !== undefined) this.actor = event.actor
    this.data = frozenCopy(data)
    Object.freeze(this)
  }

  /** Whether it was checked; where types are given, by the codec that they have. */
  static is(u: unknown, types: EventTypes | undefined): u is NewEvent {
    if (typeof u !== 'object' || u === null || !(#codec in u)) return false
    return types === undefined || types.codecNamed(u.#codec.name) === u.#codec
  }
}

/** A copy that nobody can change, whatever is done to what it was made from. */
const frozenCopy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy))
  const copy: Record<string, unknown> = { ...value }
  for (const key of Object.keys(copy)) {
    const member = copy[key]
    if (typeof member === 'object') copy[key] = frozenCopy(member)
  }
  return Object.freeze(copy)
}

/**
 * An event checked against the catalogue: envelope and data, each field; data of an older schema
 * version is brought up to the present one. What it gives cannot be changed, and is good for ever.
 *
 * @param types ours, unless those of a council's own are handed in beside them. What was checked
 * by others of the same name is checked again.
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
export const checkEvent = (
  u: unknown,
  types: EventTypes = ourTypes,
): E.Either<InvalidEvent, NewEvent> => {
  if (CheckedEvent.is(u, types)) return E.right(u)
  const checked = envelope.decode(u)
  if (E.isLeft(checked)) return E.left({ _tag: 'InvalidEvent', flaws: flawsOf(checked.left) })
  const event = checked.right
  const codec = types.codecNamed(event.type)
  if (codec === undefined) {
    const meant = perhapsMeant(event.type, types.names)
    return flawed('type', `${event.type} is no type of the catalogue${meant}`)
  }
  if (event.version > codec.version) {
    return flawed('version', `${event.version} is newer than the catalogue's ${codec.version}`)
  }
  if (codec.category !== 'every' && codec.category !== categoryOf(event.stream)) {
    return flawed('stream', `${event.type} belongs in a ${codec.category} stream`)
  }
  const data = checkData(codec, event.version, event.data)
  return E.isLeft(data)
    ? data
    : E.right(new CheckedEvent(codec, event, data.right) as unknown as NewEvent)
}

/**
 * An event that a store is given: what was checked is taken, by whatever types it was.
 *
 * Errors: those of `checkEvent` by our types, where it was not checked before.
 */
export const checkedAlready = (u: unknown): E.Either<InvalidEvent, NewEvent> =>
  CheckedEvent.is(u, undefined) ? E.right(u) : checkEvent(u)

/**
 * A kept event checked as `checkEvent` does; of a type that is carried the envelope, and that its
 * data is an object.
 *
 * Errors: InvalidEvent, with every flaw and its path.
 *
 * @example
 * import { ourTypes } from '@send-ledger/core/own-events'
 * import { checkKept } from '@send-ledger/core/proof'
 *
 * const kept = {
 *   id: '0190a1b2-0000-7000-8000-000000000001',
 *   type: 'dudley.HubOpened',
 *   version: 1,
 *   stream: 'programme-send',
 *   effectiveOn: '2021-05-03',
 *   data: {},
 * }
 * assert.strictEqual(checkKept(kept, ourTypes)._tag, 'Right')
 * assert.strictEqual(checkKept({ ...kept, type: 'HubOpened' }, ourTypes)._tag, 'Left')
 */
export const checkKept = (u: unknown, types: EventTypes): E.Either<InvalidEvent, NewEvent> => {
  const kept = u as { readonly type?: unknown; readonly data?: unknown }
  if (typeof kept?.type !== 'string' || !isCarried({ type: kept.type }, types)) {
    return checkEvent(u, types)
  }
  const checked = envelope.decode(u)
  if (E.isLeft(checked)) return E.left({ _tag: 'InvalidEvent', flaws: flawsOf(checked.left) })
  return isRecord(kept.data)
    ? E.right(checked.right as unknown as NewEvent)
    : flawed('data', 'must be an object')
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

/**
 * A kept record with its data brought up to the present schema version.
 *
 * @example
 * import { recordFrom } from '@send-ledger/core/proof'
 * import { upcast } from '@send-ledger/core/records'
 *
 * const record = recordFrom('{"type":"AssessmentAgreed","version":1,"data":{}}', 0)
 * assert.strictEqual(upcast(record), record)
 */
export const upcast = (record: LedgerRecord): LedgerRecord => {
  const codec = codecNamed(record.type)
  // A type of a council's own is brought up to date by those who know it.
  return codec === undefined ? record : upcastBy(codec, record)
}

/** A kept record with its data brought up to the schema version of a codec. */
export const upcastBy = (
  codec: Pick<AnyEventCodec, 'version' | 'upcasts'>,
  record: LedgerRecord,
): LedgerRecord => {
  if (record.version === codec.version) return record
  const data = upcastData(codec, record.version, record.data as Readonly<Record<string, unknown>>)
  return { ...record, version: codec.version, data } as LedgerRecord
}

type Data = Readonly<Record<string, unknown>>

const isRecord = (u: unknown): u is Data => typeof u === 'object' && u !== null && !Array.isArray(u)

const upcastData = (codec: Pick<DataCodec, 'upcasts'>, version: number, data: Data): Data =>
  codec.upcasts.slice(version - 1).reduce((older, next) => next(older), data)
