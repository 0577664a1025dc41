/**
 * From the fp-ts door to this one: what went right, or an error that is thrown.
 */
import type { LedgerFailure } from '@send-ledger/core'
import type { Either } from 'fp-ts/lib/Either.js'
import { errorOf } from './errors.js'

/** What went right. Errors: throws the failure as a LedgerError. */
export const right = <A>(outcome: Either<LedgerFailure, A>): A => {
  if (outcome._tag === 'Left') throw errorOf(outcome.left)
  return outcome.right
}
