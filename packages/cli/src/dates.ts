/**
 * The two dates of a question, as they are given on the command line.
 */
import { CivilDate, endOfDay, type Instant, instantOf } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from './stop.js'

/** A civil date given with an option. */
export const dateOf = (option: string, text: string): Outcome<CivilDate> =>
  CivilDate.is(text)
    ? E.right(text)
    : wrongUse(`${option} must be a date that exists, written YYYY-MM-DD, not "${text}".`)

/** What `--known-at` means: an instant, or a civil date, which is the end of that day in London. */
export const knownAtOf = (text: string | undefined): Outcome<Instant | undefined> => {
  if (text === undefined) return E.right(undefined)
  if (CivilDate.is(text)) return E.right(endOfDay(text))
  const at = instantOf(text)
  return at === undefined
    ? wrongUse(
        `--known-at must be a date (2021-07-31) or an instant (2021-07-31T22:59:59.999Z), not "${text}".`,
      )
    : E.right(at)
}

/** A month given with an option. */
export const monthOf = (option: string, text: string): Outcome<string> =>
  /^\d{4}-\d{2}$/.test(text) && CivilDate.is(`${text}-01`)
    ? E.right(text)
    : wrongUse(`${option} must be a month, written YYYY-MM, not "${text}".`)

export { dateInWords, monthInWords } from '@send-ledger/core'
