/**
 * Why a ledger was not copied.
 */
import { explain, type LedgerFailure, type RecordRefusal } from '@send-ledger/core'
import { absurd } from 'fp-ts/lib/function.js'

/** What the target holds is not what the source began with. */
export interface OtherHistory {
  readonly _tag: 'OtherHistory'
  /** Number of records in the target. */
  readonly size: number
  /** Number of records in the source. */
  readonly ofSource: number
}

/** The target did not take a record. */
export interface NotTaken {
  readonly _tag: 'NotTaken'
  readonly position: number
  readonly refusal: RecordRefusal
}

/** A record came to stand at another position. */
export interface WrittenByOthers {
  readonly _tag: 'WrittenByOthers'
  readonly position: number
}

/** The roots over the same number of records differ. */
export interface RootsDiffer {
  readonly _tag: 'RootsDiffer'
  readonly size: number
}

/** Why a ledger was not copied, or not whole. */
export type CopyFailure = LedgerFailure | OtherHistory | NotTaken | WrittenByOthers | RootsDiffer

/**
 * The sentence for a failure: what happened and what to do.
 *
 * @example
 * import { explainCopyFailure } from '@send-ledger/interop'
 *
 * assert.match(explainCopyFailure({ _tag: 'RootsDiffer', size: 3 }), /roots/)
 */
export const explainCopyFailure = (failure: CopyFailure): string => {
  switch (failure._tag) {
    case 'OtherHistory':
      return `the target holds ${failure.size} records that are not the first of the ${failure.ofSource} of the source. Copy into a new, empty ledger.`
    case 'NotTaken':
      return `the record at position ${failure.position} was not taken: ${explain(failure.refusal)}`
    case 'WrittenByOthers':
      return `somebody else writes into the target: the record of position ${failure.position} came to stand elsewhere. Copy into a new, empty ledger that nobody uses yet.`
    case 'RootsDiffer':
      return `the roots over ${failure.size} records differ: the copy is not the source. Keep the source, and report it.`
    case 'LedgerUnavailable':
    case 'NotALedger':
    case 'LedgerDamaged':
    case 'LedgerClosed':
    case 'WrongArgument':
      return explain(failure)
    default:
      return absurd(failure)
  }
}
