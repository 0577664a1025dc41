/**
 * `recordedtime`: a timestamp of RFC 3339, as other systems write it, into the ledger's instant.
 */
import { CivilDate, Instant } from '@send-ledger/core'

const timestamp =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,3})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * The instant of a timestamp; undefined where it is none, or is finer than a millisecond, which
 * the ledger could only keep by shifting it.
 *
 * Source: RFC 3339 section 5.6; CloudEvents extension "recordedtime".
 */
export const instantOf = (text: string): Instant | undefined => {
  if (Instant.is(text)) return text
  const match = timestamp.exec(text)
  if (match === null || !CivilDate.is(match[1])) return undefined
  const utc = new Date(Date.parse(text.toUpperCase())).toISOString()
  return Instant.is(utc) ? utc : undefined
}
