import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileOf, ledgerWithPlans, line, newLedger, newPath, run, textOf, uuid } from '../running.js'
import { newKey } from '../signing.js'

const origin = 'urn:send-ledger:walsall'
const question = ['--as-at', '2021-07-31', '--known-at', '2021-07-31'] as const

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'send-ledger-evidence-')), 'pack')

/** Issues a pack of a ledger with plans. */
const issued = async (ledger: string, key: string, ...more: readonly string[]) => {
  const out = folder()
  const ran = await run(['evidence', ledger, ...question, '--key', key, '--out', out, ...more])
  return { ...ran, pack: out }
}

const records = async (ledger: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await run(['export', ledger])).out
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))

const packsOnRecord = async (ledger: string): Promise<number> =>
  (await records(ledger)).filter(({ type }) => String(type).includes('EvidenceIssued')).length

test('a pack is written, and recorded as issued', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const { code, out, err, pack } = await issued(ledger, key, '--to', 'Board', '--zip')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('from 6 records')
  expect(out).toContain('--as-at 2021-07-31 --known-at 2021-07-31T22:59:59.999Z')
  expect(existsSync(join(pack, 'data/report.html'))).toBe(true)
  expect(existsSync(`${pack}.zip`)).toBe(true)
  const last = (await records(ledger)).at(-1)
  const packRoot = /Pack root (\w+)\./.exec(out)?.[1]
  expect(last).toMatchObject({
    type: 'uk.send-ledger.EvidenceIssued.v1',
    subject: 'ledger-main',
    data: { packRoot, title: `SEND evidence of ${origin}`, to: 'Board', asAt: '2021-07-31' },
  })
})

test('the same pack again is the same, and is not issued twice', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const first = await issued(ledger, key, '--json')
  const again = await issued(ledger, key, '--json')
  const [one, other] = [first, again].map(({ out }) => JSON.parse(out))
  expect(other).toEqual({ ...one, pack: other.pack, duplicate: true })
  expect(one.duplicate).toBe(false)
  expect(await packsOnRecord(ledger)).toBe(1)
})

test('the key beside the ledger signs where none is given', async () => {
  const ledger = await ledgerWithPlans()
  const args = ['evidence', ledger, ...question, '--out', folder()]
  const without = await run(args)
  expect(without.code).toBe(2)
  expect(without.err).toContain(`send-ledger key new ${ledger}.key`)
  await run(['key', 'new', `${ledger}.key`, '--name', origin])
  expect((await run(args)).code).toBe(0)
})

test('a pack is compared with the one before, a folder or a zip file', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const { pack } = await issued(ledger, key, '--zip')
  const late = line(3, {
    id: uuid(200),
    type: 'uk.send-ledger.PlanIssued.v1',
    effectivedate: '2021-07-20',
    recordedtime: '2021-09-02T10:00:00.000Z',
    data: {},
  })
  await run(['import', fileOf(late), '--into', ledger])
  for (const previous of [pack, `${pack}.zip`]) {
    const out = folder()
    const args = ['--as-at', '2021-07-31', '--key', key, '--previous', previous, '--out', out]
    const { code, err, out: said } = await run(['evidence', ledger, ...args])
    expect([code, err]).toEqual([0, ''])
    expect(said).toContain('Compared with the pack of 2021-07-31.')
    expect(textOf(join(out, 'data/tables/bridge.csv'))).toMatch(/Plans maintained,2,1,3/)
    expect(existsSync(join(out, 'data/ledger/consistency.json'))).toBe(true)
  }
})

test('what is in the place of the pack is left alone', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const out = mkdtempSync(join(tmpdir(), 'send-ledger-taken-'))
  writeFileSync(join(out, 'mine.txt'), 'mine')
  const { code, err } = await run(['evidence', ledger, ...question, '--key', key, '--out', out])
  expect(code).toBe(2)
  expect(err).toContain('there is something at')
  expect(readdirSync(out)).toEqual(['mine.txt'])
  expect(await packsOnRecord(ledger)).toBe(0)
})

test.each([
  [['--known-at', '2020-01-01'], 2, 'nothing to be evidence of'],
  [['--as-at', 'July'], 2, '--as-at must be a date'],
  [['--title', 'a\u0000b'], 2, '--title: must be text'],
  [['--key', 'none.key'], 3, 'none.key'],
  [['--previous', 'none'], 3, 'none could not be read'],
  [['--previous', '.'], 2, 'is no pack to compare with'],
])('%j is refused, and nothing is recorded', async (more, exitCode, says) => {
  const ledger = await ledgerWithPlans()
  const { code, err } = await issued(ledger, await newKey(origin), ...more)
  expect([code, err]).toEqual([exitCode, expect.stringContaining(says)])
  expect(await packsOnRecord(ledger)).toBe(0)
})

test('a key of another name, and an empty ledger, are refused', async () => {
  const other = await issued(await ledgerWithPlans(), await newKey('somebody'))
  expect([other.code, other.err]).toEqual([2, expect.stringContaining(`--name ${origin}`)])
  const empty = await issued(await newLedger(), await newKey(origin))
  expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('has no record')])
})

test('a folder that cannot be made is told, and nothing is recorded', async () => {
  const ledger = await ledgerWithPlans()
  const file = newPath('file')
  writeFileSync(file, '')
  const args = ['--key', await newKey(origin), '--out', join(file, 'pack')]
  const { code, err } = await run(['evidence', ledger, ...question, ...args])
  expect([code, err]).toEqual([3, expect.stringContaining('there is a file in its way')])
  expect(await packsOnRecord(ledger)).toBe(0)
})

describe('a pack that was finished, and not recorded since the run was killed', () => {
  /** The ledger as it was before the run, beside what the run has written. */
  const killed = async (...more: readonly string[]) => {
    const ledger = await ledgerWithPlans()
    const key = await newKey(origin)
    const before = newPath('before.sqlite')
    await run(['backup', ledger, '--out', before])
    const { pack } = await issued(ledger, key, ...more)
    const again = ['evidence', before, ...question, '--key', key, '--out', pack, ...more]
    return { before, pack, again }
  }

  test('is recorded by the same run again, and by that only once', async () => {
    const { before, again } = await killed('--zip')
    expect(await packsOnRecord(before)).toBe(0)
    const { code, err } = await run(again)
    expect(code).toBe(0)
    expect(err).toContain('an earlier run ended before it could record it')
    expect(await packsOnRecord(before)).toBe(1)
    expect(await run(again)).toMatchObject({ code: 2 })
    expect(await packsOnRecord(before)).toBe(1)
  })

  test('gets the zip file that it lacks', async () => {
    const { before, pack, again } = await killed()
    expect(await run([...again, '--zip'])).toMatchObject({ code: 0 })
    expect(existsSync(`${pack}.zip`)).toBe(true)
    expect(await packsOnRecord(before)).toBe(1)
  })

  test.each<[string, readonly string[], (pack: string) => void]>([
    ['of another title', ['--title', 'Another'], () => {}],
    ['that was changed', [], (pack) => writeFileSync(join(pack, 'data/report.html'), 'x')],
  ])('one %s stays as it is', async (_, more, change) => {
    const { before, pack, again } = await killed()
    change(pack)
    expect(await run([...again, ...more])).toMatchObject({ code: 2 })
    expect(await packsOnRecord(before)).toBe(0)
  })
})
