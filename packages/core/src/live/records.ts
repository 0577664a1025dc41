/**
 * The records of a ledger as an Observable.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import type { LedgerRecord } from '../events/record.js'
import type { Ledger } from '../ledger/port.js'
import { type FollowOptions, follow } from './follow.js'
import { observed } from './observed.js'

/** From where, and how patiently. */
export type LiveOptions = Pick<FollowOptions, 'from' | 'retryAfter'>

/**
 * The records of a ledger from a position on: those that are there, then those that come. Each
 * comes once, in order, also where the ledger was out of reach in between. Unsubscribing closes
 * what is open. Who works on a record longer than it takes to come had better use `follow`, which
 * waits.
 *
 * Errors: a `LedgerFailure` in the error channel, where it is damaged, or `retryAfter` gives up.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { records$ } from '@send-ledger/core/live'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const subscription = records$(ledger).subscribe(({ position }) => assert.ok(position >= 0))
 * subscription.unsubscribe()
 * assert.ok(subscription.closed)
 */
export const records$ = (ledger: Ledger, options: LiveOptions = {}): Observable<LedgerRecord> =>
  observed(async (subscriber, stop) => {
    for await (const page of follow(ledger, { ...options, stop })) {
      if (E.isLeft(page)) return page
      for (const record of page.right.records) {
        if (stop.aborted) break
        subscriber.next(record)
      }
    }
    return E.right(undefined)
  })
