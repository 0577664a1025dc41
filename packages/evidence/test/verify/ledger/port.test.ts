/**
 * A store that shows nothing of its keeping is verified by what it gives.
 */
import { instant, type Ledger, type LedgerRecord, recorder } from '@send-ledger/core'
import { sha256 } from '@send-ledger/evidence/sign'
import { explainNotChecked, verifyLedger } from '@send-ledger/evidence/verify'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { draft, right, tags, twoCases } from './rogue.js'

const now = () => instant('2021-12-31T12:00:00.000Z')

const kept = async (drafts = twoCases()): Promise<Ledger> => {
  const ledger = memoryLedger({ sha256, now })
  right(await recorder(ledger, { now }).record(drafts)())
  return ledger
}

/** A ledger that tells its records otherwise than it keeps them. */
const telling = (
  ledger: Ledger,
  told: (records: readonly LedgerRecord[]) => readonly LedgerRecord[],
): Ledger => {
  const all = async () => told(right(await ledger.readAll({ from: 0, limit: 1000 })()))
  return {
    ...ledger,
    readAll:
      ({ from, limit }) =>
      async () =>
        E.right((await all()).slice(from, from + limit)),
    readStream: (stream) => async () =>
      E.right((await all()).filter((record) => record.stream === stream)),
  }
}

const changed = (position: number, change: object) => (records: readonly LedgerRecord[]) =>
  records.map((record) =>
    record.position === position ? ({ ...record, ...change } as LedgerRecord) : record,
  )

const found = async (ledger: Ledger) => right(await verifyLedger(ledger)())

test('a ledger in memory holds, and what it does not show is told', async () => {
  const { findings, notChecked } = await found(await kept())
  expect(findings).toEqual([])
  expect(notChecked.map(explainNotChecked)).toContainEqual(
    expect.stringMatching(/this store gives its records only/),
  )
})

test.each<[string, (records: readonly LedgerRecord[]) => readonly LedgerRecord[], string]>([
  ['another date', changed(6, { effectiveOn: '2021-05-23' }), 'RootDiffers'],
  ['another revision', changed(6, { revision: 9 }), 'RevisionGap'],
  ['another position', changed(6, { position: 9 }), 'PositionGap'],
  [
    'an earlier instant',
    changed(6, { recordedAt: '2020-01-01T00:00:00.000Z' }),
    'InstantBackwards',
  ],
  ['a field that is none', changed(6, { seen: true }), 'InvalidEvent'],
  ['an id in capitals', changed(6, { id: '00000000-0000-4000-8000-00000000000A' }), 'InvalidEvent'],
  ['no instant', changed(6, { recordedAt: 'yesterday' }), 'InvalidEvent'],
  ['half a character', changed(6, { data: { reason: '\ud800' } }), 'NotCanonical'],
  ['an id twice', changed(6, { id: twoCases()[0]?.event.id }), 'IdTwice'],
  ['fewer records', (records) => records.slice(0, 7), 'PositionGap'],
])('%s', async (_, told, tag) => {
  expect(tags(await found(telling(await kept(), told)))).toContain(tag)
})

test('a stream that is not what the whole ledger holds of it', async () => {
  const ledger = await kept()
  const readStream: Ledger['readStream'] = (stream) =>
    TE.map((records: readonly LedgerRecord[]) => records.slice(0, 3))(ledger.readStream(stream))
  expect((await found({ ...ledger, readStream })).findings).toEqual([
    { _tag: 'StreamDiffers', stream: 'case-1', inAll: 4, alone: 3 },
    { _tag: 'StreamDiffers', stream: 'case-2', inAll: 4, alone: 3 },
  ])
})

test('a record that the store cannot give is a finding; a store that is away is a failure', async () => {
  const ledger = await kept()
  const damaged: Ledger['readAll'] = () =>
    TE.left({ _tag: 'LedgerDamaged', ledger: 'here', position: 3, reason: 'its text is no JSON' })
  expect(tags(await found({ ...ledger, readAll: damaged }))).toEqual(['RecordUnreadable'])
  const away: Ledger['readAll'] = () =>
    TE.left({ _tag: 'LedgerUnavailable', ledger: 'here', doing: 'reading', reason: 'it is off' })
  expect(await verifyLedger({ ...ledger, readAll: away })()).toMatchObject({
    left: { _tag: 'LedgerUnavailable' },
  })
})

test('packs that were issued are listed', async () => {
  const issued = draft(20, 'ledger-main', 'EvidenceIssued', '2021-06-01', {
    packRoot: 'abc',
    title: 'July pack',
    asAt: '2021-05-31',
    knownAt: '2021-05-31T22:59:59.999Z',
  })
  const { findings, issued: list } = await found(await kept([...twoCases(), issued]))
  expect(findings).toEqual([])
  expect(list.map(({ position, data }) => [position, data.packRoot])).toEqual([[8, 'abc']])
})
