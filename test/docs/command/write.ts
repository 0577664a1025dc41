/**
 * Writes the command's reference and man page: `npm run docs:command`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/sources.js'
import { described } from './described.js'
import { commandPage, manPage } from './pages.js'

test('writes docs/4-reference/command.md and packages/cli/man/send-ledger.1', async () => {
  const file = join(root, 'docs/4-reference/command.md')
  const all = await described()
  const page = commandPage(readFileSync(file, 'utf8'), all)
  writeFileSync(file, page)
  writeFileSync(join(root, 'packages/cli/man/send-ledger.1'), manPage(page, all))
})
