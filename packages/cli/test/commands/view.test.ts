import { ledgerWithPlans, newLedger, newPath, run, textOf } from '../running.js'

const asAt = ['--as-at', '2021-07-31'] as const

const json = async (ledger: string, ...more: readonly string[]) =>
  JSON.parse((await run(['view', 'compliance', ledger, ...asAt, '--format', 'json', ...more])).out)

test('the answer is wrapped with its basis', async () => {
  const { basis, view } = await json(await ledgerWithPlans())
  expect(basis).toEqual({
    origin: 'urn:send-ledger:walsall',
    size: 6,
    root: expect.any(String),
    asAt: '2021-07-31',
    knownAt: '2021-07-10T15:00:00.000Z',
    projection: 'compliance',
    version: 2,
    ruleSet: 'england-1',
    options: { cohort: 'dfe', counting: 'exclusive' },
  })
  expect(view.open.total).toBe(1)
})

test('as known at a date, what was recorded later does not count', async () => {
  const { basis, view } = await json(await ledgerWithPlans(), '--known-at', '2021-07-09')
  expect(basis).toMatchObject({ size: 4, knownAt: '2021-07-09T22:59:59.999Z' })
  expect(view.open.total).toBe(2)
})

test('the counting policy decides a plan sent on the 140th day', async () => {
  const ledger = await ledgerWithPlans()
  const inMay = async (counting: string) =>
    (await json(ledger, '--counting', counting)).view.months.find(
      ({ month }: { month: string }) => month === '2021-05',
    ).inTime.all
  expect([await inMay('exclusive'), await inMay('inclusive')]).toEqual([1, 0])
})

test('the series may start later', async () => {
  const { view } = await json(await ledgerWithPlans(), '--from', '2021-06')
  expect(view.months.map(({ month }: { month: string }) => month)).toEqual(['2021-06', '2021-07'])
})

test('--json means the JSON of the contract too', async () => {
  const ledger = await ledgerWithPlans()
  const one = await run(['view', 'compliance', ledger, ...asAt, '--json'])
  const other = await run(['view', 'compliance', ledger, ...asAt, '--format', 'json'])
  expect(one.out).toBe(other.out)
})

test('the table names months in words and ends with what it rests on', async () => {
  const { code, out } = await run(['view', 'compliance', await ledgerWithPlans(), ...asAt])
  expect(code).toBe(0)
  expect(out).toContain('Final plans issued, and those within 20 weeks of the request')
  expect(out).toContain('July 2021')
  expect(out.trim().split('\n').slice(-3)).toEqual([
    'As at 31 July 2021, as known at 2021-07-10T15:00:00.000Z.',
    expect.stringMatching(/^Ledger urn:send-ledger:walsall, 6 records, root \S{12}\.$/),
    'View compliance 2, rules england-1, cohort dfe, counting exclusive.',
  ])
})

test('a terminal is shown headings in bold, unless it shall not be', async () => {
  const args = ['view', 'compliance', await ledgerWithPlans(), ...asAt]
  const bold = (await run(args, { terminal: true })).out
  expect(bold).toContain('\u001b[1m')
  for (const plain of [
    await run([...args, '--no-color'], { terminal: true }),
    await run(args, { terminal: true, env: { NO_COLOR: '1' } }),
    await run(args),
  ]) {
    expect(plain.out).not.toContain('\u001b')
  }
})

test('the CSV has a row for each figure', async () => {
  const args = ['view', 'compliance', await ledgerWithPlans(), ...asAt, '--format', 'csv']
  const rows = (await run(args)).out.split('\n')
  expect(rows[0]).toBe('section,item,figure,value')
  expect(rows).toContain('basis,,asAt,2021-07-31')
  expect(rows).toContain('months,2021-05,issued.all,1')
  expect(rows).toContain('months,2021-05,percent.all,100.0')
  expect(rows).toContain('open.byAge,183 / 364,count,1')
  expect(rows).toContain('plansMaintained,,plansMaintained,2')
})

test.each(['compliance', 'wsoa', 'workforce', 'capacity'])(
  'an empty ledger has an answer for %s in every format',
  async (view) => {
    const ledger = await newLedger()
    for (const format of ['table', 'json', 'csv']) {
      const { code, err } = await run(['view', view, ledger, ...asAt, '--format', format])
      expect([code, err]).toEqual([0, ''])
    }
  },
)

test.each([
  ['a view that there is not', ['complaints', ...asAt]],
  ['no date', ['compliance']],
  ['a date that does not exist', ['compliance', '--as-at', '2021-06-31']],
  ['an instant without a zone', ['compliance', ...asAt, '--known-at', '2021-07-31T10:00:00']],
  ['a cohort that there is not', ['compliance', ...asAt, '--cohort', 'some']],
  ['a month that does not exist', ['compliance', ...asAt, '--from', '2021-13']],
  ['an option of another view', ['wsoa', ...asAt, '--cohort', 'all']],
  ['a forecast without its assumption', ['capacity', ...asAt, '--induction-factor', '0.5']],
  ['a role without a number', ['capacity', ...asAt, '--plans-per-fte-per-month', 'coordinator']],
])('%s is wrong use', async (_, [view = '', ...rest]) => {
  const { code, out, err } = await run(['view', view, await newLedger(), ...rest])
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^send-ledger: [^\n]+\n$/)
})

test('CSV for Excel is the same table, with the mark and the line ends that Excel wants', async () => {
  const ledger = await ledgerWithPlans()
  const view = ['view', 'compliance', ledger, ...asAt, '--format'] as const
  const plain = (await run([...view, 'csv'])).out
  const { out } = await run([...view, 'csv-excel'])
  expect(plain.startsWith('section,item,figure,value\n')).toBe(true)
  expect(out).toBe(`\ufeff${plain.replaceAll('\n', '\r\n')}`)
})

test('--out writes the same bytes into a new file, and into no other', async () => {
  const ledger = await ledgerWithPlans()
  for (const format of ['json', 'csv', 'csv-excel']) {
    const view = ['view', 'compliance', ledger, ...asAt, '--format', format] as const
    const path = newPath('view out')
    expect(await run([...view, '--out', path])).toEqual({ code: 0, out: '', err: '' })
    expect(textOf(path)).toBe((await run(view)).out)
    const again = await run([...view, '--out', path])
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('already')])
  }
  const table = await run(['view', 'compliance', ledger, ...asAt, '--out', newPath('table')])
  expect([table.code, table.err]).toEqual([2, expect.stringContaining('--format json')])
})
