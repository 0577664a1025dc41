/**
 * Going on after a ledger was out of reach.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/port.js'
import { doubling, type RetryAfter, retried } from '../ledger/retry.js'

/** Never gives up: 100 milliseconds, doubled up to 10 seconds. */
export const untiring: RetryAfter = doubling(100, 10_000)

/** How patiently, and until when. */
export interface Patience {
  readonly retryAfter: RetryAfter
  readonly stop: AbortSignal
}

/**
 * The outcome of a call, made again for as long as the ledger cannot be reached. Damage is no
 * reason to try again. Once the stop is asked for, or the ledger is closed, it is over at once,
 * whatever the call that was under way comes to.
 */
export const patiently = async <A>(
  { origin, closed }: Pick<Ledger, 'origin' | 'closed'>,
  call: () => Promise<E.Either<LedgerFailure, A>>,
  { retryAfter, stop }: Patience,
): Promise<E.Either<LedgerFailure, A>> => {
  const whileOpen = async (): Promise<E.Either<LedgerFailure, A>> => {
    const outcome = await call()
    const isOver = stop.aborted || closed?.aborted
    return isOver ? E.left({ _tag: 'LedgerClosed', ledger: origin }) : outcome
  }
  const mayPass = ({ _tag }: LedgerFailure): boolean => _tag === 'LedgerUnavailable'
  return retried(whileOpen, { mayPass, retryAfter, wake: closed ? [stop, closed] : [stop] })
}

/** Whether a following is over: it was stopped, or its ledger was closed. That is no failure. */
export const isOver = (outcome: E.Either<LedgerFailure, unknown>): boolean =>
  E.isLeft(outcome) && outcome.left._tag === 'LedgerClosed'
