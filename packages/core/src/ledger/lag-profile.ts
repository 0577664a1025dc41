/**
 * How late records were made, by type and month; and the weeks near an occasion in which far more
 * was entered late than in others.
 */

import { isCorrection } from '../events/corrections.js'
import type { LedgerRecord } from '../events/record.js'
import { addDays, type CivilDate, dayOf } from '../time/civil-date.js'
import { londonDate } from '../time/instant.js'
import { type Grade, lagDays } from './assurance.js'

/** The records of one type that were made in one month. */
export interface LagRow {
  readonly type: string
  /** The month in which they were recorded, `YYYY-MM`. */
  readonly month: string
  readonly count: number
  readonly byGrade: Readonly<Record<Grade, number>>
  /** Unit: days. The lower of the two in the middle where there are two. */
  readonly medianDays: number
  readonly maxDays: number
}

/** Something near which people may catch up on what was not recorded in time. */
export interface Occasion<Near extends string = string> {
  readonly near: Near
  readonly on: CivilDate
  /** The days that are looked at. */
  readonly from: CivilDate
  readonly to: CivilDate
}

/** A week in which much was entered late, near an occasion. */
export interface EntrySpike<Near extends string = string>
  extends Pick<Occasion<Near>, 'near' | 'on'> {
  /** The Monday of the week. */
  readonly weekOf: CivilDate
  /** Records of that week made more than 7 days after what they record. */
  readonly late: number
  /** The same of a usual week: the median of the weeks with any record. */
  readonly usual: number
}

/** How many times the usual number is a spike, and how many late records it has at least. */
const spikeTimes = 3
const spikeLeast = 5

interface Cell {
  readonly type: string
  readonly month: string
  readonly lags: number[]
  readonly byGrade: Record<Grade, number>
}

/**
 * Takes records one by one; corrections are left out, for they are late by their nature. Which
 * records tell of an occasion is handed in.
 */
export class LagProfile<Near extends string> {
  private readonly cells = new Map<string, Cell>()
  private readonly weeks = new Map<CivilDate, { late: number }>()
  private readonly occasions: Occasion<Near>[] = []

  constructor(
    private readonly gradeOf: (record: LedgerRecord) => Grade,
    private readonly occasionOf: (record: LedgerRecord) => Occasion<Near> | undefined,
  ) {}

  /** Takes in the next record. */
  add(record: LedgerRecord): void {
    if (isCorrection(record)) return
    const recordedOn = londonDate(record.recordedAt)
    const lag = lagDays(record)
    const grade = this.gradeOf(record)
    const cell = this.cell(record.type, recordedOn.slice(0, 7))
    cell.lags.push(lag)
    cell.byGrade[grade]++
    const weekOf = mondayOf(recordedOn)
    const week = this.weeks.get(weekOf) ?? { late: 0 }
    this.weeks.set(weekOf, week)
    if (grade === 'late' || grade === 'reconstructed') week.late++
    const occasion = this.occasionOf(record)
    if (occasion) this.occasions.push(occasion)
  }

  /** The profile by type, then by month. */
  rows(): readonly LagRow[] {
    return [...this.cells.values()]
      .map(({ type, month, lags, byGrade }) => ({
        type,
        month,
        count: lags.length,
        byGrade,
        medianDays: middle(lags),
        maxDays: lags.reduce((longest, lag) => Math.max(longest, lag), 0),
      }))
      .sort((a, b) => (`${a.type} ${a.month}` < `${b.type} ${b.month}` ? -1 : 1))
  }

  /** The weeks that stand out, by date. */
  spikes(): readonly EntrySpike<Near>[] {
    const usual = middle([...this.weeks.values()].map(({ late }) => late))
    return [...this.weeks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([weekOf, { late }]) => {
        if (late < spikeLeast || late < usual * spikeTimes) return []
        // Of each kind the first that was recorded; the latest of them first.
        const near = new Map<Near, Occasion<Near>>()
        for (const each of this.occasions) {
          if (!near.has(each.near) && isWithin(weekOf, each.from, each.to))
            near.set(each.near, each)
        }
        return [...near.values()]
          .sort((a, b) => (a.on > b.on ? -1 : 1))
          .map(({ near, on }) => ({ weekOf, late, usual, near, on }))
      })
  }

  private cell(type: string, month: string): Cell {
    const key = `${type} ${month}`
    const byGrade = { contemporaneous: 0, late: 0, reconstructed: 0, imported: 0 }
    const cell = this.cells.get(key) ?? { type, month, lags: [], byGrade }
    this.cells.set(key, cell)
    return cell
  }
}

/** 1 January 1970 was a Thursday. */
const mondayOf = (date: CivilDate): CivilDate => addDays(date, -((dayOf(date) + 3) % 7))

/** Whether a week that begins on a day has a day from the first to the last. */
const isWithin = (weekOf: CivilDate, first: CivilDate, last: CivilDate): boolean =>
  addDays(weekOf, 6) >= first && weekOf <= last

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
