/**
 * The dated facts of a case: what its records say, each with its date, and nothing counted yet.
 */
import type { CivilDate, EventData, LedgerRecord } from '@send-ledger/core'
import { type Dated, type Handlers, ignore } from '@send-ledger/core/projection'

/** What moves a case along its path. */
export type Turn =
  | 'requested'
  | 'withdrawn'
  | 'agreed'
  | 'refusedToAssess'
  | 'refusedToIssue'
  | 'issued'
  | 'transferredOut'
  | 'mediation'
  | 'appealLodged'
  | 'overturned'

/** One turn of the path. */
export interface Milestone extends Dated {
  readonly turn: Turn
}

/** Advice, from the request to its return. */
export interface Advice {
  readonly adviceId: string
  readonly kind: string
  readonly requestedOn: CivilDate
}

/** An exception to a time limit, on the day it was relied on. */
export interface Exception {
  readonly on: CivilDate
  readonly limit: EventData<'ExceptionApplied'>['limit']
  readonly adviceId?: string | undefined
}

/** A day on which a plan started to be maintained here, and from when its reviews are counted. */
export interface PlanStart {
  readonly on: CivilDate
  readonly reviewedFrom: CivilDate
}

/** A review's meeting, or the decision on it. */
export interface ReviewStage {
  readonly reviewId: string
  readonly on: CivilDate
}

/** What is known of one case. */
export interface CaseFacts {
  readonly milestones: Milestone[]
  readonly advice: Advice[]
  readonly returns: { readonly adviceId: string; readonly on: CivilDate }[]
  readonly exceptions: Exception[]
  readonly planStarts: PlanStart[]
  readonly planEnds: CivilDate[]
  readonly meetings: ReviewStage[]
  readonly reviews: ReviewStage[]
  readonly audits: { readonly grade: string; readonly on: CivilDate }[]
}

/** A case of which nothing is known. */
export const unknownCase = (): CaseFacts => ({
  milestones: [],
  advice: [],
  returns: [],
  exceptions: [],
  planStarts: [],
  planEnds: [],
  meetings: [],
  reviews: [],
  audits: [],
})

const turn =
  (name: Turn) =>
  (facts: CaseFacts, { effectiveOn, position }: LedgerRecord): void => {
    facts.milestones.push({ turn: name, on: effectiveOn, position })
  }

const planEnds = (facts: CaseFacts, { effectiveOn }: LedgerRecord): void => {
  facts.planEnds.push(effectiveOn)
}

const issued = turn('issued')
const overturned = turn('overturned')

/** What each record leaves in the facts. */
export const caseHandlers: Handlers<CaseFacts, 'case'> = {
  RequestReceived: turn('requested'),
  RequestWithdrawn: turn('withdrawn'),
  AssessmentAgreed: turn('agreed'),
  AssessmentRefused: turn('refusedToAssess'),
  AdviceRequested: (facts, { effectiveOn, data }) => {
    facts.advice.push({ adviceId: data.adviceId, kind: data.kind, requestedOn: effectiveOn })
  },
  AdviceReturned: (facts, { effectiveOn, data }) => {
    facts.returns.push({ adviceId: data.adviceId, on: effectiveOn })
  },
  ExceptionApplied: (facts, { effectiveOn, data }) => {
    facts.exceptions.push({ on: effectiveOn, limit: data.limit, adviceId: data.adviceId })
  },
  PlanRefused: turn('refusedToIssue'),
  DraftPlanIssued: ignore,
  PlanIssued: (facts, record) => {
    issued(facts, record)
    facts.planStarts.push({ on: record.effectiveOn, reviewedFrom: record.effectiveOn })
  },
  CaseTransferredOut: turn('transferredOut'),
  MediationRequested: turn('mediation'),
  AppealLodged: turn('appealLodged'),
  AppealConcluded: (facts, record) => {
    const { outcome } = record.data
    if (outcome === 'assess' || outcome === 'issue') overturned(facts, record)
  },
  PlanBroughtForward: (facts, { effectiveOn, data }) => {
    facts.planStarts.push({ on: effectiveOn, reviewedFrom: data.issuedOn ?? effectiveOn })
  },
  PlanTransferredIn: (facts, { effectiveOn }) => {
    facts.planStarts.push({ on: effectiveOn, reviewedFrom: effectiveOn })
  },
  PlanTransferredOut: planEnds,
  ReviewMeetingHeld: (facts, { effectiveOn, data }) => {
    facts.meetings.push({ reviewId: data.reviewId, on: effectiveOn })
  },
  ReviewDecided: (facts, { effectiveOn, data }) => {
    facts.reviews.push({ reviewId: data.reviewId, on: effectiveOn })
  },
  AmendmentNoticeSent: ignore,
  AmendedPlanIssued: ignore,
  PlanAudited: (facts, { effectiveOn, data }) => {
    facts.audits.push({ grade: data.grade, on: effectiveOn })
  },
  PlanCeased: planEnds,
}
