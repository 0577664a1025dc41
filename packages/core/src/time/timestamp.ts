/**
 * Timestamps of RFC 3339, as other systems write them, into the ledger's instants.
 */
import { CivilDate } from './civil-date.js'
import { Instant } from './instant.js'

const timestamp =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,3})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * The instant of a timestamp; undefined where it is none, or is finer than a millisecond, which
 * the ledger could only keep by shifting it.
 *
 * Source: RFC 3339 section 5.6; CloudEvents extension "recordedtime".
 *
 * @example
 * import { instantOf } from '@send-ledger/core/records'
 *
 * assert.strictEqual(instantOf('2021-05-04T10:12:00+01:00'), '2021-05-04T09:12:00.000Z')
 * assert.strictEqual(instantOf('2021-05-04'), undefined)
 */
export const instantOf = (text: string): Instant | undefined => {
  if (Instant.is(text)) return text
  const match = timestamp.exec(text)
  if (match === null || !CivilDate.is(match[1])) return undefined
  const utc = new Date(Date.parse(text.toUpperCase())).toISOString()
  return Instant.is(utc) ? utc : undefined
}
