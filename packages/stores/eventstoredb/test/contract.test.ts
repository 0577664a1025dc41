/**
 * The store keeps the contract, over a real socket.
 */
import type { Instant, Ledger } from '@send-ledger/core'
import { storeContract } from '@send-ledger/store-contract'
import { ledgers } from './ledgers.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, create, close } = ledgers()
afterAll(close)

const open = async (now: () => Instant): Promise<Ledger> => create(await newUrl(), { now })

storeContract('EventStoreDB', open)
