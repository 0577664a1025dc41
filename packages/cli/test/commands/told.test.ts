import { walsallFile } from '../../../../test/kit/walsall.js'
import { newLedger, newPath, run } from '../running.js'

const now = '2021-11-01T12:00:00.000Z'

test('what was told stands beside what was derived then, and is now', async () => {
  const ledger = await walsallFile(newPath('walsall.sqlite'))
  const { code, out } = await run(['told', ledger, '--json'], { now })
  expect(code).toBe(0)
  const [report] = JSON.parse(out).reports
  expect(report).toMatchObject({ to: 'scrutiny', asAt: '2021-07-31' })
  const figure = (measure: string, period: string) =>
    report.figures.find(
      (each: { measure: string; period: string }) =>
        each.measure === measure && each.period === period,
    )
  const july = figure('months.rolling12.percent.excludingExceptions', '2021-07')
  expect(july).toMatchObject({
    told: '151 of 402',
    knownThen: '151 of 402',
    knownNow: '152 of 402',
  })
  expect(july.heldThen).toBe(true)
  expect(july.causes).toContainEqual(
    expect.objectContaining({ kind: 'recordedLate', change: 1, subject: expect.any(String) }),
  )
  // The increase that was told follows from no whole number of requests.
  const increase = figure('months.yearBefore.changePercent', '2021-05/2021-06')
  expect(increase).toMatchObject({
    told: '75',
    knownThen: '75.6',
    knownNow: '75.6',
    heldThen: false,
  })
  expect(figure('plansMaintained', '2020-01-16')).toMatchObject({ told: '2106', knownNow: '2106' })
}, 120_000)

test('what the ledger has no figure for is not derivable, and says so', async () => {
  const ledger = await newLedger()
  const figures = [{ measure: 'parents who feel heard, percent', numerator: 61 }]
  const data = { title: 'Report', to: 'board', asAt: '2021-07-31', figures }
  await run([
    'record',
    ledger,
    'oversight-1',
    'ReportPresented',
    '--on',
    '2021-08-20',
    '--data',
    JSON.stringify(data),
  ])
  const { out } = await run(['told', ledger])
  expect(out).toMatch(/parents who feel heard, percent.*61.*not derivable.*not derivable/)
})

test('a ledger without reports says so', async () => {
  expect((await run(['told', await newLedger()])).out).toBe('No report is on record.\n')
})

/** A ledger of seven requests and one plan, with a report that tells these figures. */
const ledgerTelling = async (
  figures: readonly { measure: string; period?: string; numerator: number; denominator?: number }[],
) => {
  const ledger = await newLedger()
  const record = (stream: string, type: string, on: string, data: object) =>
    run(['record', ledger, stream, type, '--on', on, '--data', JSON.stringify(data)], { now })
  const days = ['2021-01-04', '2021-01-05', '2021-02-01', '2021-03-01', '2021-04-01', '2021-07-01']
  for (const [i, on] of days.entries()) {
    await record(`case-${i}`, 'RequestReceived', on, {
      requestedBy: 'school',
      startedBy: 'request',
    })
  }
  await record('case-0', 'PlanIssued', '2021-05-04', {})
  await record('case-1', 'PlanIssued', '2021-06-30', {})
  const report = { title: 'Report', to: 'board', asAt: '2021-07-31', figures }
  await record('oversight-1', 'ReportPresented', '2021-11-01', report)
  const { out } = await run(['told', ledger, '--json'], { now })
  return JSON.parse(out).reports[0].figures
}

test.each([
  ['issued:2021-05', undefined, 1],
  ['months.issued.all', '2021-05', 1],
  ['issued', '2021-05', 1],
  ['months.requests', '2021-01', 2],
  ['requests', '2021-01/2021-04', 5],
  ['requests', '2021-Q1', 4],
  ['requests', '2021', 6],
  ['requests', '2021/22-Q1', 1],
  ['requests', '2021-01-01/2021-02-28', 3],
  ['percent', '2021-05', 100],
  ['percent', '2021-05/2021-06', 50],
  ['open.total', '2021-03-31', 4],
])('%s of %s told as %d holds', async (measure, period, numerator) => {
  const [figure] = await ledgerTelling([{ measure, ...(period ? { period } : {}), numerator }])
  expect(figure).toMatchObject({ verdictThen: 'holds', verdictNow: 'holds', heldThen: true })
})

test.each([
  ['requets', '2021-05', 'NoSuchFigure', 'months.requests:2021-05'],
  ['isseud', '2021-05', 'NoSuchFigure', 'months.issued.all:2021-05'],
  ['Issued', '2021-05', 'NoSuchFigure', 'months.issued.all:2021-05'],
  ['opne.total', undefined, 'NoSuchFigure', 'open.total'],
  ['requests', '2021-05-03/2021-06-12', 'NoWholeMonths', undefined],
  ['requests', 'the summer', 'NoWholeMonths', undefined],
  ['requests', '2021-Q4', 'NotYet', undefined],
  ['open.total', '2021-05', 'NoSuchFigure', 'open.total'],
])('%s of %s is not derivable, because %s', async (measure, period, because, nearest) => {
  const [figure] = await ledgerTelling([{ measure, ...(period ? { period } : {}), numerator: 1 }])
  const { names } = figure.notDerivable
  expect(figure.notDerivable.because).toBe(because)
  if (nearest) expect(names).toContain(nearest)
  else expect(names).toEqual([])
})

test('a rolling rate is not added up, and a name that is no figure is told with the nearest', async () => {
  const [rolling, wrong, parts] = await ledgerTelling([
    { measure: 'months.rolling12.issued.all', period: '2021-05/2021-06', numerator: 3 },
    { measure: 'isued.all', period: '2021-05', numerator: 1 },
    { measure: 'percent', period: '2021-05/2021-06', numerator: 1, denominator: 3 },
  ])
  expect(rolling).toMatchObject({ verdictNow: 'notDerivable' })
  expect(wrong.verdictNow).toBe('notDerivable')
  expect(wrong.notDerivable).toEqual({
    because: 'NoSuchFigure',
    names: expect.arrayContaining(['months.issued.all:2021-05']),
  })
  expect(rolling.notDerivable).toEqual({ because: 'NotAddedUp', names: [] })
  expect(parts).toMatchObject({ knownNow: '1 of 2', differing: ['denominator'], heldThen: false })
})
