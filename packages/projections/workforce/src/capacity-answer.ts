/**
 * What the capacity view answers.
 */
import type { Derived, Sum } from '@send-ledger/core/projection'
import type { Forecast } from './forecast.js'

/** Demand for each full-time equivalent of a role; quotients have one decimal. */
export interface RoleRow {
  readonly role: string
  readonly availableFte: Derived
  readonly openAssessments: Sum
  readonly openPerFte: Derived
  /** In the month of the as-at date and the two before it. */
  readonly requests3Months: Sum
  readonly requestsPerFte: Derived
  readonly plansPerFte: Derived
}

/** The capacity figures as at a date. */
export interface Capacity {
  /** Every role of which someone is available, by name. */
  readonly roles: readonly RoleRow[]
  readonly forecast: Forecast | null
}
