/**
 * Waiting for a lock on a file without holding up the process: an act that meets a lock is tried
 * again a little later, and meanwhile everything else goes on.
 */
import type { LedgerFailure } from '@send-ledger/core'
import { retried } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { failureOf, isLocked } from './failing.js'

/** How long a lock is waited for unless told. Unit: milliseconds. */
export const defaultPatience = 30_000

/** Does something with a file; what is thrown becomes a failure. */
export type Attempt = <A>(doing: string, act: () => A) => Promise<E.Either<LedgerFailure, A>>

/**
 * Tries until there is no lock in the way, for so many milliseconds. Each try is one undivided
 * piece of work, so two acts on one connection never mix.
 */
export const patient =
  (ledger: string, patience: number = defaultPatience): Attempt =>
  async (doing, act) => {
    const since = performance.now()
    const retryAfter = (): number | undefined => {
      const past = performance.now() - since
      return past >= patience ? undefined : pauseAfter(past)
    }
    const done = await retried(async () => E.tryCatch(act, (thrown) => thrown), {
      mayPass: isLocked,
      retryAfter,
    })
    return E.mapLeft((thrown) => failureOf(ledger, doing, thrown))(done)
  }

/**
 * By chance, so that those who wait do not try in step; and the longer one has waited, the more
 * often it tries, so that those who come later do not always win. Unit: milliseconds.
 */
const pauseAfter = (waited: number): number => 1 + Math.random() * Math.max(1, 12 - waited / 100)

/** Runs tasks one after the other, in the order in which they were handed over. */
export const inOrder = (): (<A>(task: () => Promise<A>) => Promise<A>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const mine = last.then(task)
    last = mine.catch(() => undefined)
    return mine
  }
}
