/**
 * What the door for followers adds to the engine: our law, where a caller names none.
 */
import { followPointsBy } from './live/points.js'
import { viewBy } from './live/view.js'
import { defaultLaw } from './ours.js'

/**
 * The answer of a view as at a date, as everything known so far gives it: at once, and again
 * whenever records have come. Nothing is worked out anew but what they change; each answer is that
 * of a replay, with the same basis.
 *
 * Errors: a `LedgerFailure` in the error channel, where it is damaged, or `retryAfter` gives up.
 *
 * @example
 * import { civilDate, instant } from '@send-ledger/core'
 * import { view$ } from '@send-ledger/core/live'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const asAt = civilDate('2021-07-31')
 * const open = view$(ledger, complianceView, { asAt }).subscribe(({ answer }) => {
 *   assert.strictEqual(answer.open.total.value, 0)
 * })
 * open.unsubscribe()
 */
export const view$ = viewBy(defaultLaw)

/**
 * The points of a ledger's records from a position on, page by page, and those of the records that
 * come. They are those that a replay gives; of the records before that position only what their
 * subjects need is read.
 *
 * Errors: those of `follow`.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { followPoints } from '@send-ledger/core/live'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const { signal: stop } = new AbortController()
 * for await (const page of followPoints(ledger, complianceView.projections, { stop })) {
 *   assert.strictEqual(page._tag === 'Right' && page.right.points.length, 0)
 *   break
 * }
 */
export const followPoints = followPointsBy(defaultLaw)
