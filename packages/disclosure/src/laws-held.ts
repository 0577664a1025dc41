/**
 * What the laws of measures say of the unknowns of a pack, and which sums they count people by.
 */
import type { CivilDate } from '@send-ledger/core'
import { dayAfter, type MeasureLaw } from '@send-ledger/core/projection'
import { type Interval, type Reads, type SumRead, seriesOf, type Unknowns } from './measured.js'
import type { Relation, Secret } from './table.js'

/** What is known of a pack by the laws, and what must not be worked out by them. */
export interface Held {
  readonly relations: readonly Relation[]
  readonly secrets: readonly Secret[]
}

/** What the laws say of the unknowns of one pack. */
export const lawsHeld = (
  laws: readonly MeasureLaw[],
  pack: Reads,
  unknowns: Unknowns,
  unitsPerPerson: (measure: string) => number,
): Held => {
  const within = daysIn(pack, unknowns)
  const sum = ({ terms }: MeasureLaw, days: Days) =>
    unknowns.of(
      terms.map(({ measure, times }) => ({ ...days, measure, times })),
      pack,
    )
  const named = ({ name }: MeasureLaw, { from, to }: Days): string =>
    `${pack.pack}: ${name}, ${from ?? ''}..${to}`
  const relations = laws.flatMap((law) =>
    within.holding(law).map((days) => ({
      name: named(law, days),
      of: sum(law, days),
      least: 0,
      most: law.holds === 'zero' ? 0 : null,
    })),
  )
  const secrets = laws
    .filter(({ revealsPeople }) => revealsPeople)
    .flatMap((law) =>
      within.revealing(law).map((days) => ({
        id: named(law, days),
        of: sum(law, days),
        perPerson: Math.max(...law.terms.map(({ measure }) => unitsPerPerson(measure))),
      })),
    )
  const known = [
    ...relations,
    ...nothingBefore(laws, pack, unknowns),
    ...cohortsWithin(pack, unknowns),
  ]
  return { relations: known.filter((each) => isTrue(each, unknowns)), secrets }
}

const isTrue = ({ of, most }: Relation, unknowns: Unknowns): boolean => {
  const value = unknowns.amountOf(of)
  return of.length > 0 && value >= 0 && (most === null || value <= most)
}

/**
 * Figures begin with the first month in which there was anything: he knows that nothing was before,
 * of any measure that laws join to those.
 */
const nothingBefore = (
  laws: readonly MeasureLaw[],
  pack: Reads,
  unknowns: Unknowns,
): readonly Relation[] => {
  const measures = [...new Set(laws.flatMap(({ terms }) => terms.map(({ measure }) => measure)))]
  const flows = measures.filter((measure) => !unknowns.isStock(measure))
  const upTo = (measure: string, to: CivilDate) => unknowns.of([{ measure, to, times: 1 }], pack)
  const isNothing = (measure: string, days: Days): boolean =>
    unknowns.amountOf(unknowns.of([{ measure, times: 1, ...days }], pack)) === 0
  const byCuts = new Map<readonly CivilDate[], string[]>()
  for (const measure of flows) {
    const cuts = unknowns.cutsOf(measure)
    byCuts.set(cuts, [...(byCuts.get(cuts) ?? []), measure])
  }
  return [...byCuts].flatMap(([cuts, joined]) => {
    const begun = between(cuts).findIndex((days) =>
      joined.some((measure) => !isNothing(measure, days)),
    )
    const to = cuts[begun - 1]
    if (to === undefined) return []
    return joined.map((measure) => ({
      name: `${pack.pack}: no ${measure} until ${to}`,
      of: upTo(measure, to),
      least: 0,
      most: 0,
    }))
  })
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

/** The days of a pack for which a law is reckoned. */
interface DaysIn {
  /** For which it says something. */
  readonly holding: (law: MeasureLaw) => readonly Days[]
  /** For which its sum is worth working out. */
  readonly revealing: (law: MeasureLaw) => readonly Days[]
}

const daysIn = ({ intervals }: Reads, unknowns: Unknowns): DaysIn => {
  const read = new Map<string, Interval[]>()
  for (const interval of intervals) {
    const series = seriesOf(interval)
    const those = read.get(series) ?? []
    read.set(series, those)
    those.push(interval)
  }
  const readOf = ({ terms }: MeasureLaw): readonly Interval[] =>
    terms.flatMap(({ measure }) => read.get(measure) ?? [])
  const lastOf = (law: MeasureLaw): CivilDate | undefined =>
    readOf(law)
      .map(({ to }) => to)
      .sort()
      .at(-1)
  const untilLast = (law: MeasureLaw, days: readonly CivilDate[]): readonly CivilDate[] => {
    const last = lastOf(law)
    return last === undefined ? [] : days.filter((day) => day <= last)
  }
  const cutsOf = (law: MeasureLaw) => untilLast(law, unknowns.cutsOf(law.terms[0]?.measure ?? ''))
  const stocksOf = ({ terms }: MeasureLaw) =>
    terms.map(({ measure }) => measure).filter((measure) => unknowns.isStock(measure))
  // A stock is known on the days of earlier packs too.
  const stockDays = (law: MeasureLaw): readonly CivilDate[] =>
    untilLast(law, [...new Set(stocksOf(law).flatMap((each) => unknowns.daysOf(each)))].sort())
  const daysOf = (law: MeasureLaw) => (stocksOf(law).length > 0 ? stockDays(law) : cutsOf(law))
  return {
    holding: (law) => {
      const days = daysOf(law)
      const until = days.map((to) => ({ to }))
      if (law.over === 'untilADay' || isOfStocks(law, unknowns)) return until
      // Until the first day and between days, which says it until each day.
      return between(days)
    },
    revealing: (law) => {
      if (law.over === 'untilADay') return daysOf(law).map((to) => ({ to }))
      if (isOfStocks(law, unknowns)) return distinct(read.get(law.terms[0]?.measure ?? '') ?? [])
      if (stocksOf(law).length === 0) return distinct(readOf(law))
      const days = stockDays(law)
      return distinct([...days.map((to) => ({ to })), ...between(days), ...untilTheLast(days)])
    },
  }
}

/** A law of stocks alone says nothing of who came and went between two days. */
const isOfStocks = ({ terms }: MeasureLaw, unknowns: Unknowns): boolean =>
  terms.every(({ measure }) => unknowns.isStock(measure))

/** From each day to the next; until the first. */
const between = (days: readonly CivilDate[]): readonly Days[] =>
  days.map((to, i) => {
    const before = days[i - 1]
    return before === undefined ? { to } : { from: dayAfter(before), to }
  })

/** From each day to the last of them. */
const untilTheLast = (days: readonly CivilDate[]): readonly Days[] => {
  const to = days.at(-1)
  return to === undefined ? [] : days.slice(0, -1).map((day) => ({ from: dayAfter(day), to }))
}

const distinct = (intervals: readonly Days[]): readonly Days[] => [
  ...new Map(
    intervals.map(({ from, to }) => [`${from}..${to}`, from ? { from, to } : { to }]),
  ).values(),
]
