/**
 * What the compliance view answers.
 */
import type { CivilDate } from '@send-ledger/core'
import type { Derived, Sum } from '@send-ledger/core/projection'
import type { InBothBases, MonthRow, YearBefore } from './months.js'

/** Advice of one kind in one month; outstanding and overdue at its end, or at the as-at date. */
export interface AdviceRow {
  readonly kind: string
  readonly month: string
  readonly returned: Sum
  readonly inTime: Sum
  readonly late: Sum
  readonly excused: Sum
  readonly outstanding: Sum
  readonly overdue: Sum
}

/** What became of the cases that were open on a date. */
export interface CohortCleared {
  readonly openOn: CivilDate
  readonly cases: Sum
  readonly stillOpen: Sum
  /** The date on which the last one ended; null while one is open. */
  readonly clearedOn: Derived
}

/** Reviews of plans in one month. */
export interface ReviewRow {
  readonly month: string
  readonly due: Sum
  readonly held: Sum
  readonly decided: Sum
  /** Decided within 4 weeks of the meeting. */
  readonly decidedInTime: Sum
  /** At the end of the month, or at the as-at date. */
  readonly overdue: Sum
}

/** The compliance figures as at a date. */
export interface Compliance {
  readonly months: readonly MonthRow[]
  /** All months shown together, beside the same months of the year before. */
  readonly requests: { readonly total: Sum; readonly yearBefore: YearBefore } | null
  readonly open: {
    readonly total: Sum
    readonly overdue: InBothBases<Sum>
    readonly byAge: readonly {
      readonly from: number
      readonly to: number | null
      readonly count: Sum
    }[]
  }
  readonly plansMaintained: Sum
  readonly advice: readonly AdviceRow[]
  readonly reviews: readonly ReviewRow[]
  readonly audits: readonly {
    readonly quarter: string
    readonly grade: string
    readonly count: Sum
  }[]
  readonly cohortCleared: CohortCleared | null
}
