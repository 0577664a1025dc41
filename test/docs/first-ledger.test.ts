/**
 * The first page can be finished: its commands, one after the other, give what it says.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, instant } from '@send-ledger/core'
import { commandsIn, runCommand } from './commands.js'

let minutes = 0
const now = (): Instant => instant(new Date(Date.UTC(2021, 10, 1, 12, ++minutes)).toISOString())

test('1-start/first-ledger.md', async () => {
  process.chdir(mkdtempSync(join(tmpdir(), 'send-ledger-first-')))
  const told: string[] = []
  let plan: readonly string[] = []
  for (const command of commandsIn('1-start/first-ledger.md')) {
    const [, id = 'ID', at = 'INSTANT'] = plan
    const argv = command.map((each) => each.replace('"ID"', `"${id}"`).replace('INSTANT', at))
    const { code, out } = await runCommand(argv, now)
    expect([argv, code, out]).toEqual([argv, 0, out])
    if (argv.includes('PlanIssued')) {
      plan = /Its id: (\S+)\. Known since (\S+)\.\n/.exec(out) ?? []
    }
    told.push(out)
  }
  const percents = told.flatMap((out) => /1 of them|0 of them/.exec(out) ?? [])
  expect(percents).toEqual(['1 of them', '0 of them', '1 of them'])
  expect(told.at(-1)).toMatch(/EventCorrected/)
}, 60_000)
