/**
 * When a pack is made, and when it is refused.
 */
import { civilDate, endOfDay, instant, type Ledger } from '@send-ledger/core'
import { explainPack, type Pack, packSource } from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { inaccessibleIn, invalidIn } from '../../../documents/test/report/page-checks.js'
import { bagOf } from '../../src/pack/bag.js'
import { type Given, onePlan, signerOf, smallLedger, tryPack } from './small.js'
import { asPrevious, right, rowsIn, textIn } from './walsall.js'

const refusal = async (ledger: Ledger, more: Parameters<typeof tryPack>[1] = {}) => {
  const tried = await tryPack(ledger, more)
  if (E.isRight(tried)) throw new Error('a pack was made')
  return { tag: tried.left._tag, says: explainPack(tried.left) }
}

test('an empty ledger gives no pack, and says why', async () => {
  const { tag, says } = await refusal(await smallLedger([]))
  expect(tag).toBe('NothingRecorded')
  expect(says).toContain('nothing to be evidence of')
})

test('a ledger without cases gives a pack that says what is missing', async () => {
  const data = { team: 'EHC', role: 'Coordinator', fte: 1, funding: 'permanent' } as const
  const pack = right(
    await tryPack(await smallLedger([['post-1', 'PostEstablished', '2021-01-04', data]])),
  )
  const missing = rowsIn(pack, 'data/tables/not-derived-list.csv').map(({ what }) => what)
  expect(missing).toEqual(['Compliance with the 20 weeks', 'The improvement programme'])
  expect(textIn(pack, 'data/report.html')).toContain('No earlier pack was given')
})

test('a key that is called otherwise than the ledger does not sign', async () => {
  const { tag, says } = await refusal(await smallLedger(onePlan), { signer: signerOf('somebody') })
  expect(tag).toBe('KeyOfOtherName')
  expect(says).toContain('--name urn:send-ledger:small')
})

test('a ledger whose records are not those of its root is not vouched for', async () => {
  const ledger = await smallLedger(onePlan)
  const rootAt: Ledger['rootAt'] = () => ledger.rootAt(1)
  const head: Ledger['head'] = () => async () =>
    E.map((of: { readonly size: number }) => ({ ...of, root: new Uint8Array(32) }))(
      await ledger.head()(),
    ) as Awaited<ReturnType<ReturnType<Ledger['head']>>>
  expect((await refusal({ ...ledger, rootAt, head })).tag).toBe('RootNotOfRecords')
})

test('a ledger that gives fewer records than it says is not vouched for', async () => {
  const ledger = await smallLedger(onePlan)
  const readAll: Ledger['readAll'] = ({ from }) =>
    ledger.readAll({ from, limit: from === 0 ? 1 : 0 })
  expect((await refusal({ ...ledger, readAll })).tag).toBe('RecordsMissing')
})

test('history that was changed since the previous pack is not issued', async () => {
  const previous = asPrevious(right(await tryPack(await smallLedger(onePlan))))
  const [request] = onePlan
  const rewritten = await smallLedger([
    request as (typeof onePlan)[number],
    ['case-1', 'PlanIssued', '2021-05-25', {}],
    ['case-2', 'RequestReceived', '2021-02-01', { requestedBy: 'parent', startedBy: 'request' }],
  ])
  const { tag, says } = await refusal(rewritten, { previous })
  expect([tag, says]).toEqual(['HistoryChanged', expect.stringContaining('history was changed')])
})

test('a later pack, and one of another ledger, are no previous pack', async () => {
  const ledger = await smallLedger(onePlan)
  const previous = asPrevious(right(await tryPack(ledger)))
  const shorter = await smallLedger(onePlan.slice(0, 1))
  expect((await refusal(shorter, { previous })).tag).toBe('PreviousIsLater')
  const basis = { ...previous.basis, origin: 'urn:other' }
  expect((await refusal(ledger, { previous: { ...previous, basis } })).tag).toBe(
    'PreviousOfOtherLedger',
  )
})

test('an instant that is still to come is that of the last record: later records change nothing', async () => {
  const ledger = await smallLedger(onePlan)
  const now = instant('2022-01-10T13:00:00.000Z')
  const known = async (knownAt: string | undefined) =>
    right(
      await packSource(ledger, {
        knownAt: knownAt === undefined ? knownAt : instant(knownAt),
        now,
      })(),
    ).knownAt
  expect(await known(undefined)).toBe('2022-01-10T12:00:00.000Z')
  expect(await known(endOfDay(civilDate('2022-01-10')))).toBe('2022-01-10T12:00:00.000Z')
  expect(await known('2022-01-10T12:30:00.000Z')).toBe('2022-01-10T12:30:00.000Z')
})

test('the page of a pack is valid, and everybody can use it', async () => {
  const ledger = await smallLedger(onePlan)
  const previous = asPrevious(right(await tryPack(ledger, { asAt: civilDate('2021-05-01') })))
  const html = textIn(right(await tryPack(ledger, { previous })), 'data/report.html')
  expect(html).toContain('Figures of the whole at both dates')
  expect(await invalidIn(html)).toEqual([])
  expect(await inaccessibleIn(html)).toEqual([])
}, 60_000)

/** A pack whose compliance view says that a thousand assessments were open. */
const saying = (pack: Pack): Pack => {
  const files = new Map(
    [...pack.bag].flatMap(([path, bytes]) =>
      path.startsWith('data/') ? [[path.slice('data/'.length), bytes] as const] : [],
    ),
  )
  const view = textIn(pack, 'data/views/compliance.json').replace(
    /"plansMaintained":\d+/,
    '"plansMaintained":1000',
  )
  files.set('views/compliance.json', new TextEncoder().encode(view))
  return { ...pack, bag: bagOf(files, pack.basis) }
}

test('what an earlier pack said otherwise than its records give is told, not hidden', async () => {
  const ledger = await smallLedger(onePlan)
  const previous = asPrevious(saying(right(await tryPack(ledger))))
  const pack = right(await tryPack(ledger, { previous }))
  expect(pack.basis.previous?.differing).toEqual([
    { view: 'compliance', figure: 'plansMaintained', said: 1000, derived: 1 },
  ])
  expect(rowsIn(pack, 'data/tables/said-otherwise.csv')).toMatchObject([
    { figure: 'Plans maintained', said: '1000', derived: '1' },
  ])
})

test('that the previous pack was issued is told where it is on record', async () => {
  const ledger = await smallLedger(onePlan)
  const first = right(await tryPack(ledger))
  const issued = await smallLedger([
    ...onePlan,
    [
      'ledger-main',
      'EvidenceIssued',
      '2022-01-10',
      {
        packRoot: first.packRoot,
        title: 'Small',
        asAt: civilDate('2021-12-31'),
        knownAt: instant('2022-01-10T12:00:00.000Z'),
      },
    ],
  ])
  const second = right(await tryPack(issued, { previous: asPrevious(first) }))
  expect(textIn(second, 'data/report.html')).toContain(
    'That it was issued is on record at position 2.',
  )
  expect(textIn(second, 'data/report.html')).toContain(
    'Nothing that the previous pack said is another',
  )
})

test('full-time equivalents are told as such, in the bridge too', async () => {
  const worker = (n: number, fte: number, recordedAt?: string): Given => [
    `worker-${n}`,
    'WorkerStarted',
    '2021-03-01',
    { team: 'EHC', role: 'Coordinator', fte, contract: 'permanent' },
    recordedAt,
  ]
  const early = '2021-03-02T10:00:00.000Z'
  const first = right(await tryPack(await smallLedger([worker(1, 1, early)])))
  const ledger = await smallLedger([worker(1, 1, early), worker(2, 0.85)])
  const pack = right(await tryPack(ledger, { previous: asPrevious(first) }))
  const bridge = rowsIn(pack, 'data/tables/bridge.csv')
  expect(bridge.find(({ figure }) => figure === 'FTE in post')).toMatchObject({
    said: '1',
    recordedLate: '0.85',
    restated: '1.85',
  })
})

test.each([1, 2])(
  'an index that tells %i of two records known by an instant is not taken on trust',
  async (told) => {
    const [request, plan] = onePlan as [Given, Given]
    const at = (given: Given, recordedAt: string): Given =>
      [...given.slice(0, 4), recordedAt] as unknown as Given
    const first = instant('2021-01-05T10:00:00.000Z')
    const second = instant('2021-05-25T10:00:00.000Z')
    const ledger = await smallLedger([at(request, first), at(plan, second)])
    const lying = { ...ledger, sizeKnownAt: () => async () => E.right(told) }
    const truth = told === 1 ? second : first
    const source = await packSource(lying, {
      knownAt: truth,
      now: instant('2022-01-10T12:00:00.000Z'),
    })()
    expect(source).toMatchObject({ _tag: 'Left', left: { _tag: 'LedgerDamaged', position: 1 } })
  },
)
