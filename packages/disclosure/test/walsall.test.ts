/**
 * The Walsall example in two successive packs, attacked by somebody who reckons with all that both
 * publish.
 */
import type { Derived, Sum } from '@send-ledger/core/projection'
import { followingFrom, narrowedBy, rangeIn, type Terms, type Told } from './eliminating.js'
import { type Pack, type Packs, type Seen, tellerOf, walsallPacks } from './walsall-packs.js'

let packs: Packs
let termsOf: ReturnType<typeof tellerOf>

beforeAll(async () => {
  packs = await walsallPacks()
  termsOf = tellerOf(packs)
}, 60_000)

const both = (): readonly Pack[] => [packs.june, packs.july]

/** The counts of a pack: those shown, or those hidden. */
const countsOf = (pack: Pack, tag: 'ShownCount' | 'Hidden') =>
  pack.seen
    .filter(({ figure, published }) => figure._tag === 'Sum' && published._tag === tag)
    .map(({ id, figure, published }) => ({
      name: `${pack.name}${id}`,
      terms: termsOf(pack, (figure as Sum).reads),
      count: published._tag === 'ShownCount' ? published.count : undefined,
    }))

/** Cases with an exception are printed nowhere, but are the difference of what is. */
const exceptionsOf = (pack: Pack): readonly (readonly [string, Terms])[] =>
  pack.known.answer.months.flatMap(({ month, issued: { all, excludingExceptions } }) => {
    const exceptions = all.value - excludingExceptions.value
    if (exceptions < 1 || exceptions > 4) return []
    const rest = excludingExceptions.reads.map((read) => ({ ...read, times: -read.times }))
    return [[`${pack.name}exceptions ${month}`, termsOf(pack, [...all.reads, ...rest])]]
  })

/** What he wants to know. */
const targets = (): ReadonlyMap<string, Terms> =>
  new Map(
    both().flatMap((pack) => [
      ...countsOf(pack, 'Hidden').map(({ name, terms }) => [name, terms] as const),
      ...exceptionsOf(pack),
    ]),
  )

test('no hidden count follows from all counts that two successive packs show', () => {
  const shown = both().flatMap((pack) => countsOf(pack, 'ShownCount'))
  expect(shown.length).toBeGreaterThan(3000)
  expect(targets().size).toBeGreaterThan(400)
  expect(
    [...targets().keys()].filter((name) => name.includes('exceptions')).length,
  ).toBeGreaterThan(3)
  expect(
    followingFrom(
      shown.map(({ terms }) => terms),
      targets(),
    ),
  ).toEqual([])
})

/** What a percentage to one decimal tells of its numerator and denominator. */
const toldBy = (pack: Pack, { from }: Derived, text: string | null): readonly Told[] => {
  const { numerator, denominator } = from
  if (!numerator || !denominator) return []
  const of = ([n, d]: readonly [number, number]): Terms => {
    const sum = new Map<string, number>()
    for (const [name, times] of termsOf(pack, numerator.reads)) sum.set(name, n * times)
    for (const [name, times] of termsOf(pack, denominator.reads)) {
      sum.set(name, (sum.get(name) ?? 0) + d * times)
    }
    return new Map([...sum].filter(([, times]) => times !== 0))
  }
  if (text === null) return [{ terms: of([0, 1]), least: 0, most: 0 }]
  const tenths = Number(text.replace('.', ''))
  return [
    { terms: of([2000, 1 - 2 * tenths]), least: 0, most: Infinity },
    { terms: of([2000, -1 - 2 * tenths]), least: -Infinity, most: -1 },
  ]
}

/** What he is told by the percentages of a pack that are shown. */
const percentsOf = (pack: Pack, isShown: (seen: Seen) => boolean): readonly Told[] =>
  pack.seen.flatMap((seen) =>
    seen.figure._tag === 'Derived' && isShown(seen)
      ? toldBy(pack, seen.figure, seen.figure.shown as string | null)
      : [],
  )

/** Every number of which something is told is a count. */
const withCounts = (told: readonly Told[]): readonly Told[] => [
  ...[...new Set(told.flatMap(({ terms }) => [...terms.keys()]))].map(
    (name): Told => ({ terms: new Map([[name, 1]]), least: 0, most: 10_000 }),
  ),
  ...told,
]

const workedOut = (told: readonly Told[], wanted: ReadonlyMap<string, Terms>) => {
  const ranges = narrowedBy(withCounts(told))
  return [...wanted].flatMap(([name, terms]) => {
    const [least, most] = rangeIn(ranges, terms)
    return least === most ? [`${name} is ${least}`] : []
  })
}

test('no hidden count is narrowed down to one value by counts and percentages', () => {
  const small = packs.july.made.open.filter(({ evenKnownAsSmall }) => evenKnownAsSmall)
  const isSmall = new Set(small.map(({ name }) => name))
  expect(isSmall.size).toBeGreaterThan(200)
  const told = both().flatMap((pack): readonly Told[] => [
    ...countsOf(pack, 'ShownCount').map(({ terms, count = 0 }) => ({
      terms,
      least: count,
      most: count,
    })),
    ...countsOf(pack, 'Hidden').map(({ name, terms }) =>
      isSmall.has(name) ? { terms, least: 1, most: 4 } : { terms, least: 0, most: 10_000 },
    ),
    ...percentsOf(pack, ({ published }) => published._tag === 'ShownText'),
  ])
  expect(workedOut(told, targets())).toEqual([])
}, 60_000)

test('were only small counts hidden, many of them would follow', () => {
  const { july } = packs
  const small = july.made.hidden.filter(({ because }) => because === 'small').map(({ id }) => id)
  const counts = july.seen
    .filter(({ figure }) => figure._tag === 'Sum')
    .map(({ id, figure }) => [id, termsOf(july, (figure as Sum).reads), figure as Sum] as const)
  const shown = counts.filter(([id]) => !small.includes(id))
  const wanted = new Map(
    counts.filter(([id]) => small.includes(id)).map(([id, terms]) => [id, terms]),
  )
  const sums = shown.map(([, terms]) => terms)
  expect(followingFrom(sums, wanted).length).toBeGreaterThan(50)
  const issued = shown.filter(([id]) => id.includes('.issued.'))
  const told = issued.map(([, terms, { value }]): Told => ({ terms, least: value, most: value }))
  const found = workedOut([...told, ...percentsOf(july, () => true)], wanted)
  expect(found.filter((each) => each.includes('.inTime.')).length).toBeGreaterThan(10)
}, 60_000)

test('most figures are shown, and a second pack of 2,000 figures takes a few seconds', () => {
  const { figures, hidden } = packs.july.made
  expect(figures.size).toBeGreaterThan(2000)
  expect(hidden.length).toBeLessThan(figures.size / 4)
  expect(packs.took).toBeLessThan(15)
})
