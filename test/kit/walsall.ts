/**
 * The ledger of the Walsall example with its autumn of late records, recorded once in a run.
 */
import { copyFileSync } from 'node:fs'
import { instant, type Ledger, recorder } from '@send-ledger/core'
import { walsallAutumn, walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { fileMadeOnce } from './made-once.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const made = (): Promise<string> =>
  fileMadeOnce('walsall.sqlite', async (path) => {
    const now = () => instant('2021-11-01T12:00:00.000Z')
    const ledger = right(await createSqliteLedger(path, walsallOrigin, { now })())
    const drafts = [...walsallHistory(), ...walsallAutumn()]
    for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
    right(await ledger.close()())
  })

/** A ledger of one's own of it, in a file at a path. */
export const walsallFile = async (path: string): Promise<string> => {
  copyFileSync(await made(), path)
  return path
}

const opened: Ledger[] = []
afterAll(async () => {
  for (const ledger of opened.splice(0)) await ledger.close()()
})

/** The ledger of all tests, to be read. */
export const walsallLedger = async (): Promise<Ledger> => {
  const ledger = right(await openSqliteLedger(await made(), { access: 'read' })())
  opened.push(ledger)
  return ledger
}
