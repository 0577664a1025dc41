/**
 * What everybody knows about measures by their definitions, before he sees a figure; and which
 * measures count people.
 */
import { dayAfter } from '@send-ledger/core/projection'
import { type Interval, type Reads, type SumRead, seriesOf, type Unknowns } from './measured.js'
import { Parts } from './parts.js'
import type { Relation, Secret } from './table.js'

/**
 * What holds for measures over any days, such as: plans in time are not more than plans. Where it
 * does not hold nobody can know it; where it does, he is taken to know it.
 */
export interface MeasureLaw {
  readonly name: string
  readonly terms: readonly { readonly measure: string; readonly times: number }[]
  /** The sum is nought, or it is at least nought. */
  readonly holds: 'nought' | 'atLeastNought'
  /**
   * Whether the sum counts people, so that it must not be worked out where it is small: plans less
   * plans without exceptions are cases with exceptions. It is guarded over the days for which the
   * measure of the first term is published.
   */
  readonly isSecret: boolean
}

/** What is known of the measures of a view. Measures are told by their keys. */
export interface Knowledge {
  readonly laws: readonly MeasureLaw[]
  readonly isPersonal: (measure: string) => boolean
  /** How many units make one person: 100 for hundredths of FTE. */
  readonly unitsPerPerson: (measure: string) => number
}

/** Of measures that count no people, such as actions of a programme: nothing of them is hidden. */
export const countsNobody: Knowledge = {
  laws: [],
  isPersonal: () => false,
  unitsPerPerson: () => 1,
}

/** Measures that stand in one law are cut at the same days. */
export const groupsOf = (laws: readonly MeasureLaw[]): ((series: string) => string) => {
  const numbers = new Map<string, number>()
  for (const { measure } of laws.flatMap(({ terms }) => terms)) {
    if (!numbers.has(measure)) numbers.set(measure, numbers.size)
  }
  const parts = new Parts(numbers.size)
  for (const { terms } of laws) {
    parts.join(new Map(terms.map(({ measure }) => [numbers.get(measure) as number, 1])))
  }
  return (series) => {
    const number = numbers.get(series)
    return number === undefined ? series : `group ${parts.of(number)}`
  }
}

/** What the laws say of the unknowns of one pack. */
export const lawsHeld = (
  laws: readonly MeasureLaw[],
  pack: Reads,
  unknowns: Unknowns,
): { readonly relations: readonly Relation[]; readonly secrets: readonly Secret[] } => {
  const read = new Map<string, Interval[]>()
  for (const interval of pack.intervals) {
    const series = seriesOf(interval)
    read.set(series, [...(read.get(series) ?? []), interval])
  }
  const sum = ({ terms }: MeasureLaw, days: Days) => {
    const reads = terms.map(({ measure, times }) => ({ ...days, measure, times }))
    return unknowns.of(reads, pack)
  }
  const named = ({ name }: MeasureLaw, { from, to }: Days): string =>
    `${pack.pack}: ${name}, ${from ?? ''}..${to}`
  const held = laws.flatMap((law) =>
    daysOf(law, read, unknowns).map((days) => ({
      name: named(law, days),
      of: sum(law, days),
      least: 0,
      most: law.holds === 'nought' ? 0 : null,
    })),
  )
  const secrets = laws
    .filter(({ isSecret }) => isSecret)
    .flatMap((law) =>
      distinct(read.get(law.terms[0]?.measure ?? '') ?? []).map((days) => ({
        id: named(law, days),
        of: sum(law, days),
        perPerson: 1,
      })),
    )
  const relations = [...held, ...cohortsWithin(pack, unknowns)]
  return { relations: relations.filter((each) => isTrue(each, unknowns)), secrets }
}

const isTrue = ({ of, most }: Relation, unknowns: Unknowns): boolean => {
  const value = unknowns.amountOf(of)
  return value >= 0 && (most === null || value <= most)
}

/** Some subjects do not count for more than all do. */
const cohortsWithin = (pack: Reads, unknowns: Unknowns): readonly Relation[] =>
  pack.intervals
    .filter(({ among }) => among !== undefined)
    .map((interval) => {
      const { among: _, ...all } = interval
      const reads = [
        { ...all, times: 1 },
        { ...interval, times: -1 },
      ]
      const name = `${pack.pack}: ${seriesOf(interval)} within all`
      return { name, of: unknowns.of(reads, pack), least: 0, most: null }
    })

type Days = Pick<SumRead, 'from' | 'to'>

/** A law about stocks holds on each day that one is read; one about flows in each interval. */
const daysOf = (
  { terms }: MeasureLaw,
  read: ReadonlyMap<string, readonly Interval[]>,
  unknowns: Unknowns,
): readonly Days[] => {
  const all = terms.flatMap(({ measure }) => read.get(measure) ?? [])
  const stocks = terms.filter(({ measure }) => unknowns.isStock(measure))
  if (stocks.length > 0) {
    const days = stocks.flatMap(({ measure }) => read.get(measure) ?? []).map(({ to }) => to)
    return [...new Set(days)].sort().map((to) => ({ to }))
  }
  const cuts = unknowns.cutsOf(terms[0]?.measure ?? '')
  const last = all
    .map(({ to }) => to)
    .sort()
    .at(-1)
  if (last === undefined) return []
  return cuts
    .filter((cut) => cut <= last)
    .map((to, i) => {
      const before = cuts[i - 1]
      return before === undefined ? { to } : { from: dayAfter(before), to }
    })
}

const distinct = (intervals: readonly Days[]): readonly Days[] => [
  ...new Map(
    intervals.map(({ from, to }) => [`${from}..${to}`, from ? { from, to } : { to }]),
  ).values(),
]
