/**
 * The measures that the compliance figures are sums of. Those with dimensions are made by
 * `measure`: `issued`, `inTime` and `over52Weeks` by basis and cohort, `overdue` by basis, `ended` by its kind,
 * `openFrom` by the days since the request, at least, advice by its kind, `audits` by grade.
 */
import type { Measure } from '@send-ledger/core/projection'

/** Whether cases with an exception to the 20 weeks count. */
export type CaseBasis = 'all' | 'excludingExceptions'

/** Whether a plan counts before which there was mediation or an appeal: `dfe` leaves it out. */
export type PlanCohort = 'dfe' | 'all'

/** A measure of the compliance projection. Unit: cases, plans, pieces of advice, or reviews. */
export type ComplianceMeasure = Measure<
  | 'cases'
  | 'requests'
  | 'open'
  | 'openFrom'
  | 'overdue'
  | 'ended'
  | 'decided'
  | 'decidedInTime'
  | 'refusedToAssess'
  | 'refusedToIssue'
  | 'refusedToIssueInTime'
  | 'issued'
  | 'inTime'
  | 'over52Weeks'
  | 'leftOut'
  | 'adviceRequested'
  | 'adviceReturned'
  | 'adviceInTime'
  | 'adviceExcused'
  | 'adviceOutstanding'
  | 'adviceOverdue'
  | 'plans'
  | 'planStarted'
  | 'planEnded'
  | 'reviewsDue'
  | 'reviewsOverdue'
  | 'reviewsHeld'
  | 'reviewsDecided'
  | 'reviewsDecidedInTime'
  | 'audits'
>
