import { fileOf, newLedger, run } from './running.js'

const oneSentence = /^send-ledger: [^\n]+\n$/

test('help is printed', async () => {
  const { code, out } = await run(['--help'])
  expect(code).toBe(0)
  for (const name of ['init', 'import', 'export', 'record', 'view', 'demo']) {
    expect(out).toContain(`  ${name} `)
  }
})

test('help of a command is printed', async () => {
  const { code, out } = await run(['view', '--help'])
  expect([code, out]).toEqual([0, expect.stringContaining('--as-at <date>')])
})

test('the version is printed', async () => {
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  ['no command', []],
  ['a command that there is not', ['veiw']],
  ['an option that there is not', ['init', 'a.sqlite', '--orign', 'x']],
  ['an argument too few', ['init']],
  ['an argument too many', ['init', 'a', 'b']],
  ['a required option missing', ['import', 'a.ndjson']],
  ['a choice that there is not', ['import', 'a', '--into', 'b', '--recorded-time', 'guess']],
])('%s is wrong use, said in one sentence', async (_, argv) => {
  const { code, out, err } = await run(argv)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(oneSentence)
})

test('a mistyped command is recognised', async () => {
  expect((await run(['veiw'])).err).toContain('view')
})

test('a file that is no ledger is an error in one sentence', async () => {
  const { code, err } = await run(['export', fileOf('my notes', 'notes.txt')])
  expect(code).toBe(3)
  expect(err).toMatch(oneSentence)
  expect(err).not.toMatch(/ at .*\.[jt]s/)
})

test('global options may stand before or after the command', async () => {
  const ledger = await newLedger()
  const record = ['record', ledger, 'case-1', 'PlanBroughtForward', '--on', '2021-05-03']
  const before = await run(['--json', ...record])
  const after = await run([...record.with(2, 'case-2'), '--json'])
  expect([JSON.parse(before.out).duplicate, JSON.parse(after.out).duplicate]).toEqual([
    false,
    false,
  ])
})
