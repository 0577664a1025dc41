/**
 * The ledger of the demo in a file, without its packs, which take most of the demo's time.
 */
import { instant, recorder } from '@send-ledger/core'
import { walsallAutumn, walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { createSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** Makes the ledger at a path. */
export const walsallFile = async (path: string): Promise<string> => {
  const now = () => instant('2021-11-01T12:00:00.000Z')
  const ledger = right(await createSqliteLedger(path, walsallOrigin, { now })())
  const drafts = [...walsallHistory(), ...walsallAutumn()]
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
  right(await ledger.close()())
  return path
}
