/**
 * The facts of subjects as they change, as an Observable.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import { Fold } from '../engine/fold.js'
import type { Projection } from '../engine/projection.js'
import type { EventTypeOf } from '../events/catalogue.js'
import type { Category } from '../events/category.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Law } from '../law/rule.js'
import type { Ledger } from '../ledger/port.js'
import { folded } from './folded.js'
import { observed } from './observed.js'
import type { LiveOptions } from './records.js'

/** The facts of a subject after a record changed them. They do not change any more. */
export interface ChangedFacts<Facts> {
  readonly subject: StreamId
  readonly facts: Facts
  readonly record: LedgerRecord
}

/** Facts rest on records alone; where a subject counts is not asked. */
const noLaw: Law = { ruleSet: { name: 'none', rules: [] }, counting: 'exclusive' }

/**
 * The facts of each subject whenever a record changes them: a late record and a correction change
 * those of their subject, and of no other.
 *
 * Errors: a `LedgerFailure` in the error channel, where it is damaged, or `retryAfter` gives up.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { facts$ } from '@send-ledger/core/live'
 * import { pathProjection } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const open = facts$(ledger, pathProjection).subscribe(({ facts }) => assert.ok(facts.milestones))
 * open.unsubscribe()
 */
export const facts$ = <Facts, C extends Category, M extends string, I extends EventTypeOf<C>>(
  ledger: Ledger,
  projection: Projection<Facts, C, M, I>,
  { retryAfter }: Pick<LiveOptions, 'retryAfter'> = {},
): Observable<ChangedFacts<Facts>> =>
  observed(async (subscriber, stop) => {
    const alone = { ...projection, steps: () => {} }
    const fold = new Fold([alone], noLaw, { mode: 'live' })
    const pages = folded(ledger, fold, {
      stop,
      retryAfter,
      around: async (record, next) => {
        const isChanged = await next()
        const facts = fold.factsOf(alone, record.stream)
        if (E.isRight(isChanged) && isChanged.right && facts !== undefined) {
          subscriber.next({ subject: record.stream, facts, record })
        }
        return isChanged
      },
    })
    for await (const page of pages) if (E.isLeft(page)) return page
    return E.right(undefined)
  })
