import { ledgerWithPlans, newLedger, run } from '../running.js'

test('the lags of a ledger by type and month; what was imported with its instants is told apart', async () => {
  const { code, out } = await run(['assurance', await ledgerWithPlans(), '--json'])
  expect(code).toBe(0)
  const { rows } = JSON.parse(out)
  expect(rows).toContainEqual(
    expect.objectContaining({
      type: 'RequestReceived',
      month: '2021-01',
      count: 3,
      byGrade: { contemporaneous: 0, late: 0, reconstructed: 0, imported: 3 },
    }),
  )
})

test('an empty ledger has nothing on record', async () => {
  expect((await run(['assurance', await newLedger()])).out).toContain('nothing on record')
})
