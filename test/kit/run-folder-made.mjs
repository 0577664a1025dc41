/**
 * Before a run: a folder for all that its tests put into the folder for passing files, and in it one
 * for what they make once for all of them.
 */
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'send-ledger-run-'))
  // Some tests run a program as another user.
  chmodSync(process.env.TMPDIR, 0o1777)
  process.env.SEND_LEDGER_MADE_ONCE = join(process.env.TMPDIR, 'made-once')
  mkdirSync(process.env.SEND_LEDGER_MADE_ONCE)
}
