import { writeFileSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { fileOf, ledgerWithPlans, newLedger, newPath, run, textOf } from '../running.js'
import { checkpointFile, newKey } from '../signing.js'

const origin = 'urn:send-ledger:walsall'

/** Does something to the file of a ledger past the ledger, and leaves its guards as they were. */
const tampered = (ledger: string, sql: string): void => {
  const database = new DatabaseSync(ledger)
  const guards = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
  const triggers = guards.all() as unknown as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  database.exec(sql)
  for (const guard of triggers) database.exec(guard.sql)
  database.close()
}

test('a ledger is verified, and what was not checked is said', async () => {
  const { code, out, err } = await run(['verify', await ledgerWithPlans()])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^The ledger urn:send-ledger:walsall: 6 records in 4 streams, root \S{44}\.$/m,
  )
  expect(out).toMatch(/^Not checked:\n- whether the ledger was cut at its end/m)
  expect(out.endsWith('Verified: what was looked at holds.\n')).toBe(true)
})

test('against a checkpoint that was kept outside, signed and witnessed', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const chair = await newKey('chair.example.org', '--cosignature')
  const checkpoint = newPath('cosigned')
  const signed = await checkpointFile(ledger, key)
  await run(['cosign', signed, '--key', chair, '--quiet', '--out', checkpoint])
  const keys = ['--key', `${key}.pub`, '--key', textOf(`${chair}.pub`).trim()]
  const { code, out } = await run(['verify', ledger, '--checkpoint', checkpoint, ...keys])
  expect(code).toBe(0)
  expect(out).toContain('chair.example.org')
  expect(out).toContain('saw the checkpoint at 2021-09-01T12:00:00.000Z')
  expect(out).not.toContain('Not checked')
})

test('a cut ledger is found by the checkpoint only, and the exit code says no', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const checkpoint = await checkpointFile(ledger, key)
  tampered(ledger, 'DELETE FROM record WHERE position = 5')
  expect((await run(['verify', ledger])).code).toBe(0)
  const argv = ['verify', ledger, '--checkpoint', checkpoint, '--key', `${key}.pub`]
  const { code, out } = await run(argv)
  expect(code).toBe(1)
  expect(out).toContain('LedgerTooShort: the ledger has 5 records and had 6')
  expect(out.endsWith('Not verified.\n')).toBe(true)
})

test('damage is told with its position, to programs too', async () => {
  const ledger = await ledgerWithPlans()
  tampered(
    ledger,
    `UPDATE record SET record = replace(record, 'school', 'parent') WHERE position = 1`,
  )
  const { code, out } = await run(['verify', ledger, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    what: 'ledger',
    holds: false,
    size: 6,
    findings: [
      { _tag: 'LeafDiffers', position: 1, says: expect.stringMatching(/^record 1: /) },
      { _tag: 'RootDiffers' },
    ],
    findingCount: 2,
    notChecked: [{ _tag: 'NoCheckpoint' }, { _tag: 'StreamsWithDamage', count: 1 }],
  })
})

test('an empty ledger does not pass', async () => {
  const { code, out } = await run(['verify', await newLedger()])
  expect([code, out]).toEqual([1, expect.stringContaining('there is nothing to verify')])
})

test('a checkpoint by another key is not believed', async () => {
  const ledger = await ledgerWithPlans()
  const checkpoint = await checkpointFile(ledger, await newKey(origin))
  const other = `${await newKey(origin)}.pub`
  const { code, out } = await run(['verify', ledger, '--checkpoint', checkpoint, '--key', other])
  expect([code, out]).toEqual([1, expect.stringContaining('NotSigned: ')])
})

test.each([
  ['a checkpoint that is none', async () => ['--checkpoint', fileOf('hello\n', 'note')], 2],
  ['a checkpoint that is no text', async () => ['--checkpoint', noText()], 2],
  ['a checkpoint that is not there', async () => ['--checkpoint', newPath('none')], 3],
  ['a key without a checkpoint', async () => ['--key', `${await newKey(origin)}.pub`], 2],
  ['a key that is none', async () => ['--checkpoint', fileOf('a', 'b'), '--key', 'hello'], 2],
  ['a private key', async () => ['--checkpoint', fileOf('a', 'b'), '--key', await newKey('a')], 2],
])('%s is refused in a sentence', async (_, options, code) => {
  const ran = await run(['verify', await ledgerWithPlans(), ...(await options())])
  expect(ran).toMatchObject({ code, out: '' })
  expect(ran.err).toMatch(/^send-ledger: [^\n]+\n$/)
})

const noText = (): string => {
  const path = newPath('note')
  writeFileSync(path, Buffer.of(0xff, 0xfe))
  return path
}

test.each([
  ['nothing at all', () => newPath('none'), 3],
  ['a file of another kind', () => fileOf('my notes', 'notes.txt'), 2],
])('%s cannot be verified', async (_, path, code) => {
  expect(await run(['verify', path()])).toMatchObject({ code, out: '' })
})
