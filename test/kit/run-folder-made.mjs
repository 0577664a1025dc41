/**
 * Before a run: a folder for all that its tests put into the folder for passing files.
 */
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'send-ledger-run-'))
  // Some tests run a program as another user.
  chmodSync(process.env.TMPDIR, 0o1777)
}
