/**
 * The measures that the compliance figures are sums of. Those with dimensions are made by
 * `measure`: `issued`, `inTime` and `over52Weeks` by basis and cohort, `overdue` by basis, `ended` by its kind,
 * `openFrom` by the days since the request, at least, advice by its kind, `audits` by grade.
 */
import { type Measure, people } from '@send-ledger/core/projection'

/** Whether cases with an exception to the 20 weeks count. */
export type CaseBasis = 'all' | 'excludingExceptions'

/** Whether a plan counts before which there was mediation or an appeal: `dfe` leaves it out. */
export type PlanCohort = 'dfe' | 'all'

const cases = people('cases')
const requests = people('requests')
const decisions = people('decisions')
const plans = people('plans')
const advice = people('pieces of advice')
const reviews = people('reviews')

/** What the compliance projections measure, and the unit of each. */
export const complianceUnits = {
  cases,
  requests,
  open: cases,
  openFrom: cases,
  overdue: cases,
  ended: cases,
  decided: decisions,
  decidedInTime: decisions,
  refusedToAssess: decisions,
  refusedToIssue: decisions,
  refusedToIssueInTime: decisions,
  issued: plans,
  inTime: plans,
  over52Weeks: plans,
  leftOut: plans,
  adviceRequested: advice,
  adviceReturned: advice,
  adviceInTime: advice,
  adviceExcused: advice,
  adviceOutstanding: advice,
  adviceOverdue: advice,
  plans,
  planStarted: plans,
  planEnded: plans,
  reviewsDue: reviews,
  reviewsOverdue: reviews,
  reviewsHeld: reviews,
  reviewsDecided: reviews,
  reviewsDecidedInTime: reviews,
  audits: people('audits of plans'),
} as const

/** A measure of the compliance projections. */
export type ComplianceMeasure = Measure<keyof typeof complianceUnits>
