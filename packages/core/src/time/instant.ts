/**
 * Instants, UTC to the millisecond, and the civil day in London on which they fall.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Brand } from '../brand.js'
import { addDays, CivilDate, dateOfDay, dayOf } from './civil-date.js'

/** An instant, `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares as text. */
export type Instant = string & Brand<'Instant'>

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Whether it is an instant, in its one written form. */
export const isInstant = (u: unknown): u is Instant => {
  const match = typeof u === 'string' ? instantPattern.exec(u) : null
  return match !== null && CivilDate.is(match[1])
}

/** Codec of instants: UTC, with milliseconds. Source: RFC 3339 section 5.6, in one fixed form. */
export const Instant = new t.Type<Instant, string, unknown>(
  'Instant',
  isInstant,
  (u, context) =>
    isInstant(u)
      ? t.success(u)
      : t.failure(u, context, 'must be an instant in UTC, written YYYY-MM-DDTHH:mm:ss.sssZ'),
  t.identity,
)

/**
 * An instant written in code.
 *
 * Errors: throws a RangeError where the text is none; check input with the codec `Instant`.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 *
 * assert.strictEqual(instant('2021-05-04T09:12:00.000Z'), '2021-05-04T09:12:00.000Z')
 * assert.throws(() => instant('2021-05-04T09:12:00+01:00'), RangeError)
 */
export const instant = (text: string): Instant => {
  const decoded = Instant.decode(text)
  if (E.isRight(decoded)) return decoded.right
  throw new RangeError(`"${text}" is no instant in UTC, written YYYY-MM-DDTHH:mm:ss.sssZ`)
}

/**
 * The last millisecond of a civil day in London: what "known at" a date means.
 *
 * Errors: throws a RangeError where there is no such day.
 *
 * @example
 * import { civilDate, endOfDay } from '@send-ledger/core'
 *
 * assert.strictEqual(endOfDay(civilDate('2021-07-31')), '2021-07-31T22:59:59.999Z')
 * assert.strictEqual(endOfDay(civilDate('2021-12-31')), '2021-12-31T23:59:59.999Z')
 */
export const endOfDay = (date: CivilDate): Instant => {
  if (!CivilDate.is(date))
    throw new RangeError(`${date} is no date that exists, written YYYY-MM-DD`)
  const summer = hourIsSummer(`${date}T22:59:59.999Z` as Instant)
  return `${date}T${summer ? '22' : '23'}:59:59.999Z` as Instant
}

/**
 * The civil date in London at an instant.
 *
 * @example
 * import { instant, londonDate } from '@send-ledger/core'
 *
 * assert.strictEqual(londonDate(instant('2021-07-31T23:00:00.000Z')), '2021-08-01')
 * assert.strictEqual(londonDate(instant('2021-12-31T23:00:00.000Z')), '2021-12-31')
 */
export const londonDate = (at: Instant): CivilDate => {
  const date = at.slice(0, 10) as CivilDate
  return hourIsSummer(at) && at.slice(11, 13) === '23' ? addDays(date, 1) : date
}

/**
 * Whether British Summer Time is in force: from 01:00 UTC on the last Sunday of March to 01:00 UTC
 * on the last Sunday of October. Source: Summer Time Order 2002, SI 2002/262, and before it the
 * yearly orders, which ended it on the Sunday from 22 to 28 October in 1990 to 1995.
 */
const hourIsSummer = (at: Instant): boolean => {
  const { starts, ends } = summerOf(at.slice(0, 4))
  return at >= starts && at < ends
}

interface Summer {
  readonly starts: string
  readonly ends: string
}

const summers = new Map<string, Summer>()

const summerOf = (year: string): Summer => {
  const known = summers.get(year)
  if (known) return known
  const lastSunday = (date: string): CivilDate => sundayNotAfter(date as CivilDate)
  const october = +year < 1996 ? `${year}-10-28` : `${year}-10-31`
  const summer = {
    starts: `${lastSunday(`${year}-03-31`)}T01:00:00.000Z`,
    ends: `${lastSunday(october)}T01:00:00.000Z`,
  }
  summers.set(year, summer)
  return summer
}

/** 1 January 1970 was a Thursday, so the day number 3 is a Sunday. */
const sundayNotAfter = (date: CivilDate): CivilDate => {
  const day = dayOf(date)
  return dateOfDay(day - ((((day - 3) % 7) + 7) % 7))
}
