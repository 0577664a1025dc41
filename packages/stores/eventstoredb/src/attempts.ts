/**
 * Calls made again where a problem may be over: with the same ids, after a growing wait.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { WireProblem } from './problem.js'

/** How often a call is made again, and after how long. */
export interface Patience {
  readonly retries: number
  /** Before the first retry; doubled before each next. Unit: milliseconds. */
  readonly firstWait: number
  /** Ends every wait. */
  readonly closed: AbortSignal
}

/** Longest wait between two attempts. Unit: milliseconds. */
const longestWait = 5000

/** Waits before a retry, the first of which has the number 0. */
export const pause = ({ firstWait, closed }: Patience, retry = 0): Promise<void> =>
  wait(Math.min(firstWait * 2 ** retry, longestWait), undefined, { signal: closed }).catch(() => {})

/** The outcome of a call, of the last attempt where each fails for a reason that may pass. */
export const attempted = async <A>(
  patience: Patience,
  call: () => Promise<E.Either<WireProblem, A>>,
): Promise<E.Either<WireProblem, A>> => {
  for (let retry = 0; ; retry++) {
    const outcome = await call()
    const isOver = E.isRight(outcome) || outcome.left._tag !== 'Passing'
    if (isOver || retry === patience.retries) return outcome
    await pause(patience, retry)
  }
}
