/**
 * The store keeps the contract, over a real socket.
 */
import type { Instant, Ledger } from '@send-ledger/core'
import { storeContract } from '@send-ledger/store-contract'
import * as fc from 'fast-check'
import { isLong } from '../../../../test/kit/long.js'
import { ledgers } from './ledgers.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, create, close } = ledgers()
afterAll(close)

// Over a socket each run of a property takes its time: in a short run it has so many milliseconds.
if (!isLong) fc.configureGlobal({ interruptAfterTimeLimit: 2000 })

const open = async (now: () => Instant): Promise<Ledger> => create(await newUrl(), { now })

storeContract('EventStoreDB', open)
