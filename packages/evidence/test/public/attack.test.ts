/**
 * Somebody reads two successive packs for the public of the Walsall example, and reckons with every
 * figure of every view of both. He knows by the definitions what each figure sums, and nothing of
 * how the packs were made. The packs alone take half a minute: it is of the long run.
 */
import { defaultLaw } from '@send-ledger/core'
import type { Derived, Figure, Sum } from '@send-ledger/core/projection'
import { figuresOf } from '@send-ledger/disclosure'
import { longTest } from '../../../../test/kit/long.js'
import {
  followingFrom,
  narrowedBy,
  rangeIn,
  type Terms,
  type Told,
} from '../../../disclosure/test/eliminating.js'
import { knownOf } from '../../src/pack/answers.js'
import { answersMade } from '../../src/pack/derived.js'
import { seenAt } from '../../src/public/earlier-packs.js'
import { answersKnown } from '../../src/public/known-answers.js'
import { linesKnownAt, right } from '../pack/walsall.js'
import { walsallPublic as packsMade, viewOf, type walsallPublic } from './walsall-public.js'

type Read = Sum['reads'][number]

/** A figure, what it sums, and what is printed. */
interface Seen {
  readonly name: string
  readonly figure: Figure
  readonly printed: unknown
  readonly pack: Pack
}

/** What a measure came to, by which he tells whether it is the same in both packs. */
interface Pack {
  readonly name: string
  readonly measured: (read: Omit<Read, 'times'>) => number
}

type Packs = Awaited<ReturnType<typeof walsallPublic>>

const seenIn = async (
  { ledger }: Packs,
  pack: Packs['july'],
  name: string,
): Promise<readonly Seen[]> => {
  const lines = await linesKnownAt(ledger, pack.basis.knownAt)
  const { answers } = right(answersMade(lines, pack.basis, { folded: knownOf(lines, defaultLaw) }))
  return answersKnown(answers)
    .filter(({ view }) => view !== 'wsoa')
    .flatMap(({ view, answer, measured }) =>
      figuresOf(answer).map(({ place, figure }) => ({
        name: `${name} ${view}:${place}`,
        figure,
        printed: seenAt(viewOf(pack, view), place),
        pack: { name, measured },
      })),
    )
}

let seen: readonly Seen[]

beforeAll(async () => {
  const packs = await packsMade()
  seen = [
    ...(await seenIn(packs, packs.july, 'July')),
    ...(await seenIn(packs, packs.october, 'October')),
  ]
}, 180_000)

const sumsOf = ({ figure }: Seen): readonly Sum[] =>
  figure._tag === 'Sum' ? [figure] : Object.values(figure.from)

const seriesOf = ({ measure, among }: Read): string =>
  among === undefined ? measure : `${measure} of ${among.measure} ${among.on}`

const moved = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)

const dayBefore = (on: string): string => moved(on, -1)

const dayAfter = (on: string): string => moved(on, 1)

/**
 * Tells sums in what each measure came to between two days that a figure of its series names, or, of
 * what may fall again, was on one. What was the same in both packs has one name: he guesses that
 * nothing was recorded late, and guesses right.
 */
const teller = (): ((of: Sum, pack: Pack) => Terms) => {
  const reads = seen.flatMap(sumsOf).flatMap((sum) => sum.reads)
  const stocks = new Set(reads.filter(({ from }) => from === undefined).map(seriesOf))
  const days = new Map<string, Set<string>>()
  for (const read of reads) {
    const named = days.get(seriesOf(read)) ?? new Set()
    days.set(seriesOf(read), named.add(read.to))
    if (read.from !== undefined) named.add(dayBefore(read.from))
  }
  const sorted = new Map([...days].map(([series, named]) => [series, [...named].sort()]))
  const first = new Map<string, number>()
  const named = ({ times: _, ...read }: Read, pack: Pack): string => {
    const name = `${seriesOf({ ...read, times: 1 })} ${read.from ?? ''}..${read.to}`
    const value = pack.measured(read)
    const known = first.get(name)
    if (known === undefined) first.set(name, value)
    return known === undefined || known === value ? name : `${name}, ${pack.name}`
  }
  const parts = (read: Read): readonly Read[] => {
    const { from, ...what } = read
    if (from !== undefined && from > read.to) return []
    if (stocks.has(seriesOf(read))) {
      const before = from && { ...what, to: dayBefore(from) as Read['to'], times: -read.times }
      return before ? [what, before] : [what]
    }
    const cuts = sorted.get(seriesOf(read)) ?? []
    const start = cuts.indexOf(dayBefore(from as string))
    return cuts.slice(start + 1, cuts.indexOf(read.to) + 1).map((to, i) => ({
      ...what,
      from: dayAfter(cuts[start + i] as string) as Read['to'],
      to: to as Read['to'],
    }))
  }
  return (sum, pack) => {
    const terms = new Map<string, number>()
    for (const read of sum.reads.flatMap(parts)) {
      const name = named(read, pack)
      terms.set(name, (terms.get(name) ?? 0) + read.times)
    }
    return new Map([...terms].filter(([, times]) => times !== 0))
  }
}

const isHidden = ({ printed }: Seen): boolean => printed === '[c]'

const isCount = (each: Seen): each is Seen & { readonly figure: Sum } => each.figure._tag === 'Sum'

/** What he wants to know: every hidden count. */
const targets = (termsOf: ReturnType<typeof teller>): ReadonlyMap<string, Terms> =>
  new Map(
    seen
      .filter(isCount)
      .filter(isHidden)
      .map(({ name, figure, pack }) => [name, termsOf(figure, pack)]),
  )

/** Hours are printed as decimals of a sum. */
const hoursOf = ({ figure }: Seen): Sum | undefined =>
  figure._tag === 'Derived' && figure.formula._tag === 'Scaled' ? figure.formula.sum : undefined

/** What is printed exactly: counts and hours. */
const exactly = (
  termsOf: ReturnType<typeof teller>,
  isShown: (each: Seen) => boolean,
): readonly Told[] =>
  seen.filter(isShown).flatMap((each) => {
    const sum = isCount(each) ? each.figure : hoursOf(each)
    if (sum === undefined) return []
    return [{ terms: termsOf(sum, each.pack), least: sum.value, most: sum.value }]
  })

longTest('two packs of thousands of figures were read, as they were published', () => {
  expect(seen.length).toBeGreaterThan(9_000)
  expect(seen.filter(isHidden).length).toBeGreaterThan(1000)
  const untrue = seen.filter((each) => {
    const { figure, printed } = each
    return !isHidden(each) && printed !== (figure._tag === 'Sum' ? figure.value : figure.shown)
  })
  expect(untrue).toEqual([])
})

longTest(
  'no hidden count follows from all that both packs print exactly',
  () => {
    const termsOf = teller()
    const known = exactly(termsOf, (each) => !isHidden(each)).map(({ terms }) => terms)
    const wanted = targets(termsOf)
    expect(wanted.size).toBeGreaterThan(500)
    expect(followingFrom(known, wanted)).toEqual([])
  },
  120_000,
)

longTest(
  'were only counts of 1 to 4 hidden, many would follow',
  () => {
    const termsOf = teller()
    const isSmall = (each: Seen) => isCount(each) && [1, 2, 3, 4].includes(each.figure.value)
    const known = exactly(termsOf, (each) => !isSmall(each)).map(({ terms }) => terms)
    const wanted = new Map(
      seen
        .filter(isCount)
        .filter(isSmall)
        .map(({ name, figure, pack }) => [name, termsOf(figure, pack)]),
    )
    expect(followingFrom(known, wanted).length).toBeGreaterThan(50)
  },
  120_000,
)

/** A quotient that a figure prints, so many times, to one decimal. */
const quotientOf = ({ formula }: Derived): readonly [Sum, Sum, number] | undefined => {
  if (formula._tag !== 'Quotient') return undefined
  const { numerator, denominator, times, per, decimals } = formula
  expect([per, decimals]).toEqual([1, 1])
  return [numerator, denominator, times]
}

const combined = (a: Terms, x: number, b: Terms, y: number): Terms => {
  const sum = new Map<string, number>()
  for (const [name, times] of a) sum.set(name, times * x)
  for (const [name, times] of b) sum.set(name, (sum.get(name) ?? 0) + times * y)
  return new Map([...sum].filter(([, times]) => times !== 0))
}

/** What a percentage tells of the two numbers behind it: it is rounded to one decimal. */
const byQuotients = (termsOf: ReturnType<typeof teller>): readonly Told[] =>
  seen.flatMap((each): readonly Told[] => {
    const { figure, printed, pack } = each
    const quotient = figure._tag === 'Derived' && !isHidden(each) ? quotientOf(figure) : undefined
    if (quotient === undefined) return []
    const [n, d] = [termsOf(quotient[0], pack), termsOf(quotient[1], pack)]
    if (printed === null) return [{ terms: d, least: 0, most: 0 }]
    const tenths = Number(String(printed).replace('.', ''))
    return [
      { terms: combined(n, 20 * quotient[2], d, 1 - 2 * tenths), least: 0, most: Infinity },
      { terms: combined(n, 20 * quotient[2], d, -1 - 2 * tenths), least: -Infinity, most: 0 },
    ]
  })

longTest(
  'no hidden count is narrowed down to one value by the percentages of both packs',
  () => {
    const termsOf = teller()
    const told = [
      ...exactly(termsOf, (each) => !isHidden(each)),
      ...byQuotients(termsOf),
      ...[...targets(termsOf).values()].map((terms): Told => ({ terms, least: 0, most: 10_000 })),
    ]
    const names = new Set(told.flatMap(({ terms }) => [...terms.keys()]))
    const all = [...names].map(
      (name): Told => ({ terms: new Map([[name, 1]]), least: 0, most: 1_000_000 }),
    )
    const ranges = narrowedBy([...all, ...told])
    const workedOut = [...targets(termsOf)].filter(([, terms]) => {
      const [least, most] = rangeIn(ranges, terms)
      return least === most
    })
    expect(workedOut).toEqual([])
  },
  120_000,
)
