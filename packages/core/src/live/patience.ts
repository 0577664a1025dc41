/**
 * Going on after a ledger was out of reach.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerFailure } from '../ledger/failures.js'

/**
 * How long to wait after so many failures in a row before the next attempt; undefined gives up.
 * Unit: milliseconds.
 */
export type RetryAfter = (failures: number) => number | undefined

/** Never gives up: 100 milliseconds, doubled up to 10 seconds. */
export const untiring: RetryAfter = (failures) => Math.min(100 * 2 ** (failures - 1), 10_000)

/**
 * The outcome of a call, made again for as long as the ledger cannot be reached. Damage is no
 * reason to try again.
 */
export const patiently = async <A>(
  call: () => Promise<E.Either<LedgerFailure, A>>,
  { retryAfter, stop }: { readonly retryAfter: RetryAfter; readonly stop: AbortSignal },
): Promise<E.Either<LedgerFailure, A>> => {
  for (let failures = 1; ; failures++) {
    const outcome = await call()
    if (E.isRight(outcome) || outcome.left._tag !== 'LedgerUnavailable') return outcome
    const after = retryAfter(failures)
    if (after === undefined || stop.aborted) return outcome
    await waited(after, stop)
    if (stop.aborted) return outcome
  }
}

const waited = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer)
      stop.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    stop.addEventListener('abort', over)
  })
