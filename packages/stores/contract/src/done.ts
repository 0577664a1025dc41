/**
 * What a task that must not fail gives.
 */
import type { Ledger, LedgerRecord } from '@send-ledger/core'
import type { AppendOutcome, Write } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** The right of what a store answers; a failure fails the test. */
export const done = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const either = await task()
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}

/** Appends writes to a ledger that answers. */
export const append = (ledger: Ledger, ...writes: readonly Write[]): Promise<AppendOutcome> =>
  done(ledger.append(writes))

/** All records of a small ledger. */
export const all = (ledger: Ledger): Promise<readonly LedgerRecord[]> =>
  done(ledger.readAll({ from: 0, limit: 1000 }))
