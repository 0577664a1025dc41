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
}

/** Longest wait between two attempts. Unit: milliseconds. */
const longestWait = 5000

/** The outcome of a call, of the last attempt where each fails for a reason that may pass. */
export const attempted = async <A>(
  { retries, firstWait }: Patience,
  call: () => Promise<E.Either<WireProblem, A>>,
): Promise<E.Either<WireProblem, A>> => {
  for (let retry = 0; ; retry++) {
    const outcome = await call()
    if (E.isRight(outcome) || outcome.left._tag !== 'Passing' || retry === retries) return outcome
    await wait(Math.min(firstWait * 2 ** retry, longestWait))
  }
}
