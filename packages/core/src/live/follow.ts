/**
 * Following a ledger: the records from a position on, page by page, and then those that come.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerRecord } from '../events/record.js'
import type { LedgerFailure } from '../ledger/failures.js'
import { type ReadByPages, recordPages } from '../ledger/pages.js'
import type { Ledger } from '../ledger/port.js'
import type { RetryAfter } from '../ledger/retry.js'
import { isOver, patiently, untiring } from './patience.js'

/** From where a ledger is followed, and until when. */
export interface FollowOptions {
  /** The first position wanted; 0 unless told. Who has processed position 41 goes on from 42. */
  readonly from?: number
  /** Ends the following, and closes what it has open. */
  readonly stop: AbortSignal
  /** For ever unless told. */
  readonly retryAfter?: RetryAfter
}

/** Records as they stand in the ledger, one after the other. */
export interface FollowedPage {
  readonly records: readonly LedgerRecord[]
  /** Whether the ledger had no more when these were read. */
  readonly isCaughtUp: boolean
}

/**
 * The records of a ledger from a position on: first those that are there, then those that come,
 * each once and none left out, whatever breaks in between. The next page is read when it is asked
 * for: who is slow is not flooded.
 *
 * It ends with the stop, and where the ledger is closed.
 *
 * Errors: LedgerDamaged and NotALedger, and LedgerUnavailable where `retryAfter` gives up; the
 * failure is the last that is given.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { follow } from '@send-ledger/core/live'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const { signal } = new AbortController()
 * for await (const page of follow(ledger, { stop: signal })) {
 *   assert.deepStrictEqual(page, { _tag: 'Right', right: { records: [], isCaughtUp: true } })
 *   break
 * }
 */
export async function* follow(
  ledger: Ledger,
  { from = 0, stop, retryAfter = untiring }: FollowOptions,
): AsyncGenerator<E.Either<LedgerFailure, FollowedPage>, void> {
  const patience = { retryAfter, stop }
  const reading: ReadByPages = {
    ...ledger,
    readAll: (page) => () => patiently(ledger, ledger.readAll(page), patience),
  }
  let next = from
  let wasCaughtUp = false
  while (!stop.aborted) {
    for await (const page of recordPages(reading, { from: next })) {
      if (isOver(page)) return
      if (E.isLeft(page)) return yield page
      const { records, isLast: isCaughtUp } = page.right
      next += records.length
      // A last page that was full says only by the empty one after it that there is no more.
      if (records.length > 0 || !wasCaughtUp) yield E.right({ records, isCaughtUp })
      if (stop.aborted) return
      wasCaughtUp = isCaughtUp
    }
    const grown = await patiently(ledger, ledger.grown(next, stop), patience)
    if (isOver(grown)) return
    if (E.isLeft(grown)) return yield grown
  }
}
