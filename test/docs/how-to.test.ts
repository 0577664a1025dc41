/**
 * The commands of the how-to pages, run as they stand, on the ledger of the demo.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { walsallFile } from '../kit/walsall.js'
import { commandsIn, runCommand } from './commands.js'

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-how-to-'))

beforeAll(async () => {
  await walsallFile(join(folder, 'walsall.sqlite'))
  process.chdir(folder)
}, 120_000)

const expectShown = async (page: string, shows: RegExp): Promise<void> => {
  const commands = commandsIn(`3-how-to/${page}`)
  expect(commands.length).toBeGreaterThan(0)
  let all = ''
  for (const command of commands) {
    const { code, out } = await runCommand(command)
    expect([command, code, out]).toEqual([command, 0, out])
    all += out
  }
  expect(all).toMatch(shows)
}

test.each([
  ['answer-an-auditors-question.md', /inTime\.excludingExceptions:2021-07 is 7\./],
  [
    'back-up-a-ledger.md',
    /Backed up (\d+) records to walsall-backup\.sqlite[\s\S]*Both ledgers hold \1/,
  ],
  ['explain-a-changed-figure.md', /recorded late, PlanIssued of 29 July 2021/],
  // Last: a process that has read a ledger writes to it too.
  ['issue-an-evidence-pack.md', /Compared with the pack of 2021-07-31/],
])('%s', expectShown, 120_000)
