/**
 * Reading from end to end: the one loop by which every reader pages.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LedgerRecord } from '../events/record.js'
import type { Stretch } from './audit.js'
import type { LedgerFailure } from './failures.js'
import type { Ledger } from './port.js'
import { wrongCount, wrongEnd } from './wrong-argument.js'

/** Records that stand one after the other. */
export interface RecordsPage<A = LedgerRecord> {
  readonly records: readonly A[]
  /** Whether there were no more when these were read. */
  readonly isLast: boolean
}

/** Which records are read. */
export interface PagesWanted {
  /** The first position wanted; 0 unless given. */
  readonly from?: number
  /** The first position that is not wanted any more; all that there are unless given. */
  readonly until?: number
  /** Most records at once; 2,000 unless given, fewer where the ledger wants fewer. */
  readonly limit?: number
}

/** What a ledger is read by. */
export type ReadByPages = Pick<Ledger, 'readAll' | 'mostAtOnce'>

/** Most records that are read at once, unless a reader or a ledger wants fewer. */
export const mostAtOnce = 2000

/**
 * The records of a ledger, page by page. The next page is read when it is asked for. A ledger that
 * grows meanwhile is read up to an end that it then had: the page that says so may be empty.
 *
 * Errors: the ledger's failures; WrongArgument. A failure is the last that is given.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { recordPages } from '@send-ledger/core/records'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * let count = 0
 * for await (const page of recordPages(ledger)) {
 *   if (page._tag === 'Right') count += page.right.records.length
 * }
 * assert.strictEqual(count, 0)
 */
export async function* recordPages(
  { readAll, mostAtOnce: most = mostAtOnce }: ReadByPages,
  { from = 0, until = Number.POSITIVE_INFINITY, limit = mostAtOnce }: PagesWanted = {},
): AsyncGenerator<E.Either<LedgerFailure, RecordsPage>, void> {
  const wrong = wrongCount('from', from) ?? wrongEnd('until', until) ?? wrongCount('limit', limit)
  if (wrong) return yield E.left(wrong)
  yield* pagesOf(readAll, { from, until, limit: Math.min(limit, most) })
}

/**
 * What stands in a stretch of positions, page by page, whether or not there is something at each.
 *
 * Errors: those of the reading; a failure is the last that is given.
 */
export async function* pagesOf<A extends { readonly position: number }>(
  read: (stretch: Stretch) => TaskEither<LedgerFailure, readonly A[]>,
  { from, until, limit: most }: Stretch,
): AsyncGenerator<E.Either<LedgerFailure, RecordsPage<A>>, void> {
  for (let next = from; next < until; ) {
    const limit = Math.min(most, until - next)
    const page = await read({ from: next, until, limit })()
    if (E.isLeft(page)) return yield page
    const records = page.right
    const last = records.at(-1)
    // What a damaged store gives may go backwards; reading never does.
    if (last !== undefined) next = Math.max(last.position, next) + 1
    const isLast = records.length < limit || next >= until
    yield E.right({ records, isLast })
    if (isLast) return
  }
}
