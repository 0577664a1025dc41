/**
 * A closed ledger ends who follows it: in the midst of a page, and while it is out of reach.
 */
import { createHash } from 'node:crypto'
import { instant, type Ledger } from '@send-ledger/core'
import { follow, records$ } from '@send-ledger/core/live'
import { ledgerOfStore } from '@send-ledger/core/store'
import { memoryLedger } from '@send-ledger/store-memory'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const now = () => instant('2021-05-04T09:12:00.000Z')

/** A ledger that cannot be reached, so that a following waits for it. */
const outOfReach = (): Ledger => {
  const left = { _tag: 'LedgerUnavailable', ledger: 'x', doing: 'reading', reason: 'away' } as const
  const away = () => async () => ({ _tag: 'Left', left }) as const
  return ledgerOfStore({ ...memoryLedger({ sha256, now }), readAll: away })
}

const afterLong = () => 60_000

test('closing ends a following that waits to try again, at once', async () => {
  const ledger = outOfReach()
  const stop = new AbortController().signal
  setTimeout(() => ledger.close()(), 20)
  for await (const page of follow(ledger, { stop, retryAfter: afterLong }))
    expect(page).toBe(undefined)
})

test('closing completes an Observable that waits to try again, at once', async () => {
  const ledger = outOfReach()
  setTimeout(() => ledger.close()(), 20)
  await new Promise<void>((complete, error) => {
    records$(ledger, { retryAfter: afterLong }).subscribe({ complete, error })
  })
})
