/**
 * Why a table of points is not kept any more.
 */
import { explain, type LedgerFailure } from '@send-ledger/core'

/** The file could not be used. */
export interface TableUnavailable {
  readonly _tag: 'TableUnavailable'
  readonly path: string
  readonly reason: string
}

/** The table was made of another ledger, or of another history of it. */
export interface OtherLedger {
  readonly _tag: 'OtherLedger'
  readonly path: string
  readonly table: string
}

/** Why a table is not kept. */
export type TableFailure = LedgerFailure | TableUnavailable | OtherLedger

/**
 * The sentence for a failure: what happened and what to do.
 *
 * @example
 * import { explainTableFailure } from '@send-ledger/read-models'
 *
 * const failure = { _tag: 'OtherLedger', path: 'bi.sqlite', table: 'compliance' } as const
 * assert.match(explainTableFailure(failure), /another ledger/)
 */
export const explainTableFailure = (failure: TableFailure): string => {
  switch (failure._tag) {
    case 'TableUnavailable':
      return `the tables in ${failure.path} could not be used: ${failure.reason}. Check the path, and who else writes there.`
    case 'OtherLedger':
      return `the table ${failure.table} in ${failure.path} was made of another ledger, or of another history of this one. Name another file.`
    default:
      return explain(failure)
  }
}
