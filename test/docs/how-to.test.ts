/**
 * The commands of the how-to pages, run as they stand, on the ledger of the demo.
 */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { main } from '@send-ledger/cli'
import { instant } from '@send-ledger/core'
import { root } from '../house/sources.js'
import { walsallFile } from '../kit/walsall.js'

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-how-to-'))

const run = async (argv: readonly string[]): Promise<{ code: number; out: string }> => {
  let out = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      out += String(chunk)
      done()
    },
  })
  const code = await main(argv, {
    stdout: sink,
    stderr: sink,
    stdin: (async function* () {})(),
    env: {},
    isTTY: { stdout: false, stderr: false },
    now: () => instant('2021-11-01T12:00:00.000Z'),
  })
  return { code, out }
}

const commandsIn = (page: string): readonly string[] =>
  [...readFileSync(join(root, 'docs/3-how-to', page), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line.startsWith('npx send-ledger '))

beforeAll(async () => {
  await walsallFile(join(folder, 'walsall.sqlite'))
  process.chdir(folder)
}, 120_000)

const expectShown = async (page: string, shows: RegExp): Promise<void> => {
  const commands = commandsIn(page)
  expect(commands.length).toBeGreaterThan(0)
  let all = ''
  for (const command of commands) {
    const argv = command.split(/\s+/)
    const { code, out } = await run(argv.slice(2))
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
