/**
 * Calls made again where a problem may be over: with the same ids, after a growing wait.
 */
import { doubling, retried, waited } from '@send-ledger/core/store'
import type * as E from 'fp-ts/lib/Either.js'
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

/** Waits as before a first retry. */
export const pause = ({ firstWait, closed }: Patience): Promise<void> => waited(firstWait, [closed])

/** The outcome of a call, of the last attempt where each fails for a reason that may pass. */
export const attempted = <A>(
  { retries, firstWait, closed }: Patience,
  call: () => Promise<E.Either<WireProblem, A>>,
): Promise<E.Either<WireProblem, A>> => {
  const wait = doubling(firstWait, longestWait)
  return retried(call, {
    mayPass: ({ _tag }) => _tag === 'Passing',
    retryAfter: (failures) => (failures > retries ? undefined : wait(failures)),
    wake: [closed],
  })
}
