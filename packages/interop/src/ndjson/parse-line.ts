/**
 * One line of a file into a draft that can be recorded, or what is wrong with it.
 */
import { checkEvent, type Draft, explain, type Instant, type InvalidEvent } from '@send-ledger/core'
import { type EventTypes, isLocalName, ourTypes } from '@send-ledger/core/own-events'
import { explainJson, instantOf, type JsonFlaw, strictJson } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { LineRefusal, RejectCode } from './reject.js'
import { type Attribute, attributes, datacontenttype, specversion, typeNamed } from './wire.js'

/**
 * Whose clock says when a record became known: `keep` takes the instant that the line gives,
 * `assign` the ledger's own.
 */
export type RecordedTime = 'keep' | 'assign'

/** The attributes of a line, with those that are null left out. */
type Attributes = Partial<Record<Attribute, unknown>>

/**
 * The draft that a line stands for.
 *
 * Nothing is guessed: an attribute that is not known is refused, for it may be a known one
 * misspelt. An attribute that is null counts as absent, and absent `data` as empty.
 *
 * Errors: a `LineRefusal` with its code and reason.
 * Source: CloudEvents 1.0.2, JSON event format.
 */
export const parseLine = (
  text: string,
  recordedTime: RecordedTime = 'assign',
  types: EventTypes = ourTypes,
): E.Either<LineRefusal, Draft> => {
  const parsed = attributesOf(text)
  if (E.isLeft(parsed)) return parsed
  const line = parsed.right
  const flaw = envelopeFlaw(line)
  if (flaw) return E.left(flaw)
  const type = typeOf(line.type, types)
  if (E.isLeft(type)) return type
  const recordedAt = recordedAtOf(line.recordedtime, recordedTime)
  if (E.isLeft(recordedAt)) return recordedAt
  const { type: name, version } = type.right
  const { id, subject: stream, effectivedate: effectiveOn, actor, data = {} } = line
  const told = { id, type: name, version, stream, effectiveOn, data }
  const event = checkEvent(actor === undefined ? told : { ...told, actor }, types)
  if (E.isLeft(event)) return refuse('invalid-event', explain(inWireWords(event.left)))
  return E.right({
    event: event.right,
    ...(recordedAt.right === undefined ? {} : { recordedAt: recordedAt.right }),
  })
}

const refuse = (code: RejectCode, reason: string): E.Either<LineRefusal, never> =>
  E.left({ code, reason })

const jsonCodes = {
  NotJson: 'not-json',
  NameTwice: 'name-twice',
  NumberTooLong: 'number-too-long',
} as const satisfies Record<JsonFlaw['_tag'], RejectCode>

const attributesOf = (text: string): E.Either<LineRefusal, Attributes> => {
  const json = strictJson(text)
  if (E.isLeft(json)) return refuse(jsonCodes[json.left._tag], `the line ${explainJson(json.left)}`)
  const value = json.right
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('not-an-object', 'the line is JSON but no object. Give one object on each line.')
  }
  const keys = Object.keys(value)
  if (!keys.every(isKnown)) {
    const unknown = keys.filter((key) => !isKnown(key))
    const names = unknown.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 40)))
    return refuse(
      'unknown-attribute',
      `not an attribute of a record: ${names.join(', ')}. Known are ${attributes.join(', ')}.`,
    )
  }
  return E.right(withoutNulls(value, keys as readonly Attribute[]))
}

const known: ReadonlySet<string> = new Set(attributes)
const isKnown = (key: string): boolean => known.has(key)

/** Source: CloudEvents JSON event format 2.2: an attribute that is null is one not set. */
const withoutNulls = (value: Attributes, keys: readonly Attribute[]): Attributes =>
  keys.some((key) => value[key] === null && key !== 'data')
    ? Object.fromEntries(
        Object.entries(value).filter(([key, member]) => member !== null || key === 'data'),
      )
    : value

const required = ['specversion', 'id', 'source', 'type', 'subject', 'effectivedate'] as const

const envelopeFlaw = (line: Attributes): LineRefusal | undefined => {
  if (required.some((name) => line[name] === undefined)) {
    const missing = required.filter((name) => line[name] === undefined)
    return { code: 'missing-attribute', reason: `the line lacks ${missing.join(', ')}.` }
  }
  if (line.specversion !== specversion) {
    return { code: 'wrong-specversion', reason: `specversion: must be "${specversion}".` }
  }
  if (typeof line.source !== 'string' || line.source === '') {
    return { code: 'invalid-attribute', reason: 'source: must be text, such as a URN.' }
  }
  if (line.datacontenttype !== undefined && line.datacontenttype !== datacontenttype) {
    return { code: 'invalid-attribute', reason: `datacontenttype: must be "${datacontenttype}".` }
  }
  const place = (['position', 'revision'] as const).find((name) => !isPlace(line[name]))
  return place && { code: 'invalid-attribute', reason: `${place}: must be an integer from 0.` }
}

const isPlace = (value: unknown): boolean =>
  value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0)

type NamedType = E.Either<LineRefusal, { readonly type: string; readonly version: number }>

/** What the types of the catalogue were found to be: each stands on many lines. */
const foundTypes = new Map<unknown, NamedType>()

const typeOf = (value: unknown, types: EventTypes): NamedType => {
  const before = foundTypes.get(value)
  if (before !== undefined) return before
  const found = typeFrom(value, types)
  // What a council's own types are depends on who asks.
  if (E.isRight(found) && !isLocalName(found.right.type)) foundTypes.set(value, found)
  return found
}

const typeFrom = (value: unknown, types: EventTypes): NamedType => {
  const named = typeof value === 'string' ? typeNamed(value) : undefined
  if (!named) {
    return refuse('wrong-type', 'type: must be such as "uk.send-ledger.RequestReceived.v1".')
  }
  const codec = types.codecNamed(named.type)
  if (codec === undefined) {
    return refuse(
      'unknown-type',
      isLocalName(named.type)
        ? `type: ${named.type} is an event type of a council's own, and its declaration is not at hand.`
        : `type: there is no event type ${named.type}.`,
    )
  }
  const { version } = codec
  return named.version > version
    ? refuse(
        'newer-version',
        `type: version ${named.version} of ${named.type} is newer than ${version}, the newest known here. Use a newer send-ledger.`,
      )
    : E.right(named)
}

const recordedAtOf = (
  value: unknown,
  recordedTime: RecordedTime,
): E.Either<LineRefusal, Instant | undefined> => {
  if (value === undefined) {
    return recordedTime === 'keep'
      ? refuse('recorded-time-missing', 'the line lacks recordedtime, which is to be kept.')
      : E.right(undefined)
  }
  const at = typeof value === 'string' ? instantOf(value) : undefined
  if (at === undefined) {
    return refuse(
      'invalid-attribute',
      'recordedtime: must be an instant to the millisecond, such as 2021-05-04T09:12:00.000Z.',
    )
  }
  return E.right(recordedTime === 'keep' ? at : undefined)
}

/** The flaws of an event, with its fields called as they are on the line. */
const inWireWords = (invalid: InvalidEvent): InvalidEvent => ({
  ...invalid,
  flaws: invalid.flaws.map(({ at, problem }) => ({ at: wireNames.get(at) ?? at, problem })),
})

const wireNames: ReadonlyMap<string, string> = new Map([
  ['stream', 'subject'],
  ['effectiveOn', 'effectivedate'],
])
