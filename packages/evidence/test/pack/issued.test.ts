/**
 * That a pack was issued, as an event.
 */
import { civilDate } from '@send-ledger/core'
import { evidenceIssued, flawOfWords, type Pack } from '@send-ledger/evidence'
import { onePlan, smallLedger, tryPack } from './small.js'
import { right } from './walsall.js'

let pack: Pack

beforeAll(async () => {
  pack = right(await tryPack(await smallLedger(onePlan), { to: 'Board' }))
})

test('it names the pack by its root, and says what was asked', () => {
  expect(evidenceIssued(pack, civilDate('2022-01-11'))).toMatchObject({
    type: 'EvidenceIssued',
    stream: 'ledger-main',
    effectiveOn: '2022-01-11',
    data: {
      packRoot: pack.packRoot,
      title: 'Small',
      to: 'Board',
      asAt: '2021-12-31',
      knownAt: '2022-01-10T12:00:00.000Z',
    },
  })
})

test('the same pack has the same id on any day, and another pack another', () => {
  const { id } = evidenceIssued(pack, civilDate('2022-01-11'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(evidenceIssued(pack, civilDate('2022-02-11')).id).toBe(id)
  const other = { ...pack, packRoot: pack.packRoot.replace(/^./, '_') }
  expect(evidenceIssued(other, civilDate('2022-01-11')).id).not.toBe(id)
})

test('words that cannot be recorded are told before a pack is made', () => {
  expect(flawOfWords('Evidence', undefined)).toBeUndefined()
  expect(flawOfWords('', undefined)).toContain('title')
  expect(flawOfWords('Evidence', 'a\u0000b')).toContain('to')
})
