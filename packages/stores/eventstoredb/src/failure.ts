/**
 * What stands against a use of the log, as a failure of the ledger.
 */
import type { LedgerFailure } from '@send-ledger/core'
import { absurd } from 'fp-ts/lib/function.js'
import type { Address } from './address.js'
import type { LogProblem } from './log.js'
import type { WireProblem } from './problem.js'

/** The failure that a problem is to who was doing something. */
export const failureOf = (
  { shown: ledger }: Address,
  doing: string,
  problem: LogProblem,
): LedgerFailure =>
  problem._tag === 'Damaged'
    ? { _tag: 'LedgerDamaged', ledger, ...problem.damage }
    : { _tag: 'LedgerUnavailable', ledger, doing, reason: reasonOf(problem) }

const reasonOf = (problem: WireProblem): string => {
  switch (problem._tag) {
    case 'Passing':
    case 'Refused':
      return problem.reason
    case 'StreamDeleted':
      return 'a stream of it was deleted'
    case 'NoSuchStream':
      return 'a stream of it is not there'
    case 'WrongRevision':
      return 'others wrote to the same stream again and again'
    case 'TooLarge':
      return `the server takes at most ${problem.most} bytes at once`
    default:
      return absurd(problem)
  }
}
