/**
 * How late records were made, by type and month; and the weeks near an inspection or a visit in
 * which far more was entered late than in others.
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

/** A week in which much was entered late, near an inspection or a visit. */
export interface EntrySpike {
  /** The Monday of the week. */
  readonly weekOf: CivilDate
  /** Records of that week made more than 7 days after what they record. */
  readonly late: number
  /** The same of a usual week: the median of the weeks with any record. */
  readonly usual: number
  readonly near: 'afterInspection' | 'beforeVisit'
  readonly on: CivilDate
}

/** Weeks before a visit, and after an inspection, that are looked at. */
const weeksBefore = 3
const weeksAfter = 6

/** How many times the usual number is a spike, and how many late records it has at least. */
const spikeTimes = 3
const spikeLeast = 5

interface Cell {
  readonly type: string
  readonly month: string
  readonly lags: number[]
  readonly byGrade: Record<Grade, number>
}

/** Takes records one by one; corrections are left out, for they are late by their nature. */
export class LagProfile {
  private readonly cells = new Map<string, Cell>()
  private readonly weeks = new Map<CivilDate, { late: number }>()
  private readonly inspections: CivilDate[] = []
  private readonly visits: CivilDate[] = []

  constructor(private readonly gradeOf: (record: LedgerRecord) => Grade) {}

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
    this.mark(record)
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
  spikes(): readonly EntrySpike[] {
    const usual = middle([...this.weeks.values()].map(({ late }) => late))
    return [...this.weeks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([weekOf, { late }]) => {
        if (late < spikeLeast || late < usual * spikeTimes) return []
        const visit = this.visits.find((on) => isWithin(weekOf, addDays(on, -7 * weeksBefore), on))
        const inspection = this.inspections.find((on) =>
          isWithin(weekOf, on, addDays(on, 7 * weeksAfter)),
        )
        const near: Pick<EntrySpike, 'near' | 'on'>[] = [
          ...(visit ? [{ near: 'beforeVisit' as const, on: visit }] : []),
          ...(inspection ? [{ near: 'afterInspection' as const, on: inspection }] : []),
        ]
        return near.map((each) => ({ weekOf, late, usual, ...each }))
      })
  }

  private mark(record: LedgerRecord): void {
    if (record.type === 'MonitoringVisitHeld') this.visits.push(record.effectiveOn)
    if (record.type !== 'ProgrammeEstablished') return
    const { inspectedOn } = (record as LedgerRecord<'ProgrammeEstablished'>).data
    if (inspectedOn !== undefined) this.inspections.push(inspectedOn)
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
