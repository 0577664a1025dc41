/**
 * After a run: fails where anything is left in its folder, and removes it.
 */
import { readdirSync, rmSync } from 'node:fs'

export default () => {
  const folder = process.env.TMPDIR
  rmSync(process.env.SEND_LEDGER_MADE_ONCE, { recursive: true, force: true })
  const left = readdirSync(folder)
  rmSync(folder, { recursive: true, force: true })
  if (left.length > 0) throw new Error(`the tests left behind: ${left.join(', ')}`)
}
