/**
 * The monthly series: requests, plans issued and in time, decisions and refusals.
 */
import {
  type Derived,
  earlier,
  type Measure,
  type Month,
  measure,
  minus,
  monthBefore,
  nothing,
  percent,
  type Reader,
  type Sum,
  yearBefore,
} from '@send-ledger/core/projection'
import type { CaseBasis, ComplianceMeasure, PlanCohort } from './measures.js'

/** A figure in both bases. */
export type InBothBases<F> = Readonly<Record<CaseBasis, F>>

/** A figure of each basis. */
export const inBothBases = <F>(figure: (basis: CaseBasis) => F): InBothBases<F> => ({
  all: figure('all'),
  excludingExceptions: figure('excludingExceptions'),
})

/** Plans issued over some months, and those of them in time. */
export interface Timeliness {
  readonly issued: InBothBases<Sum>
  readonly inTime: InBothBases<Sum>
  /** One decimal; null where no plan was issued. */
  readonly percent: InBothBases<Derived>
}

/** Requests set beside those of the same months of the year before. */
export interface YearBefore {
  readonly requests: Sum
  /** The change in percent, one decimal; null where there were none the year before. */
  readonly changePercent: Derived
}

/** One month of the series. */
export interface MonthRow extends Timeliness {
  readonly month: string
  /** Whether the month was not over at the as-at date. */
  readonly partial: boolean
  readonly requests: Sum
  readonly yearBefore: YearBefore
  /** Plans by days since the request: in time, over 20 to 52 weeks, over 52 weeks. */
  readonly durations: {
    readonly over20to52Weeks: InBothBases<Sum>
    readonly over52Weeks: InBothBases<Sum>
  }
  /** The 12 months ending with this one; complete where the records reach back so far. */
  readonly rolling12: Timeliness & { readonly complete: boolean }
  readonly leftOut: { readonly mediationOrAppeal: Sum }
  readonly decisions: { readonly decided: Sum; readonly inTime: Sum }
  readonly refusedToAssess: Sum
  readonly refusedToIssue: { readonly total: Sum; readonly inTime: Sum }
}

/** What the months of a series have in common. */
export interface Series {
  readonly read: Reader<ComplianceMeasure>
  readonly cohort: PlanCohort
  /** The month of the first record of a case. */
  readonly began: Month
}

/** A measure over the months from the first to the last, as far as the as-at date. */
export const over = (
  read: Reader<ComplianceMeasure>,
  measured: ComplianceMeasure,
  first: Month,
  last: Month = first,
): Sum => read.between(measured, first.first, earlier(last.last, read.asAt))

const timeliness = ({ read, cohort }: Series, first: Month, last: Month): Timeliness => {
  const sums = (name: 'issued' | 'inTime'): InBothBases<Sum> =>
    inBothBases((basis) => over(read, measure(name, basis, cohort), first, last))
  const issued = sums('issued')
  const inTime = sums('inTime')
  return { issued, inTime, percent: inBothBases((basis) => percent(inTime[basis], issued[basis])) }
}

/** Requests of some months beside those of the same months, or days, of the year before. */
export const besideYearBefore = (
  read: Reader<ComplianceMeasure>,
  requests: Sum,
  first: Month,
  last: Month = first,
): YearBefore => {
  const until = earlier(monthBefore(last, 12).last, yearBefore(read.asAt))
  const before = read.between('requests', monthBefore(first, 12).first, until)
  const named = { requests, before }
  return { requests: before, changePercent: percent(minus(requests, before), before, { named }) }
}

/** One month of the compliance series. */
export const monthRow = (series: Series, month: Month): MonthRow => {
  const { read, cohort, began } = series
  const inMonth = (measured: Measure<string>): Sum =>
    over(read, measured as ComplianceMeasure, month)
  const issuedInMonth = timeliness(series, month, month)
  const requests = inMonth('requests')
  const long = inBothBases((basis) => inMonth(measure('over52Weeks', basis, cohort)))
  const yearFrom = monthBefore(month, 11)
  return {
    month: month.id,
    partial: read.asAt < month.last,
    requests,
    yearBefore: besideYearBefore(read, requests, month),
    ...issuedInMonth,
    durations: {
      over20to52Weeks: inBothBases((basis) => notInTime(issuedInMonth, long, basis)),
      over52Weeks: long,
    },
    rolling12: {
      complete: began.id <= yearFrom.id,
      ...timeliness(series, yearFrom, month),
    },
    leftOut: { mediationOrAppeal: cohort === 'dfe' ? inMonth('leftOut') : nothing },
    decisions: { decided: inMonth('decided'), inTime: inMonth('decidedInTime') },
    refusedToAssess: inMonth('refusedToAssess'),
    refusedToIssue: {
      total: inMonth('refusedToIssue'),
      inTime: inMonth('refusedToIssueInTime'),
    },
  }
}

/** Issued late, but not over 52 weeks. */
const notInTime = ({ issued, inTime }: Timeliness, long: InBothBases<Sum>, basis: CaseBasis): Sum =>
  minus(minus(issued[basis], inTime[basis]), long[basis])
