/**
 * A call that is made again while it fails for a reason that may pass: the one loop of all who wait
 * for a server, a lock or a ledger.
 */
import * as E from 'fp-ts/lib/Either.js'

/**
 * How long to wait after so many failures in a row before the next attempt; undefined gives up.
 * Unit: milliseconds.
 */
export type RetryAfter = (failures: number) => number | undefined

/** Waits that double after each failure, up to the longest. Unit: milliseconds. */
export const doubling =
  (first: number, longest: number) =>
  (failures: number): number =>
    Math.min(first * 2 ** (failures - 1), longest)

/** When a call is made again. */
export interface Retrying<L> {
  /** Whether a failure may be over the next time. */
  readonly mayPass: (failure: L) => boolean
  readonly retryAfter: RetryAfter
  /** End a wait early: the call is then made at once. */
  readonly wake?: readonly AbortSignal[]
}

/**
 * The outcome of a call: the first that is no failure that may pass, or the last before `retryAfter`
 * gives up.
 *
 * @example
 * import { retried } from '@send-ledger/core/store'
 *
 * const outcomes = [{ _tag: 'Left', left: 'busy' }, { _tag: 'Right', right: 7 }] as const
 * let calls = 0
 * const call = async () => outcomes[calls++] ?? outcomes[1]
 * const outcome = await retried(call, { mayPass: () => true, retryAfter: () => 1 })
 * assert.deepStrictEqual([outcome, calls], [outcomes[1], 2])
 */
export const retried = async <L, A>(
  call: () => Promise<E.Either<L, A>>,
  { mayPass, retryAfter, wake = [] }: Retrying<L>,
): Promise<E.Either<L, A>> => {
  for (let failures = 1; ; failures++) {
    const outcome = await call()
    if (E.isRight(outcome) || !mayPass(outcome.left)) return outcome
    const after = retryAfter(failures)
    if (after === undefined) return outcome
    await waited(after, wake)
  }
}

/** Waits so many milliseconds, or until one of the signals comes. */
export const waited = (ms: number, wake: readonly AbortSignal[]): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer)
      for (const signal of wake) signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    for (const signal of wake) signal.addEventListener('abort', over)
    if (wake.some(({ aborted }) => aborted)) over()
  })
