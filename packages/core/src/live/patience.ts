/**
 * Going on after a ledger was out of reach.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/port.js'

/**
 * How long to wait after so many failures in a row before the next attempt; undefined gives up.
 * Unit: milliseconds.
 */
export type RetryAfter = (failures: number) => number | undefined

/** Never gives up: 100 milliseconds, doubled up to 10 seconds. */
export const untiring: RetryAfter = (failures) => Math.min(100 * 2 ** (failures - 1), 10_000)

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
  for (let failures = 1; ; failures++) {
    const outcome = await call()
    if (stop.aborted || closed?.aborted) return E.left({ _tag: 'LedgerClosed', ledger: origin })
    if (E.isRight(outcome) || outcome.left._tag !== 'LedgerUnavailable') return outcome
    const after = retryAfter(failures)
    if (after === undefined) return outcome
    await waited(after, closed ? [stop, closed] : [stop])
  }
}

/** Whether a following is over: it was stopped, or its ledger was closed. That is no failure. */
export const isOver = (outcome: E.Either<LedgerFailure, unknown>): boolean =>
  E.isLeft(outcome) && outcome.left._tag === 'LedgerClosed'

/** Waits so many milliseconds, or until one of the signals comes. */
const waited = (ms: number, signals: readonly AbortSignal[]): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    for (const signal of signals) signal.addEventListener('abort', over)
    if (signals.some(({ aborted }) => aborted)) over()
  })
