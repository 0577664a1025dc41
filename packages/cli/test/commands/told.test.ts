import { newLedger, newPath, run } from '../running.js'
import { walsallFile } from '../walsall-file.js'

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
