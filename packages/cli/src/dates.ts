/**
 * The two dates of a question, as they are given on the command line.
 */
import { CivilDate, endOfDay, type Instant } from '@send-ledger/core'
import { dateBounds, instantOf } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from './stop.js'

const { earliest, latest } = dateBounds

/** A civil date given with an option, from 1990-01-01 to 2100-01-01. */
export const dateOf = (option: string, text: string): Outcome<CivilDate> => {
  if (!CivilDate.is(text)) {
    return wrongUse(`${option} must be a date that exists, written YYYY-MM-DD, not "${text}".`)
  }
  return text < earliest || text > latest ? outOfBounds(option, text) : E.right(text)
}

const outOfBounds = (option: string, text: string): Outcome<never> =>
  wrongUse(`${option} must lie from ${earliest} to ${latest}, and ${text} does not. Mend the year.`)

/** What `--known-at` means: an instant, or a civil date, which is the end of that day in London. */
export const knownAtOf = (text: string | undefined): Outcome<Instant | undefined> => {
  if (text === undefined) return E.right(undefined)
  if (CivilDate.is(text)) return E.map(endOfDay)(dateOf('--known-at', text))
  const at = instantOf(text)
  if (at === undefined) {
    return wrongUse(
      `--known-at must be a date (2021-07-31) or an instant (2021-07-31T22:59:59.999Z), not "${text}".`,
    )
  }
  const date = at.slice(0, 10)
  return date < earliest || date > latest ? outOfBounds('--known-at', text) : E.right(at)
}
