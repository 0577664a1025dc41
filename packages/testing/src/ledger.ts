/**
 * A ledger in memory with a clock that the test sets.
 */
import { createHash } from 'node:crypto'
import { instant, type Ledger } from '@send-ledger/core'
import type { EventTypes } from '@send-ledger/core/own-events'
import { memoryLedger } from '@send-ledger/store-memory'
import { type OpenLedger, openLedgerOf } from 'send-ledger'

/** A ledger that lives as long as the test. */
export interface LedgerInMemory extends OpenLedger {
  /** Sets the clock: `2021-06-14` (at noon) or an instant. It may run backwards, as clocks do. */
  readonly setClock: (to: string) => void
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/**
 * An empty ledger in memory.
 *
 * @param clock what it is: a date (at noon) or an instant.
 * @param types the event types that it is read and written with; ours alone unless given.
 *
 * Errors: throws a RangeError where the clock is set to neither.
 *
 * @example
 * import { ledgerInMemory } from '@send-ledger/testing'
 * import { events } from 'send-ledger'
 *
 * const ledger = ledgerInMemory('2021-01-05')
 * const sentBy = { requestedBy: 'school', startedBy: 'request' } as const
 * const { record } = await ledger.record(events.requestReceived('case-1', '2021-01-04', sentBy))
 * assert.strictEqual(record.recordedAt, '2021-01-05T12:00:00.000Z')
 */
export const ledgerInMemory = (clock: string, types?: EventTypes): LedgerInMemory => {
  let present = instantAt(clock)
  const now = () => present
  const memory = memoryLedger({ sha256, now, origin: 'urn:example:test' })
  const port: Ledger = types ? { ...memory, types } : memory
  return Object.freeze({
    ...openLedgerOf(port, now),
    setClock: (to: string) => {
      present = instantAt(to)
    },
  })
}

const instantAt = (clock: string) =>
  instant(/^\d{4}-\d{2}-\d{2}$/.test(clock) ? `${clock}T12:00:00.000Z` : clock)
