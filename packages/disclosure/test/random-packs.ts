/**
 * Two successive packs by chance: months of plans in time and late, their totals, rolling sums and
 * percentages; in the second pack a month more, and perhaps a month put right.
 */
import { type Cell, defaultPolicy, type Policy, type Table } from '@send-ledger/disclosure'
import * as fc from 'fast-check'
import { percentText, roundedOf, type Seen } from './attacker.js'
import { protectedBy } from './tables.js'

const counts = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
)

/** What happened, and what is printed of it. */
export const histories = fc.record({
  first: fc.array(fc.tuple(counts, counts), { minLength: 2, maxLength: 3 }),
  next: fc.tuple(counts, counts),
  changed: fc.option(fc.record({ month: fc.nat(), kind: fc.nat({ max: 1 }), to: counts })),
  withPercents: fc.boolean(),
  /** Where the late plans are not printed, they follow from the others all the same. */
  withLate: fc.boolean(),
  window: fc.integer({ min: 2, max: 3 }),
  roundingBase: fc.option(fc.constantFrom(3, 5, 10), { freq: 4 }),
})

type History = typeof histories extends fc.Arbitrary<infer H> ? H : never

type IdOf = (month: number, kind: number) => string

const kinds = ['in time', 'late'] as const

const sum = (unknowns: readonly string[]) => unknowns.map((unknown) => ({ unknown, times: 1 }))

const count = (id: string, keep: number, unknowns: readonly string[]): Cell => ({
  _tag: 'Count',
  id,
  of: sum(unknowns),
  personal: true,
  perPerson: 1,
  keep,
})

const printedOf = (
  months: number,
  id: IdOf,
  history: History,
): Pick<Table, 'cells' | 'secrets'> => {
  const { withPercents, withLate, window } = history
  const all = Array.from({ length: months }, (_, month) => month)
  const both = (month: number): readonly string[] => kinds.map((_, kind) => id(month, kind))
  const inTime = (month: number): string => id(month, 0)
  const late = (month: number): string => id(month, 1)
  const ends = all.filter((month) => month + 1 >= window)
  const rolling = (month: number) => all.slice(month + 1 - window, month + 1)
  const percents = all.map(
    (month): Cell => ({
      _tag: 'Quotient',
      id: `${month} percent`,
      numerator: sum([inTime(month)]),
      denominator: sum(both(month)),
      times: 100,
      per: 1,
      decimals: 1,
      keep: 2,
    }),
  )
  const lates = all.map((month) => ({ id: `${month} late`, sums: [late(month)] }))
  return {
    cells: [
      ...all.map((month) => count(`${month} in time`, 0, [inTime(month)])),
      ...all.map((month) => count(`${month} all`, 0, both(month))),
      ...(withLate ? lates.map(({ id: name, sums }) => count(name, 0, sums)) : []),
      count('total in time', 0, all.map(inTime)),
      count('total all', 0, all.flatMap(both)),
      ...ends.map((month) => count(`${month} rolling in time`, 1, rolling(month).map(inTime))),
      ...ends.map((month) => count(`${month} rolling all`, 1, rolling(month).flatMap(both))),
      ...(withPercents ? percents : []),
    ],
    secrets: withLate
      ? []
      : lates.map((each) => ({ id: each.id, of: sum(each.sums), perPerson: 1 })),
  }
}

/** Both packs as they are published; undefined in the rare case that the second is refused. */
export const twoPacks = (history: History) => {
  const { first, next, changed, roundingBase } = history
  const policy: Policy = { ...defaultPolicy, ...(roundingBase === null ? {} : { roundingBase }) }
  const unknowns = new Map<string, number>()
  const second = [...first, next].map((month): [number, number] => [...month])
  if (changed) (second[changed.month % first.length] as number[])[changed.kind] = changed.to
  const put = (id: string, value: number): string => {
    unknowns.set(id, value)
    return id
  }
  const idOf: IdOf = (month, kind) =>
    put(`${month}/${kind}`, (first[month] as readonly number[])[kind] as number)
  // What did not change is the same unknown: he may guess so.
  const idThen: IdOf = (month, kind) => {
    const value = (second[month] as readonly number[])[kind] as number
    return first[month]?.[kind] === value ? `${month}/${kind}` : put(`${month}/${kind}'`, value)
  }
  const packed = (printed: ReturnType<typeof printedOf>, earlier: Table['earlier']) => {
    const listed = [...unknowns].map(([id, value]) => ({ id, value, least: 0 }))
    const table: Table = { ...printed, unknowns: listed, relations: [], earlier }
    const made = protectedBy(table, policy)
    return made._tag === 'Left' ? undefined : { table, made: made.right }
  }
  const before = packed(printedOf(first.length, idOf, history), [])
  if (before === undefined) throw new Error('a first pack is never refused')
  const hidden = new Set(before.made.hidden.map(({ id }) => id))
  const { cells } = before.table
  const after = packed(printedOf(second.length, idThen, history), [
    { name: 'first', cells, hidden, policy },
  ])
  return after && { before, after, policy, roundingBase: roundingBase ?? 1 }
}

type TwoPacks = NonNullable<ReturnType<typeof twoPacks>>

/** How often each unknown counts in a sum. */
export const timesIn = (
  { after }: TwoPacks,
  terms: readonly { readonly unknown: string; readonly times: number }[],
): readonly number[] =>
  after.table.unknowns.map(({ id }) => terms.find(({ unknown }) => unknown === id)?.times ?? 0)

/** A cell with the unknowns that it sums. */
const summing = (packs: TwoPacks, name: string, cell: Cell) => {
  if (cell._tag === 'Opaque' || cell._tag === 'PositiveParts') throw new Error(name)
  return cell._tag === 'Count'
    ? { name, sum: timesIn(packs, cell.of) }
    : { name, sum: timesIn(packs, cell.numerator), of: timesIn(packs, cell.denominator) }
}

const come = ({ after }: TwoPacks, times: readonly number[]): number =>
  times.reduce((total, each, i) => total + each * (after.table.unknowns[i]?.value as number), 0)

/** What somebody sees who has both packs as they are published. */
export const seenIn = (packs: TwoPacks): readonly Seen[] => {
  const small = packs.after.made.open.filter((each) => each.evenKnownAsSmall)
  const names = new Set(small.map(({ name }) => name))
  return [packs.before, packs.after].flatMap(({ table, made }, n) =>
    table.cells.map((cell): Seen => {
      const name = n === 0 ? `first: ${cell.id}` : cell.id
      const sums = summing(packs, name, cell)
      const figure = made.figures.get(cell.id)
      switch (figure?._tag) {
        case 'ShownCount':
          return { ...sums, printed: figure.count, roundedTo: packs.roundingBase }
        case 'ShownText':
          return { ...sums, printed: figure.text as string | null }
        case 'Hidden':
          return names.has(name) ? { ...sums, within: [1, 4] } : hiddenOf(packs, sums)
        default:
          throw new Error(name)
      }
    }),
  )
}

/** Zero is seldom hidden, so he is taken to know where it is not. */
const hiddenOf = <S extends { readonly sum: readonly number[] }>(packs: TwoPacks, sums: S) => ({
  ...sums,
  within: [Math.min(1, come(packs, sums.sum)), Infinity] as const,
})

/** What he sees if in the second pack just these cells are hidden. */
export const seenHiding = (packs: TwoPacks, hidden: ReadonlySet<string>): readonly Seen[] => {
  const first = seenIn({
    ...packs,
    after: { ...packs.after, made: { ...packs.after.made, open: [] } },
  })
  const { cells } = packs.after.table
  return [
    ...first.slice(0, packs.before.table.cells.length),
    ...cells.map((cell): Seen => {
      const sums = summing(packs, cell.id, cell)
      if (hidden.has(cell.id)) return hiddenOf(packs, sums)
      const count = come(packs, sums.sum)
      return sums.of === undefined
        ? { ...sums, printed: roundedOf(count, packs.roundingBase), roundedTo: packs.roundingBase }
        : { ...sums, printed: percentText(count, come(packs, sums.of)) }
    }),
  ]
}
