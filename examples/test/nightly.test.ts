/**
 * The job of example 9, on a small ledger.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { main } from '@send-ledger/cli'
import { instant } from '@send-ledger/core'
import { events, openLedger } from 'send-ledger'
import { nightly } from '../09-nightly.js'

const now = (): string => '2021-07-31T22:00:00.000Z'

test('9: a night gives figures, a pack and a copy, and says what did not end well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightly-'))
  const path = join(folder, 'walsall.sqlite')
  const options = { origin: 'urn:example:walsall', create: true, now, snapshots: false }
  const ledger = await openLedger(path, options)
  const sentBy = { requestedBy: 'school', startedBy: 'request' } as const
  await ledger.record(events.requestReceived('case-1042', '2021-01-04', sentBy))
  await ledger.close()

  let said = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      said += String(chunk)
      done()
    },
  })
  const io = {
    stdout: sink,
    stderr: sink,
    stdin: (async function* () {})(),
    env: {},
    isTTY: { stdout: false, stderr: false },
    now: () => instant(now()),
  }
  const key = join(folder, 'walsall.key')
  expect(await main(['key', 'new', key, '--name', 'urn:example:walsall'], io)).toBe(0)
  const night = await nightly(path, key, folder, '2021-07-31', io)
  expect([night, said]).toEqual([{ open: 1, overdue: 1 }, said])
  expect(existsSync(join(folder, 'pack-2021-07-31'))).toBe(true)
  const copy = await openLedger(join(folder, 'backup-2021-07-31.sqlite'), { access: 'read' })
  expect((await copy.recordsOf('ledger-main')).map(({ type }) => type)).toContain('EvidenceIssued')
  await copy.close()

  // The pack is there already: the next night of the same day stops at it.
  const again = await nightly(path, key, folder, '2021-07-31', io)
  expect(again).toEqual({ failed: 'evidence', code: expect.any(Number) })
}, 120_000)
