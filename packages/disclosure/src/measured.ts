/**
 * The unknowns of figures that know what they were read from: a measure over the days between two
 * days that figures name. Every figure is a sum of them, for intervals add up.
 */
import type { CivilDate } from '@send-ledger/core'
import { addDays, dayAfter, type Sum } from '@send-ledger/core/projection'
import type { Combination, Term, Unknown } from './table.js'

/** One sum over the points, as a figure was read from it. */
export type SumRead = Sum['reads'][number]

/** A measure from a day (or ever) to a day, perhaps of some subjects only. */
export type Interval = Omit<SumRead, 'times'>

/** What a measure comes to over an interval, in truth. */
export type Measured = (interval: Interval) => number

/** A pack's way of measuring, and what its figures read. */
export interface Reads {
  readonly pack: string
  readonly measured: Measured
  readonly intervals: readonly Interval[]
}

/** The measure with the subjects that it is restricted to. */
export const seriesOf = ({ measure, among }: Interval): string =>
  among === undefined ? measure : `${measure} among ${among.measure} on ${among.on}`

/** The subjects that count in a measure on a day are, on that day, all that count in it. */
const withoutItself = ({ among, ...interval }: Interval): Interval => {
  const { measure, from, to } = interval
  const isItself = from === undefined && among?.measure === measure && among.on === to
  return among === undefined || isItself ? interval : { ...interval, among }
}

/**
 * The unknowns of some packs. A flow is told by what it comes to between two days that figures
 * name; a stock, which may fall again, by what it is on each day that figures name.
 *
 * An unknown of a later pack that has the same value as in an earlier one is the same unknown:
 * somebody may guess that nothing changed, and he is taken to guess right.
 */
export class Unknowns {
  private readonly known = new Map<string, { readonly id: string; readonly value: number }[]>()
  private readonly unknowns: Unknown[] = []
  private readonly values = new Map<string, number>()
  private readonly stocks = new Map<string, Set<CivilDate>>()
  private readonly cuts = new Map<string, CivilDate[]>()

  constructor(
    packs: readonly Reads[],
    private readonly groupOf: (series: string) => string,
  ) {
    const intervals = packs.flatMap((pack) => pack.intervals)
    for (const interval of intervals) {
      if (interval.from !== undefined) continue
      const days = this.stocks.get(seriesOf(interval)) ?? new Set()
      this.stocks.set(seriesOf(interval), days.add(interval.to))
    }
    const cuts = new Map<string, Set<CivilDate>>()
    for (const interval of intervals) {
      const group = groupOf(seriesOf(interval))
      const days = cuts.get(group) ?? new Set()
      cuts.set(group, days)
      days.add(interval.to)
      if (interval.from !== undefined) days.add(addDays(interval.from, -1))
    }
    for (const [group, days] of cuts) this.cuts.set(group, [...days].sort())
  }

  /** Whether a series may fall again. */
  isStock(series: string): boolean {
    return this.stocks.has(series)
  }

  /** The days on which a series that may fall again is read, in order. */
  daysOf(series: string): readonly CivilDate[] {
    return [...(this.stocks.get(series) ?? [])].sort()
  }

  /** The days at which figures cut the time of a series, in order: each ends an interval. */
  cutsOf(series: string): readonly CivilDate[] {
    return this.cuts.get(this.groupOf(series)) ?? []
  }

  /** What sums over intervals are in unknowns. */
  of(reads: readonly SumRead[], pack: Reads): Combination {
    const times = new Map<string, number>()
    for (const read of reads) {
      for (const term of this.ofRead(read, pack)) {
        times.set(term.unknown, (times.get(term.unknown) ?? 0) + read.times * term.times)
      }
    }
    return [...times]
      .filter(([, each]) => each !== 0)
      .map(([unknown, each]) => ({ unknown, times: each }))
  }

  /** What a sum of unknowns comes to in truth. */
  amountOf(sum: Combination): number {
    return sum.reduce(
      (total, { unknown, times }) => total + times * (this.values.get(unknown) ?? 0),
      0,
    )
  }

  /** All unknowns that were made. */
  all(): readonly Unknown[] {
    return this.unknowns
  }

  private ofRead({ times: _, ...read }: SumRead, pack: Reads): readonly Term[] {
    const interval = withoutItself(read)
    const { from, to, ...what } = interval
    if (from !== undefined && from > to) return []
    if (this.isStock(seriesOf(interval))) {
      const until = this.term({ ...what, to }, pack, 1)
      if (from === undefined) return [until]
      return [until, this.term({ ...what, to: addDays(from, -1) }, pack, -1)]
    }
    const cuts = this.cutsOf(seriesOf(interval))
    const first = from === undefined ? 0 : cuts.indexOf(addDays(from, -1)) + 1
    return cuts.slice(first, cuts.indexOf(to) + 1).map((end, i) => {
      const before = cuts[first + i - 1]
      return this.term(
        before === undefined ? { ...what, to: end } : { ...what, from: dayAfter(before), to: end },
        pack,
        1,
      )
    })
  }

  private term(interval: Interval, { pack, measured }: Reads, times: number): Term {
    const series = seriesOf(interval)
    const name = `${series} ${interval.from ?? ''}..${interval.to}`
    const value = measured(interval)
    const known = this.known.get(name) ?? []
    this.known.set(name, known)
    const same = known.find((each) => each.value === value)
    if (same) return { unknown: same.id, times }
    const id = known.length === 0 ? name : `${name} (${pack})`
    known.push({ id, value })
    this.values.set(id, value)
    // A stock that is below zero in truth is one that may be.
    this.unknowns.push({ id, value, least: value < 0 ? null : 0 })
    return { unknown: id, times }
  }
}
