/**
 * Output that nobody takes, and disks that are full: the exit code says what is so.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { DatabaseSync } from '@photostructure/sqlite'
import { program } from '../../../test/kit/command.js'
import { fileOf, ledgerWithPlans, line, newLedger, newPath, run } from './running.js'

/** A stream that fails with a code of the system, whatever is written to it. */
const failing = (code: string): Writable =>
  new Writable({
    write: (_, __, done) => done(Object.assign(new Error(code), { code })),
  }).on('error', () => {})

const asAt = ['--as-at', '2021-07-31']

const printing = (ledger: string): readonly (readonly string[])[] => [
  ['view', 'compliance', ledger, ...asAt],
  ['explain', 'compliance', ledger, ...asAt, '--figure', 'open.total'],
  ['reconcile', ledger, 'compliance', ...asAt, '--was-known-at', '2021-03-01'],
  ['check', ledger, ...asAt],
  ['told', ledger],
  ['assurance', ledger],
  ['export', ledger],
  ['checkpoint', ledger],
  ['verify', ledger],
]

test('a full disk under the output is told by every command that prints', async () => {
  for (const argv of printing(await ledgerWithPlans())) {
    const { code, err } = await run(argv, { stdout: failing('ENOSPC') })
    expect([argv[0], code, err]).toEqual([argv[0], 3, expect.stringContaining('disk is full')])
  }
})

test('a reader that goes away ends every command in silence', async () => {
  for (const argv of printing(await ledgerWithPlans())) {
    const { code, err } = await run(argv, { stdout: failing('EPIPE') })
    expect([argv[0], code, err]).toEqual([argv[0], 0, ''])
  }
})

test('but not the verdict: what is damaged is not verified, whoever reads of it', async () => {
  const ledger = await ledgerWithPlans()
  const database = new DatabaseSync(ledger)
  for (const { name } of database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .all() as { name: string }[]) {
    database.exec(`DROP TRIGGER ${name}`)
  }
  database.exec("UPDATE record SET record = replace(record, '2021-05-28', '2021-05-27')")
  database.close()
  expect((await run(['verify', ledger])).code).toBe(1)
  expect((await run(['verify', ledger], { stdout: failing('EPIPE') })).code).toBe(1)
})

test('nor that nothing of a file was recorded', async () => {
  const bad = fileOf(line(1, { data: {} }))
  const argv = ['import', bad, '--into', await newLedger(), '--recorded-time', 'assign']
  expect((await run(argv, { stdout: failing('EPIPE') })).code).toBe(1)
})

test('a checkpoint is written whole or not at all', async () => {
  const ledger = await ledgerWithPlans()
  const out = newPath('walsall.checkpoint')
  expect((await run(['checkpoint', ledger, '--out', out])).code).toBe(0)
  expect(readdirSync(dirname(out))).toEqual(['walsall.checkpoint'])
  expect((await run(['checkpoint', ledger, '--out', out])).code).toBe(2)
  expect(readdirSync(dirname(out))).toEqual(['walsall.checkpoint'])
})

/** A process that may write no file of more than so many blocks of 1,024 bytes. */
const limited = (blocks: number, script: string): string =>
  execFileSync('bash', ['-c', `ulimit -f ${blocks}; trap '' XFSZ; ${script}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('where the disk is full nothing half made stays where a checkpoint was to be', async () => {
  const ledger = await ledgerWithPlans()
  const out = newPath('walsall.checkpoint')
  const said = limited(
    0,
    `'${process.execPath}' '${program}' checkpoint '${ledger}' --out '${out}' 2>&1; echo $?`,
  )
  expect(said).toMatch(/walsall\.checkpoint could not be written: .*\n3\n$/)
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(dirname(out))).toEqual([])
})
