/**
 * A view of the council's own, which no package knows: it appears on every surface, and its pack
 * verifies. The command runs as a program: what is loaded is loaded as a user would load it.
 */
import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asAt, asking, called, config, documented, started, withConfig } from './own-config.js'
import { ledgerWithPlans, newPath, run } from './running.js'
import { newKey } from './signing.js'

test('a view by config is viewed, explained, reconciled, checked, told and kept in tables', async () => {
  const { ledger } = await withConfig(config(documented))
  expect(started('view', 'waits', ledger, ...asAt).out).toMatch(
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

test('a view with options is asked with them on every surface', async () => {
  const { ledger } = await withConfig(config('', asking))
  const waiting = async (...more: readonly string[]) =>
    JSON.parse((await called('view', 'waits', ledger, ...asAt, ...more, '--json')).out)
  expect(await waiting()).toMatchObject({ basis: { options: { by: 'all' } }, view: { waiting: 1 } })
  expect(await waiting('--with', 'by=parent')).toMatchObject({
    basis: { options: { by: 'parent' } },
    view: { waiting: 0 },
  })
  expect((await waiting('--with', 'by=school', '--with', 'on=2021-06-01')).view).toEqual({
    waiting: 2,
  })
  const inWords = (await called('view', 'waits', ledger, ...asAt, '--with', 'by=school')).out
  expect(inWords).toContain('View waits 3, rules england-1, by school.')
  const why = ['--figure', 'waiting', '--with', 'on=2021-06-01'] as const
  expect((await called('explain', 'waits', ledger, ...asAt, ...why)).out).toContain('waiting is 2.')
  const then = await called(
    'reconcile',
    ledger,
    'waits',
    ...asAt,
    '--was-with',
    'by=parent',
    '--json',
  )
  expect(JSON.parse(then.out).figures[0]).toMatchObject({ figure: 'waiting', was: 0, is: 1 })
  expect((await called('check', ledger, ...asAt)).code).toBe(0)
}, 120_000)

test.each([
  [['by=council'], '--with by must be all, school or parent, not "council"'],
  [['on=2021-06-31'], '--with on must be a date that exists, written YYYY-MM-DD, not "2021-06-31"'],
  [['by=school', 'by=all'], '--with by must be given once, not "school, all"'],
  [['who=school'], '--with who is no option of the view waits, which takes --with by, --with on'],
  [['by'], '--with must be NAME=VALUE, not "by"'],
])(
  'of %s it is said what and where',
  async (given, says) => {
    const { ledger } = await withConfig(config('', asking))
    const flags = given.flatMap((each) => ['--with', each])
    const { code, err } = await called('view', 'waits', ledger, ...asAt, ...flags)
    expect([code, err.split('\n').length, err]).toEqual([2, 2, expect.stringContaining(says)])
  },
  60_000,
)

test('a pack has a view with its options, and is verified with them', async () => {
  const { ledger, path } = await withConfig(config(documented, asking))
  const key = await newKey('urn:send-ledger:walsall')
  const [first, next] = [newPath('first'), newPath('next')] as const
  const issued = (out: string, ...more: readonly string[]) =>
    called('evidence', ledger, ...asAt, '--key', key, '--out', out, ...more)
  const then = ['--with', 'waits.by=parent', '--with', 'waits.on=2021-06-01'] as const
  expect(await issued(first, ...then)).toMatchObject({ code: 0, err: '' })
  const text = (pack: string, of: string) => readFileSync(join(pack, 'data', of), 'utf8')
  expect(JSON.parse(text(first, 'views/waits.json'))).toMatchObject({
    basis: { options: { by: 'parent', on: '2021-06-01' } },
    view: { waiting: 0 },
  })
  expect(text(first, 'report.html')).toContain('Asked by (waits)')
  const verified = (...argv: readonly string[]) =>
    called('verify', ...argv, '--key', `${key}.pub`, '--config', path)
  expect((await verified(first)).code).toBe(0)
  // The next one asks otherwise, and knows how the one before was asked.
  expect((await issued(next, '--with', 'waits.by=school', '--previous', first)).code).toBe(0)
  const basis = JSON.parse(text(next, 'basis.json'))
  expect(basis.previous).toMatchObject({
    differing: [],
    views: [{ name: 'waits', options: { by: 'parent', on: '2021-06-01' } }],
  })
  expect(text(next, 'lineage/changes.csv')).toContain('waits,waiting,')
  expect((await verified(next, '--since', first)).code).toBe(0)
  expect(await issued(newPath('none'), '--with', 'waits.by=council')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--with waits.by must be all, school or parent'),
  })
  expect((await issued(newPath('none'), '--with', 'compliance.cohort=all')).code).toBe(2)
}, 120_000)

test('a view is written with our packages, installed beside it', async () => {
  // The command is a bundle with packages of its own; the view has those that it imports.
  const { ledger, path } = await withConfig(`
import { complianceView } from '@send-ledger/compliance'
import { measure, minus, percent } from '@send-ledger/core/projection'
import { raw, words } from '@send-ledger/documents'

const waits = {
  name: 'waits',
  version: 1,
  category: 'case',
  initial: () => ({}),
  on: {
    RequestReceived: (facts, { effectiveOn, data }) => {
      facts.from = effectiveOn
      facts.by = data.requestedBy
    },
  },
  steps: ({ from, by }, count) => { if (from) count.step(measure('waited', by), from, 1) },
}
const column = (name, kind) => ({ name, heading: name, kind, description: name })
export default {
  views: [
    { ...complianceView, name: 'again', document: undefined },
    {
      name: 'waits', version: 1, projections: [waits], usesLaw: false, defaults: {},
      answer: (read) => {
        const all = read.dimensions('waited').map(([by]) => read.at(measure('waited', by)))[0]
        return { all, none: minus(all, all), share: percent(all, all) }
      },
      document: ({ all }) => ({
        headlines: [],
        sections: [{
          id: 'waits', topic: 'Waits', heading: ['Waits'], paragraphs: [], charts: [], notes: [],
          tables: [{
            id: 'waits', caption: 'Waits', columns: [column('who', 'text'), column('count', 'integer')],
            rows: [[words('Families'), raw(all)]],
          }],
        }],
      }),
    },
  ],
}`)
  symlinkSync(join(__dirname, '../node_modules'), join(dirname(path), 'node_modules'))
  const viewed = (view: string) =>
    JSON.parse(started('view', view, ledger, ...asAt, '--json').out).view
  expect(viewed('waits')).toEqual({ all: 3, none: 0, share: '100.0' })
  expect(viewed('again')).toEqual(viewed('compliance'))
  expect(started('view', 'waits', ledger, ...asAt).out).toMatch(/Families │ +3 │/)
  const key = await newKey('urn:send-ledger:walsall')
  const pack = newPath('pack')
  const argv = ['evidence', ledger, ...asAt, '--key', key, '--out', pack] as const
  expect(started(...argv)).toMatchObject({ code: 0, err: '' })
  expect(started('verify', pack, '--key', `${key}.pub`, '--config', path).code).toBe(0)
}, 120_000)

test('options of a pack that the view does not take are found', async () => {
  const { ledger, path } = await withConfig(config(documented, asking))
  const key = await newKey('urn:send-ledger:walsall')
  const pack = newPath('pack')
  const with_ = ['--with', 'waits.by=parent'] as const
  await called('evidence', ledger, ...asAt, '--key', key, '--out', pack, ...with_)
  // Whoever verifies knows a view that knows no parents.
  const other = path.replace('.config', '.other')
  writeFileSync(other, readFileSync(path, 'utf8').replace(", parent: 'a parent'", ''))
  const { code, out } = await called('verify', pack, '--key', `${key}.pub`, '--config', other)
  expect([code, out]).toEqual([1, expect.stringContaining('views')])
}, 120_000)

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
  ['gives no views', 'export default {}'],
  ['a view has no name', 'export default { views: [{}] }'],
  ['is the name of a view of ours', "export default { views: [{ name: 'wsoa' }] }"],
  ['the view mine has no version', "export default { views: [{ name: 'mine' }] }"],
  ['its option by has no label', config('', "defaults: {}, options: { by: { kind: 'choice' } },")],
  ['its defaults are not such as', config('', asking.replace("by: 'all'", "by: 'none'"))],
  ['could not be run: no', "throw new Error('no')"],
  ['could not be run', 'export default {'],
])(
  'of a config that is wrong it is said: %s',
  async (says, text) => {
    const { ledger } = await withConfig(text)
    const { code, err } = await called('view', 'mine', ledger, ...asAt)
    expect([code, err.split('\n').length, err]).toEqual([2, 2, expect.stringContaining(says)])
  },
  60_000,
)

test('a view that nobody knows is refused, and the known ones are named', async () => {
  const { ledger } = await withConfig(config(''))
  const argv = ['view', 'mine', ledger, ...asAt]
  expect(started(...argv).err).toMatch(/compliance, .*capacity, waits\./)
  expect((await run(['view', 'mine', await ledgerWithPlans(), ...asAt])).code).toBe(2)
}, 60_000)
