import {
  startServer,
  type TestServer,
} from '../../../stores/eventstoredb/test/server/start-server.js'
import { fileOf, ledgerWithPlans, line, newLedger, newPath, run } from '../running.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const address = (name: string): string => `${server.url}&ledger=${name}`

test('a ledger goes into a server and back, with the same records and root', async () => {
  const source = await ledgerWithPlans()
  const there = await run(['copy', source, address('walsall')])
  expect([there.code, there.err]).toEqual([0, ''])
  expect(there.out).toMatch(/^Copied 6 records\. Both ledgers hold 6, with the root [\w+/]+=\.\n$/)
  const back = newPath('back.sqlite')
  const returned = await run(['copy', address('walsall'), back])
  expect(returned.out).toBe(there.out)
  expect((await run(['export', back])).out).toBe((await run(['export', source])).out)
  const asked = ['--as-at', '2021-07-31', '--format', 'json']
  const view = await run(['view', 'compliance', source, ...asked])
  expect(await run(['view', 'compliance', address('walsall'), ...asked])).toEqual(view)
})

test('a second run goes on where the first stopped', async () => {
  const source = await ledgerWithPlans()
  const target = newPath('copy.sqlite')
  await run(['copy', source, target])
  await run(['import', fileOf(line(9)), '--into', source])
  const { out } = await run(['copy', source, target])
  expect(out).toMatch(/^Copied 1 record\. Both ledgers hold 7, /)
  expect((await run(['copy', source, target, '--json'])).out).toMatch(/"size":7,"written":0}/)
})

test('a target with a history of its own is refused', async () => {
  const source = await ledgerWithPlans()
  const target = await newLedger()
  await run(['import', fileOf(line(9)), '--into', target])
  const { code, err } = await run(['copy', source, target])
  expect(code).toBe(1)
  expect(err).toMatch(/1 records that are not the first of the 6 of the source/)
})

test('a target that calls itself otherwise is refused', async () => {
  const { code, err } = await run([
    'copy',
    await ledgerWithPlans(),
    await newLedger('other.sqlite'),
  ])
  expect([code, err]).toEqual([2, expect.stringContaining('urn:send-ledger:other')])
})

test('every command takes an address where it takes a path', async () => {
  const made = await run(['init', address('dudley')])
  expect(made).toEqual({
    code: 0,
    out: `Made ${address('dudley')}, an empty ledger called urn:send-ledger:dudley.\n`,
    err: '',
  })
  const recorded = await run([
    'record',
    address('dudley'),
    'case-1',
    'RequestReceived',
    '--on',
    '2021-05-03',
    '--data',
    '{"requestedBy":"school","startedBy":"request"}',
  ])
  expect(recorded.out).toMatch(/^Recorded RequestReceived/)
  const imported = await run(['import', fileOf(line(2)), '--into', address('dudley')])
  expect(imported.out).toBe('accepted 1, duplicate 0, rejected 0\n')
  const again = await run(['init', address('dudley')])
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('called dudley already')])
  const missing = await run(['export', address('nowhere')])
  expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('no ledger called')])
})
