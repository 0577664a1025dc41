import { Writable } from 'node:stream'
import { fileOf, ledgerWithPlans, lines, newLedger, run } from '../running.js'

test('records are printed in recorded order, one a line', async () => {
  const { code, out } = await run(['export', await ledgerWithPlans()])
  const records = out
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))
  expect(code).toBe(0)
  expect(records.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  expect(records.at(-1).type).toBe('uk.send-ledger.ImportDeclared.v1')
})

test('what is exported can be imported with its instants, and exported alike', async () => {
  const first = (await run(['export', await ledgerWithPlans()])).out
  const second = await newLedger()
  await run(['import', fileOf(first), '--into', second, '--recorded-time', 'keep'])
  expect((await run(['export', second])).out.startsWith(first)).toBe(true)
})

test.each([
  ['2021-01-08', 0],
  ['2021-01-09', 3],
  ['2021-05-28T15:00:00.000Z', 4],
  ['2021-05-28T14:59:59.999Z', 3],
  ['2021-09-01', 6],
])('as known at %s there are %i records', async (knownAt, count) => {
  const { out } = await run(['export', await ledgerWithPlans(), '--known-at', knownAt])
  expect(out.split('\n').length - 1).toBe(count)
})

test('an empty ledger gives nothing', async () => {
  expect(await run(['export', await newLedger()])).toEqual({ code: 0, out: '', err: '' })
})

test('a date that does not exist is wrong use', async () => {
  expect((await run(['export', await newLedger(), '--known-at', '2021-02-30'])).code).toBe(2)
})

const failing = (code: string): Writable =>
  new Writable({
    write: (_, __, done) => done(Object.assign(new Error(code), { code })),
  }).on('error', () => {})

test('a reader that goes away ends the export in silence', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 5)), '--into', ledger])
  const { code, err } = await run(['export', ledger], { stdout: failing('EPIPE') })
  expect([code, err]).toEqual([0, ''])
})

test('output that cannot be written is an error', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 5)), '--into', ledger])
  const { code, err } = await run(['export', ledger], { stdout: failing('ENOSPC') })
  expect([code, err]).toEqual([3, expect.stringContaining('the disk is full')])
})
