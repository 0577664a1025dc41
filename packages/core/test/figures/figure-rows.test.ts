import { civilDate, type LedgerRecord, type View } from '@send-ledger/core'
import { figureNamed, figureRows, figuresIn, nameOfFigure } from '@send-ledger/core/figures'
import {
  answerOf,
  type Handlers,
  type Measure,
  measure,
  type Projection,
  people,
  type Sum,
} from '@send-ledger/core/projection'
import fc from 'fast-check'
import { draft, emptyLedger, event, outcomes } from '../given.js'

interface PostFacts {
  team?: string
  since?: LedgerRecord['effectiveOn']
}

/** What becomes of a post. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'PostChanged' | 'PostAdvertised' | 'AppointmentOffered' | 'AppointmentFellThrough'
  | 'PostDisestablished'

const on: Handlers<PostFacts, 'post', Ignored> = {
  PostEstablished: (facts, { data, effectiveOn }) => {
    facts.team = data.team
    facts.since = effectiveOn
  },
}

const posts: Projection<PostFacts, 'post', Measure<'posts'>, Ignored> = {
  name: 'posts',
  version: 1,
  category: 'post',
  initial: () => ({}),
  on,
  steps: ({ team, since }, count) => {
    if (team && since) count.step(measure('posts', team), since)
  },
}

interface ByTeam {
  readonly teams: readonly { readonly team: string; readonly posts: Sum }[]
}

/** A council's own view: its rows are teams in the order of the alphabet. */
const byTeam: View<Measure<'posts'>, object, ByTeam> = {
  name: 'posts by team',
  version: 1,
  projections: [posts],
  usesLaw: false,
  defaults: {},
  identifiedBy: { teams: ['team'] },
  answer: (read) => ({
    teams: read.dimensions('posts').map(([team = '']) => ({
      team,
      posts: read.at(measure('posts', team)),
    })),
  }),
}

const post = (n: number, team: string) =>
  event(n, `post-${n}`, 'PostEstablished', '2021-05-03', {
    team,
    role: 'caseworker',
    fte: 1,
    funding: 'permanent',
  })

test('a row that comes in between leaves the figures of the other rows what they were', async () => {
  const ledger = emptyLedger()
  await outcomes(
    ledger,
    [post(1, 'East'), post(2, 'West'), post(3, 'North')].map((each) => draft(each)),
  )
  const read = await ledger.readAll({ from: 0, limit: 10 })()
  const records = read._tag === 'Right' ? read.right : []
  const question = { asAt: civilDate('2021-12-31') }
  const [was, is] = [records.slice(0, 2), records].map((known) =>
    figuresIn(answerOf(known, byTeam, question), byTeam),
  ) as [ReturnType<typeof figuresIn>, ReturnType<typeof figuresIn>]
  expect(is.map(nameOfFigure)).toEqual([
    'teams.posts:East',
    'teams.posts:North',
    'teams.posts:West',
  ])
  for (const figure of was) {
    const now = is.find((each) => nameOfFigure(each) === nameOfFigure(figure))
    expect(now?.value).toEqual(figure.value)
  }
  expect(figureNamed(is, 'posts:West')).toMatchObject({ _tag: 'Right', right: { item: 'West' } })
  expect(figureNamed(is, 'teams.posts:1')._tag).toBe('Left')
})

const three: Sum = { _tag: 'Sum', value: 3, reads: [], unit: people('cases') }

test('figures in a list whose rows nothing identifies are refused, with what to do', () => {
  const answer = { site: { teams: [{ team: 'East', posts: three }] } }
  expect(() => figuresIn(answer)).toThrow(
    `the list site.teams holds figures, and nothing identifies its rows. Say so in the view's identifiedBy, such as { "site.teams": ['id'] }.`,
  )
  expect(() => figuresIn({ teams: [three] })).toThrow('the list teams holds figures')
})

test('rows that are identified by the same, or by a field that they lack, are refused', () => {
  const row = { team: 'East', posts: three }
  const view = { identifiedBy: { teams: ['team'] } }
  expect(() => figuresIn({ teams: [row, row] }, view)).toThrow(
    'two figures are called teams.posts:East.',
  )
  expect(() => figuresIn({ teams: [row] }, { identifiedBy: { teams: ['tema'] } })).toThrow(
    'a row of the list teams has no text or number tema, which is to identify it.',
  )
})

test('a list without figures needs nothing that identifies its rows', () => {
  const answer = { notes: ['one', { text: 'two' }], open: three }
  expect(figuresIn(answer).map(nameOfFigure)).toEqual(['open'])
  expect(figureRows({ notes: ['one'] })).toEqual([
    { section: 'notes', item: '', figure: '0', value: 'one' },
  ])
})

test('two rows never have one name, whatever their texts hold', () => {
  const text = fc.oneof(
    fc
      .array(fc.constantFrom('a', '/', ' ', '"'), { minLength: 1, maxLength: 6 })
      .map((of) => of.join('')),
  )
  fc.assert(
    fc.property(text, text, text, text, (a, b, c, d) => {
      fc.pre(a !== c || b !== d)
      const teams = [
        { team: a, role: b, posts: three },
        { team: c, role: d, posts: three },
      ]
      const view = { identifiedBy: { teams: ['team', 'role'] } }
      expect(figuresIn({ teams }, view)).toHaveLength(2)
    }),
  )
})

test.each([
  ['isued', 'months.issued.all:2021-05'],
  ['Issued:2021-05', 'months.issued.all:2021-05'],
  ['isued.all:2021-06', 'months.issued.all:2021-05'],
  ['opne.totl', 'open.total'],
  ['total:2021-05', 'open.total'],
])('of the name %s, which is none, %s is the nearest', (name, nearest) => {
  const months = [{ month: '2021-05', requests: three, issued: { all: three } }]
  const rows = figuresIn(
    { plans: three, months, open: { total: three } },
    { identifiedBy: { months: ['month'] } },
  )
  const found = figureNamed(rows, name)
  expect(found._tag === 'Left' && found.left.names[0]).toBe(nearest)
})

test('a name that a figure of each of two views has is that of several', () => {
  const rows = [...figuresIn({ open: three }), ...figuresIn({ open: three })]
  expect(figureNamed(rows, 'open')).toEqual({
    _tag: 'Left',
    left: { _tag: 'SeveralFigures', names: ['open', 'open'] },
  })
})
