/**
 * A view of the council's own, which no package knows: it appears on every surface, and its pack
 * verifies. The command runs as a program: what is loaded is loaded as a user would load it.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ledgerWithPlans, newPath, type Ran, run } from './running.js'
import { newKey } from './signing.js'

const types = [
  'RequestWithdrawn',
  'AssessmentAgreed',
  'AssessmentRefused',
  'AdviceRequested',
  'AdviceReturned',
  'ExceptionApplied',
  'PlanRefused',
  'DraftPlanIssued',
  'CaseTransferredOut',
  'MediationRequested',
  'AppealLodged',
  'AppealConcluded',
  'PlanBroughtForward',
  'PlanTransferredIn',
  'PlanTransferredOut',
  'ReviewMeetingHeld',
  'ReviewDecided',
  'AmendmentNoticeSent',
  'AmendedPlanIssued',
  'PlanAudited',
  'PlanCeased',
]

/** Cases from request to plan, by who asked; with a document of its own where told. */
const config = (document: string): string => `
const ignore = () => {}
const waits = {
  name: 'waits',
  version: 1,
  category: 'case',
  initial: () => ({}),
  on: {
    ...Object.fromEntries(${JSON.stringify(types)}.map((type) => [type, ignore])),
    RequestReceived: (facts, { effectiveOn }) => { facts.from = effectiveOn },
    PlanIssued: (facts, { effectiveOn }) => { facts.until = effectiveOn },
  },
  steps: ({ from, until }, count) => { if (from) count.during('waiting', from, until) },
}
export default {
  views: [{
    name: 'waits',
    version: 3,
    projections: [waits],
    usesLaw: false,
    defaults: {},
    answer: (read) => ({ waiting: read.at('waiting') }),
    ${document}
  }],
}
`

const documented = `document: ({ waiting }) => ({
  headlines: [],
  sections: [{
    id: 'waits', topic: 'Families who wait', heading: ['How many wait'], paragraphs: [],
    charts: [], notes: [],
    tables: [{
      id: 'families-who-wait', caption: 'Families who wait',
      columns: [
        { name: 'what', heading: 'What', kind: 'text', description: 'What is counted.' },
        { name: 'waiting', heading: 'Waiting', kind: 'integer', description: 'From request to plan.' },
      ],
      rows: [[
        { _tag: 'Words', text: 'Cases' },
        { _tag: 'Raw', value: String(waiting.value), of: waiting },
      ]],
    }],
  }],
}),`

/** One process for the whole file: to start one for each call takes most of the time of a call. */
const program = fork(join(__dirname, 'program.mjs'), { execArgv: [] })
afterAll(() => program.kill())

const called = async (...argv: readonly string[]): Promise<Ran> => {
  program.send(argv)
  const [answered] = await once(program, 'message')
  return answered as Ran
}

/** A ledger with three cases, of which one has no plan, and the config of the council beside it. */
const withConfig = async (text: string): Promise<{ ledger: string; path: string }> => {
  const made = await ledgerWithPlans()
  const folder = join(dirname(newPath('x')), 'council')
  mkdirSync(folder)
  const ledger = join(folder, 'walsall.sqlite')
  renameSync(made, ledger)
  const path = join(folder, 'send-ledger.config.mjs')
  writeFileSync(path, text)
  return { ledger, path }
}

const asAt = ['--as-at', '2021-07-31'] as const

test('a view by config is viewed, explained, reconciled, checked, told and kept in tables', async () => {
  const { ledger } = await withConfig(config(documented))
  expect((await called('view', 'waits', ledger, ...asAt)).out).toMatch(
    /Families who wait\n[\s\S]*Waiting[\s\S]*Cases │ +1 │/,
  )
  expect(JSON.parse((await called('view', 'waits', ledger, ...asAt, '--json')).out)).toMatchObject({
    basis: { projection: 'waits', version: 3 },
    view: { waiting: 1 },
  })
  expect((await called('view', 'waits', ledger, ...asAt, '--format', 'csv')).out).toContain(
    'waiting,,waiting,1',
  )
  expect((await called('explain', 'waits', ledger, ...asAt, '--figure', 'waiting')).out).toContain(
    'case-3',
  )
  const was = ['--was-known-at', '2021-06-01'] as const
  expect((await called('reconcile', ledger, 'waits', ...asAt, ...was)).out).toContain('PlanIssued')
  expect((await called('check', ledger, ...asAt)).code).toBe(0)
  const tables = newPath('tables.sqlite')
  expect((await called('tables', ledger, '--into', tables)).out).toContain('waits covers 6 records')
  const figures = [{ measure: 'waiting', numerator: 1 }]
  const data = { title: 'Waits', to: 'board', asAt: '2021-07-31', figures }
  const report = ['oversight-1', 'ReportPresented', '--on', '2021-08-20', '--trust-clock'] as const
  expect((await called('record', ledger, ...report, '--data', JSON.stringify(data))).err).toBe('')
  const [told] = JSON.parse((await called('told', ledger, '--json')).out).reports
  expect(told.figures[0]).toMatchObject({ measure: 'waiting', knownNow: '1', verdictNow: 'holds' })
}, 120_000)

test.each([
  ['with a document', documented, 'Families who wait', 'families-who-wait.csv'],
  ['without one', '', 'Figures of waits', 'waits-figures.csv'],
])(
  'a view %s stands in a pack, which verifies by whoever is given the view',
  async (_, document, caption, table) => {
    const { ledger, path } = await withConfig(config(document))
    const key = await newKey('urn:send-ledger:walsall')
    const pack = newPath('pack')
    const issued = await called('evidence', ledger, ...asAt, '--key', key, '--out', pack)
    expect([issued.code, issued.err]).toEqual([0, ''])
    const text = (of: string): string => readFileSync(join(pack, 'data', of), 'utf8')
    expect(JSON.parse(text('views/waits.json')).view).toEqual({ waiting: 1 })
    expect(text(`tables/${table}`)).toMatch(/,1\n$/)
    expect(text('report.html')).toContain(caption)
    expect(text('lineage/waits.csv')).toContain('case-3')
    const keyed = ['--key', `${key}.pub`] as const
    expect((await called('verify', pack, ...keyed, '--config', path)).code).toBe(0)
    // What lies beside a pack is not run; without the view nothing is taken on trust.
    const { code, out } = await called('verify', pack, ...keyed)
    expect([code, out]).toEqual([1, expect.stringContaining('waits 3 is no view of this software')])
    // The next pack is compared with it.
    const next = newPath('next')
    const more = [...asAt, '--key', key, '--out', next, '--previous', pack] as const
    expect((await called('evidence', ledger, ...more)).code).toBe(0)
    const since = ['--since', pack] as const
    expect((await called('verify', next, ...keyed, ...since, '--config', path)).code).toBe(0)
  },
  120_000,
)

test('figures of ours stay what they are, whatever a view of the council’s own counts', async () => {
  // A measure of compliance by its name, and a projection of the name of one of ours.
  const clashing = config('')
    .replaceAll("'waiting'", "'open'")
    .replace("name: 'waits',", "name: 'path',")
  const { ledger, path } = await withConfig(clashing)
  const key = await newKey('urn:send-ledger:walsall')
  const [pack, plain] = [newPath('pack'), newPath('plain')] as const
  const keyed = [...asAt, '--known-at', '2021-07-31', '--key', key] as const
  expect((await called('evidence', ledger, ...keyed, '--out', pack)).code).toBe(0)
  const mine = JSON.parse(readFileSync(join(pack, 'data/views/waits.json'), 'utf8')).view
  expect(mine).toEqual({ waiting: 1 })
  renameSync(path, `${path}.away`)
  expect((await called('evidence', ledger, ...keyed, '--out', plain)).code).toBe(0)
  for (const view of ['compliance', 'compliance-all-plans', 'capacity']) {
    const of = (folder: string) => readFileSync(join(folder, `data/views/${view}.json`), 'utf8')
    expect(of(pack)).toBe(of(plain))
  }
}, 120_000)

test.each(['compliance-all-plans', 'wsoA'])(
  'no pack has a view that is called %s',
  async (name) => {
    const named = config('').replace(
      /name: 'waits',\n {4}version: 3/,
      `name: '${name}', version: 3`,
    )
    const { ledger } = await withConfig(named)
    const key = await newKey('urn:send-ledger:walsall')
    const { code, err } = await called(
      'evidence',
      ledger,
      ...asAt,
      '--key',
      key,
      '--out',
      newPath('pack'),
    )
    expect([code, err]).toEqual([2, expect.stringContaining(`would be called ${name}`)])
  },
  60_000,
)

test('a pack for the public has no view of the council’s own', async () => {
  const { ledger } = await withConfig(config(documented))
  const key = await newKey('urn:send-ledger:walsall')
  const pack = newPath('pack')
  const argv = ['evidence', ledger, ...asAt, '--key', key, '--out', pack, '--public'] as const
  expect((await called(...argv)).code).toBe(0)
  expect(readFileSync(join(pack, 'data/basis.json'), 'utf8')).not.toContain('waits')
  expect((await called('verify', pack, '--key', `${key}.pub`)).code).toBe(0)
}, 120_000)

test.each([
  ['export default {}', 'gives no views'],
  ['export default { views: [{}] }', 'a view has no name'],
  ["export default { views: [{ name: 'wsoa' }] }", 'is the name of a view of ours'],
  ["export default { views: [{ name: 'mine' }] }", 'the view mine has no version'],
  ["throw new Error('no')", 'could not be run: no'],
  ['export default {', 'could not be run'],
])(
  'of the config %s it is said that it %s',
  async (text, says) => {
    const { ledger } = await withConfig(text)
    const { code, err } = await called('view', 'mine', ledger, ...asAt)
    expect([code, err.split('\n').length, err]).toEqual([2, 2, expect.stringContaining(says)])
  },
  60_000,
)

test('a view that nobody knows is refused, and the known ones are named', async () => {
  const { ledger } = await withConfig(config(''))
  const argv = ['view', 'mine', ledger, ...asAt]
  const { stderr } = spawnSync(process.execPath, [
    join(__dirname, '../bin/send-ledger.js'),
    ...argv,
  ])
  expect(String(stderr)).toMatch(/compliance, .*capacity, waits\./)
  expect((await run(['view', 'mine', await ledgerWithPlans(), ...asAt])).code).toBe(2)
}, 60_000)
