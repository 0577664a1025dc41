/**
 * Names of things in the ledger: streams and events.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Brand } from '../brand.js'
import { type Category, categories } from './category.js'

/** One stream is one subject: `category-id`, such as `case-1042`. */
export type StreamId = string & Brand<'StreamId'>

const streamPattern = /^([a-z]+)-([A-Za-z0-9._-]{1,64})$/

const isStreamId = (u: unknown): u is StreamId => {
  if (typeof u !== 'string') return false
  const match = streamPattern.exec(u)
  return match !== null && (categories as readonly string[]).includes(match[1] as string)
}

/** Codec of stream ids. The id part is 1 to 64 of `A-Z a-z 0-9 . _ -`. */
export const StreamId = new t.Type<StreamId, string, unknown>(
  'StreamId',
  isStreamId,
  (u, context) =>
    isStreamId(u)
      ? t.success(u)
      : t.failure(
          u,
          context,
          `must be a category (${categories.join(', ')}), a hyphen and 1 to 64 of A-Z a-z 0-9 . _ -`,
        ),
  t.identity,
)

/**
 * A stream id written in code.
 *
 * Errors: throws a RangeError where the text is none; check input with the codec `StreamId`.
 *
 * @example
 * import { streamId } from '@send-ledger/core'
 *
 * assert.strictEqual(streamId('case-1042'), 'case-1042')
 * assert.throws(() => streamId('child-1042'), RangeError)
 */
export const streamId = (text: string): StreamId => {
  const decoded = StreamId.decode(text)
  if (E.isRight(decoded)) return decoded.right
  throw new RangeError(`"${text}" is no stream id, such as case-1042`)
}

/**
 * The kind of subject that a stream is about.
 *
 * @example
 * import { streamId } from '@send-ledger/core'
 * import { categoryOf } from '@send-ledger/core/records'
 *
 * assert.strictEqual(categoryOf(streamId('case-1042')), 'case')
 */
export const categoryOf = (stream: StreamId): Category =>
  stream.slice(0, stream.indexOf('-')) as Category

/** A UUID in lower case: the idempotency key of an event. */
export type EventId = string & Brand<'EventId'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Codec of event ids; capitals are read and kept as lower case. Source: RFC 9562 section 4. */
export const EventId = new t.Type<EventId, string, unknown>(
  'EventId',
  (u): u is EventId => typeof u === 'string' && uuidPattern.test(u),
  (u, context) => {
    const lower = typeof u === 'string' ? u.toLowerCase() : ''
    return uuidPattern.test(lower)
      ? t.success(lower as EventId)
      : t.failure(u, context, 'must be a UUID, such as 0190a1b2-0000-7000-8000-000000000001')
  },
  t.identity,
)
