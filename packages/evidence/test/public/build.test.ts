/**
 * How a pack for the public is built: which packs and reports it reckons with, and what it refuses.
 */
import { civilDate, type Draft, defaultLaw, instant } from '@send-ledger/core'
import { defaultPolicy } from '@send-ledger/disclosure'
import { buildPack, explainPack, type PackOrder, packSource } from '@send-ledger/evidence'
import { right } from '../pack/walsall.js'
import { draft, twoCases } from '../verify/ledger/rogue.js'
import {
  asPrevious,
  council,
  impostor,
  ledgerOf,
  packOf,
  readOf,
  smallPack,
  tags,
  text,
  verified,
} from '../verify/pack/packs.js'
import { early, late, publicPack, report } from './small.js'

const refusalOf = async (drafts: Parameters<typeof ledgerOf>[0], order: Partial<PackOrder>) => {
  const now = instant('2021-12-31T12:00:00.000Z')
  const source = right(await packSource(await ledgerOf(drafts), { knownAt: undefined, now })())
  const built = await buildPack(source, {
    title: 'A small pack',
    asAt: civilDate('2021-07-31'),
    law: defaultLaw,
    signer: council.signer,
    software: { name: 'send-ledger', version: '0.1.0' },
    public: { policy: defaultPolicy },
    ...order,
  })()
  if (built._tag === 'Right') throw new Error('it was built')
  expect(explainPack(built.left)).toMatch(/^.{40,}\.$/s)
  return built.left._tag
}

const worker = { team: 'SEN', role: 'officer', fte: 1, contract: 'permanent' }

const workforce = (): readonly Draft[] => [
  draft(50, 'post-1', 'PostEstablished', '2020-11-02', {
    team: 'SEN',
    role: 'officer',
    fte: 1,
    funding: 'permanent',
  }),
]

test('the same basis and key give the same bytes', async () => {
  const [one, other] = [await publicPack(early()), await publicPack(early())]
  expect([...other.bag]).toEqual([...one.bag])
  expect(other.packRoot).toBe(one.packRoot)
})

const visitIn = (view: string): string | undefined => /"oversight":"([^"{]+)"/.exec(view)?.[1]

test('a subject has another name in each pack, and under each key', async () => {
  const packs = [
    await publicPack(early()),
    await publicPack(late()),
    await publicPack(early(), { signer: impostor.signer }),
  ]
  const names = packs.map(({ bag }) => visitIn(text(bag, 'views/wsoa.json')))
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(names).size).toBe(3)
  expect(visitIn(text((await packOf(early())).bag, 'views/wsoa.json'))).toBe('oversight-1')
})

test('what the pack before shows is compared, and what it hides is not', async () => {
  const previous = asPrevious(await publicPack(early()))
  const { bag, basis } = await publicPack(late(), { previous })
  expect(basis.public?.earlier).toEqual([
    expect.objectContaining({ packRoot: previous.packRoot, asAt: '2021-07-31' }),
  ])
  expect(text(bag, 'report.html')).toContain(`pack root ${previous.packRoot}`)
  expect(text(bag, 'tables/caseload.csv')).toContain('2021-07-31,[c]')
  for (const row of text(bag, 'tables/figures-changed.csv').split('\n')) {
    expect(row).not.toMatch(/,[1-4],[1-4]$/)
  }
})

test('a pack before that is for the council is named, and not compared', async () => {
  const previous = asPrevious(await packOf(early()))
  const { bag, basis } = await publicPack(late(), { previous })
  expect(basis.public?.earlier).toEqual([])
  expect(basis.previous).toMatchObject({ packRoot: previous.packRoot, differing: [] })
  expect(text(bag, 'report.html')).toContain('That pack was not for the public')
})

test('a pack for the council cannot be given as public', async () => {
  const earlier = [asPrevious(await packOf(early()))]
  const order = { public: { policy: defaultPolicy, earlier } }
  expect(await refusalOf(late(), order)).toBe('NotPublic')
})

test('a pack that shows what the records do not give cannot be reckoned with', async () => {
  const made = asPrevious(await publicPack(early()))
  const { months, ...rest } = made.views.get('compliance') as { readonly months: unknown }
  const views = new Map(made.views).set('compliance', { ...rest, months, plansMaintained: 77 })
  expect(await refusalOf(late(), { previous: { ...made, views } })).toBe('PublishedOtherwise')
})

test('a pack of an earlier version is taken not to show what the view has only since', async () => {
  const drafts = [...workforce(), ...early()]
  const made = asPrevious(await publicPack(drafts))
  const { teams, totals, ...rest } = made.views.get('workforce') as {
    readonly teams: readonly Readonly<Record<string, unknown>>[]
    readonly totals: Readonly<Record<string, unknown>>
  }
  const then = ({ overEstablishmentFte: _, ...row }: Readonly<Record<string, unknown>>) => row
  const view = { ...rest, teams: teams.map(then), totals: then(totals) }
  const views = new Map(made.views).set('workforce', view)
  const asOf = (version: number) => ({
    ...made,
    views,
    basis: {
      ...made.basis,
      views: made.basis.views.map((each) =>
        each.name === 'workforce' ? { ...each, version } : each,
      ),
    },
  })
  const next = [...drafts, draft(51, 'worker-1', 'WorkerStarted', '2021-06-01', worker)]
  const { basis } = await publicPack(next, { previous: asOf(1) })
  expect(basis.public?.earlier).toHaveLength(1)
  expect(await refusalOf(next, { previous: asOf(2) })).toBe('PublishedOtherwise')
})

test('a pack of another history is refused, given as previous or as public', async () => {
  const other = await publicPack([
    ...early().slice(0, -1),
    draft(8, 'case-2', 'PlanIssued', '2021-05-26'),
  ])
  const earlier = [asPrevious(other)]
  expect(await refusalOf(late(), { previous: earlier[0] })).toBe('HistoryChanged')
  const order = { public: { policy: defaultPolicy, earlier } }
  expect(await refusalOf(late(), order)).toBe('HistoryChanged')
})

test.each([
  ['cases', twoCases(), 'months', 'in-time'],
  ['a workforce', workforce(), 'teams', 'workforce'],
])('a ledger with %s alone gives a pack of what it has', async (_, drafts, list, table) => {
  const { bag, basis } = await publicPack(drafts)
  expect(basis.public?.proved).toEqual([])
  expect(text(bag, `views/${list === 'months' ? 'compliance' : 'workforce'}.json`)).toContain(
    `"${list}":[{`,
  )
  expect(bag.has(`data/tables/${table}.csv`)).toBe(true)
  const found = await verified(bag)
  expect([tags(found), found.proved]).toEqual([[], []])
  const later = await publicPack(
    [...drafts, draft(51, 'worker-1', 'WorkerStarted', '2021-06-01', worker)],
    { previous: asPrevious(await publicPack(drafts)) },
  )
  expect(tags(await verified(later.bag, { since: readOf(bag) }))).toEqual([])
})

test('where there is nothing to show by the as-at date, nothing is made', async () => {
  const order = { asAt: civilDate('2020-01-31') }
  expect(await refusalOf(twoCases(), order)).toBe('NothingToShow')
  expect(await refusalOf(workforce(), order)).toBe('NothingToShow')
  expect((await smallPack()).basis.public).toBeUndefined()
})

test('a report that told many is told again; one that told a few is not', async () => {
  const many = await publicPack(late(report('families who feel heard', 61)))
  expect(text(many.bag, 'tables/told-1.csv')).toContain('families who feel heard,[z],61')
  expect(many.basis.public).toMatchObject({ notToldAgain: 0, proved: [0, 13] })
  const few = await publicPack(late(report('families who feel heard', 3)))
  expect(few.bag.has('data/tables/told-1.csv')).toBe(false)
  expect(few.basis.public).toMatchObject({ notToldAgain: 1, proved: [0] })
  expect(text(few.bag, 'report.html')).toContain('are not told again')
})

test('counts of people are rounded where the policy says so', async () => {
  const order = { public: { policy: { ...defaultPolicy, roundingBase: 5 } } }
  const { bag } = await publicPack(late(), order)
  expect(text(bag, 'report.html')).toContain('nearest multiple of 5')
})
