/**
 * Ids of events from the keys that a council's own systems have.
 */
import { EventId } from '@send-ledger/core'
import { v5, v7 } from 'uuid'

/** Most characters of a key. */
const longest = 200

/**
 * The id of the event that a system knows by a key: a UUID stays itself, and any other text of 1 to
 * 200 characters becomes the same UUID each time in one ledger, and another one in another ledger.
 *
 * Source: RFC 9562 section 5.5 (UUID version 5), under the namespace of the ledger's origin.
 *
 * Errors: throws a RangeError where the key is empty, too long, or no text.
 *
 * @example
 * import { eventIdOf } from 'send-ledger'
 *
 * const id = eventIdOf('urn:example:walsall', 'SEN/2021/004512/REQ')
 * assert.strictEqual(id, eventIdOf('urn:example:walsall', 'SEN/2021/004512/REQ'))
 * assert.notStrictEqual(id, eventIdOf('urn:example:dudley', 'SEN/2021/004512/REQ'))
 */
export const eventIdOf = (origin: string, key: string): string => {
  if (typeof key !== 'string' || key.length === 0 || Array.from(key).length > longest) {
    throw new RangeError(`a key must be text of 1 to ${longest} characters`)
  }
  const uuid = key.toLowerCase()
  return EventId.is(uuid) ? uuid : v5(key, v5(origin, v5.URL))
}

/** A new id, of an event that no system has a key for. Source: RFC 9562 section 5.7. */
export const newEventId = (): string => v7()
