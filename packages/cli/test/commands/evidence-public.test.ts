import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileOf, ledgerWithPlans, line, run, textOf, uuid } from '../running.js'
import { newKey } from '../signing.js'

const origin = 'urn:send-ledger:walsall'
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'send-ledger-public-')), 'pack')

/** A ledger with plans and a programme, and its key. */
const ledgerWithProgramme = async () => {
  const ledger = await ledgerWithPlans()
  const programme = line(1, {
    id: uuid(300),
    type: 'uk.send-ledger.ProgrammeEstablished.v1',
    subject: 'programme-1',
    effectivedate: '2021-07-12',
    recordedtime: '2021-07-12T10:00:00.000Z',
    data: { title: 'A programme', framework: 'writtenStatementOfAction' },
  })
  const args = ['import', fileOf(programme), '--into', ledger, '--recorded-time', 'keep']
  expect((await run(args)).code).toBe(0)
  return { ledger, key: await newKey(origin) }
}

const asked = ['--as-at', '2021-07-31'] as const

const issued = async (
  { ledger, key }: Awaited<ReturnType<typeof ledgerWithProgramme>>,
  ...more: readonly string[]
) => {
  const out = folder()
  const ran = await run(['evidence', ledger, ...asked, '--key', key, '--out', out, ...more])
  return { ...ran, pack: out }
}

test('a pack for the public is written, says what it hides, and is verified', async () => {
  const made = await ledgerWithProgramme()
  const { code, err, out, pack } = await issued(made, '--public')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /For the public: of \d+ figures, [1-9]\d* are hidden because they count few people/,
  )
  expect(out).toContain('It proved no more than that')
  expect(existsSync(join(pack, 'data/ledger/records.ndjson'))).toBe(false)
  expect(existsSync(join(pack, 'data/lineage'))).toBe(false)
  expect(textOf(join(pack, 'data/report.html'))).toContain('[c]')
  const verified = await run(['verify', pack, '--key', `${made.key}.pub`])
  expect([verified.code, verified.err]).toEqual([0, ''])
  expect(verified.out).toContain('tables were held against its views')
})

test('the next one reckons with it, and proves that it was issued', async () => {
  const made = await ledgerWithProgramme()
  const { pack } = await issued(made, '--public')
  const next = await issued(made, '--public', '--previous', pack, '--published', pack)
  expect([next.code, next.err]).toEqual([0, ''])
  expect(next.out).toContain('1 earlier public pack show')
  expect(next.out).toContain('2 records are proved one by one.')
  expect(textOf(join(next.pack, 'data/ledger/inclusion/8.json'))).toContain('EvidenceIssued')
})

test('a council pack before it is not compared, and the command says so', async () => {
  const made = await ledgerWithProgramme()
  const { pack } = await issued(made)
  const { code, out } = await issued(made, '--public', '--previous', pack)
  expect([code, out]).toEqual([0, expect.stringContaining('The previous pack is for the council')])
})

test('the policy of the council is used', async () => {
  const made = await ledgerWithProgramme()
  const policy = fileOf(
    // With the mark that editors on Windows put before it.
    '\ufeff{"threshold":10,"zeros":"shown",\r\n"protection":2,"symbol":"*"}\r\n',
    'policy.json',
  )
  const { code, pack } = await issued(made, '--public', '--policy', policy)
  expect(code).toBe(0)
  expect(textOf(join(pack, 'data/report.html'))).toContain('Counts of 1 to 9 people are hidden')
  expect(textOf(join(pack, 'data/views/compliance.json'))).toContain('"plansMaintained":"*"')
})

test.each([
  ['no JSON', 'threshold: 5', /is no JSON/],
  [
    'a threshold of 1',
    '{"threshold":1,"zeros":"shown","protection":2,"symbol":"[c]"}',
    /threshold/,
  ],
  [
    'a field that is none',
    '{"threshold":5,"zeros":"shown","protection":2,"symbol":"[c]","rounding":5}',
    /rounding is nothing that a policy says/,
  ],
])('a policy with %s is refused', async (_, text, says) => {
  const made = await ledgerWithProgramme()
  const { code, err } = await issued(made, '--public', '--policy', fileOf(text, 'policy.json'))
  expect([code, err]).toEqual([2, expect.stringMatching(says)])
})

test.each([
  [['--policy', 'p.json'], 2, '--policy is for a pack for the public'],
  [['--published', 'p'], 2, '--published is for a pack for the public'],
  [['--public', '--policy', 'none.json'], 3, 'none.json could not be read'],
  [['--public', '--published', 'none'], 3, 'Check --published'],
])('%j is refused', async (more, exitCode, says) => {
  const made = await ledgerWithProgramme()
  const { code, err } = await issued(made, ...more)
  expect([code, err]).toEqual([exitCode, expect.stringContaining(says)])
})

test('a ledger without a programme gives a pack of its cases, which is verified', async () => {
  const made = { ledger: await ledgerWithPlans(), key: await newKey(origin) }
  const { code, err, out, pack } = await issued(made, '--public')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('No record is proved by itself')
  const verified = await run(['verify', pack, '--key', `${made.key}.pub`])
  expect([verified.code, verified.err]).toEqual([0, ''])
})

test('an empty ledger gives none, and one sentence says why', async () => {
  const ledger = join(mkdtempSync(join(tmpdir(), 'send-ledger-public-')), 'empty.sqlite')
  await run(['init', ledger, '--origin', origin])
  const { code, err } = await issued({ ledger, key: await newKey(origin) }, '--public')
  expect([code, err]).toEqual([2, expect.stringMatching(/^\S.*no record that was known by then/)])
})
