import { storeContract } from '@send-ledger/store-contract'
import { createSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { newPath } from './files.js'

storeContract('SQLite', async (now) => {
  const ledger = await createSqliteLedger(newPath(), 'urn:send-ledger:test', { now })()
  if (E.isLeft(ledger)) throw new Error(JSON.stringify(ledger.left))
  return ledger.right
})
