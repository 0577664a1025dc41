/**
 * The store keeps the contract, over a real socket.
 */
import type { Instant, Ledger } from '@send-ledger/core'
import { storeContract } from '@send-ledger/store-contract'
import { ledgers } from './ledgers.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { open, close } = ledgers()
afterAll(close)

storeContract('EventStoreDB', (now: () => Instant): Promise<Ledger> => open({ now }))
