import { createHash } from 'node:crypto'
import { storeContract } from '@send-ledger/store-contract'
import { memoryLedger } from '@send-ledger/store-memory'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

storeContract('memory', async (now) => memoryLedger({ sha256, now }))
