import { ledgerWithPlans, newLedger, run } from '../running.js'

test('what is conserved holds, and is named', async () => {
  const { code, out } = await run([
    'check',
    await ledgerWithPlans(),
    '--as-at',
    '2021-07-31',
    '--json',
  ])
  expect(code).toBe(0)
  const { holds, checks } = JSON.parse(out)
  expect(holds).toBe(true)
  expect(checks.map(({ name }: { name: string }) => name)).toContain(
    'each case that was requested is open, or ended in one way',
  )
})

test('an empty ledger has nothing that could not hold', async () => {
  const { code, out } = await run(['check', await newLedger(), '--as-at', '2021-07-31'])
  expect(code).toBe(0)
  expect(out).toContain('Conservation checks')
})

test('a wrong date is refused', async () => {
  expect(await run(['check', await newLedger(), '--as-at', 'today'])).toMatchObject({ code: 2 })
})
