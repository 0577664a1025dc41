/**
 * A ledger into which a machine has recorded whose clock was ten years ahead, and the way out of it.
 */
import { fileOf, line, newLedger, newPath, run, uuid } from '../running.js'

const today = { now: '2021-09-01T12:00:00.000Z' }

const recordOf = (ledger: string, n: number, ...more: readonly string[]): readonly string[] => [
  ...['record', ledger, `case-${n}`, 'RequestReceived', '--on', '2021-08-30', '--id', uuid(n)],
  ...['--data', '{"requestedBy":"school","startedBy":"request"}', ...more],
]

const poisoned = async (): Promise<string> => {
  const ledger = await newLedger()
  expect(await run(recordOf(ledger, 1), today)).toMatchObject({ code: 0 })
  const ahead = { now: '2031-09-01T12:00:00.000Z' }
  const refused = await run(recordOf(ledger, 2), ahead)
  expect(refused).toMatchObject({ code: 3, out: '' })
  expect(refused.err).toContain('The clock here looks wrong')
  expect(await run(recordOf(ledger, 2, '--trust-clock'), ahead)).toMatchObject({ code: 0 })
  return ledger
}

test('nothing more is recorded, and the sentence says what looks wrong', async () => {
  const ledger = await poisoned()
  const refused = await run(recordOf(ledger, 3), today)
  expect(refused).toMatchObject({ code: 3, out: '' })
  expect(refused.err).toContain('The ledger looks wrong')
  expect(refused.err.trim().split('\n')).toHaveLength(1)
  const rejects = newPath('rejects.ndjson')
  const imported = await run(
    ['import', fileOf(line(4)), '--into', ledger, '--rejects', rejects],
    today,
  )
  expect(imported).toMatchObject({ code: 3, out: '' })
  expect(await run(recordOf(ledger, 3, '--trust-clock'), today)).toMatchObject({ code: 0 })
  expect((await run(['export', ledger], today)).out.match(/"recordedtime":"2031/g)).toHaveLength(2)
})

test('check and verify name what stands after the present', async () => {
  const ledger = await poisoned()
  const checked = await run(['check', ledger, '--as-at', '2021-08-31', '--json'], today)
  expect(checked.code).toBe(1)
  expect(JSON.parse(checked.out).checks).toContainEqual({
    view: 'ledger',
    name: 'no record is of an instant still to come',
    failing: [{ subject: 'case-2', count: 1, positions: [1] }],
  })
  const verified = await run(['verify', ledger, '--json'], today)
  expect(verified.code).toBe(1)
  expect(JSON.parse(verified.out).findings).toMatchObject([
    { _tag: 'AfterPresent', position: 1, count: 1 },
  ])
  const later = { now: '2031-09-01T12:00:00.000Z' }
  expect(await run(['verify', ledger], later)).toMatchObject({ code: 0 })
})

test('the way out keeps what was recorded before, and its hashes', async () => {
  const ledger = await poisoned()
  const before = (await run(['export', ledger, '--known-at', '2021-09-01'], today)).out
  const all = (await run(['export', ledger], today)).out
  const mended = await newLedger('mended.sqlite')
  const kept = ['--recorded-time', 'keep']
  await run(['import', fileOf(before), '--into', mended, ...kept], today)
  await run(['import', fileOf(all.slice(before.length)), '--into', mended], today)
  expect(await run(['verify', mended], today)).toMatchObject({ code: 0 })
  const again = (await run(['export', mended, '--known-at', '2021-09-01'], today)).out
  expect(again.split('\n')[0]).toBe(before.trim().replaceAll(':walsall"', ':mended"'))
})

test('no pack is begun of it', async () => {
  const ledger = await poisoned()
  const key = newPath('council.key')
  await run(['key', 'new', key, '--name', 'urn:send-ledger:walsall'])
  const made = await run(
    ['evidence', ledger, '--as-at', '2021-08-31', '--out', newPath('pack'), '--key', key],
    today,
  )
  expect(made).toMatchObject({ code: 3, out: '' })
})
