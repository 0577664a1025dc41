/**
 * The plan of a case: while it is maintained, at its reviews and its audits.
 *
 * Source: Children and Families Act 2014 s.44; SI 2014/1530 reg 20(10).
 */
import type { CivilDate, Law, LedgerRecord } from '@send-ledger/core'
import {
  type Counter,
  dayAfter,
  type Handlers,
  lastDayInTime,
  later,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import { first } from './first.js'
import type { ComplianceMeasure } from './measures.js'

/** A day on which a plan started to be maintained here, and from when its reviews are counted. */
interface PlanStart {
  readonly on: CivilDate
  readonly reviewedFrom: CivilDate
}

/** A review's meeting, or the decision on it. */
interface ReviewStage {
  readonly reviewId: string
  readonly on: CivilDate
}

/** What is known of the plan of one case. */
interface PlanFacts {
  readonly starts: PlanStart[]
  readonly ends: CivilDate[]
  readonly meetings: ReviewStage[]
  readonly reviews: ReviewStage[]
  readonly audits: { readonly grade: string; readonly on: CivilDate }[]
}

const starts = (facts: PlanFacts, { effectiveOn }: LedgerRecord): void => {
  facts.starts.push({ on: effectiveOn, reviewedFrom: effectiveOn })
}

const ends = (facts: PlanFacts, { effectiveOn }: LedgerRecord): void => {
  facts.ends.push(effectiveOn)
}

/** What comes before a plan, and what does not change whether it is maintained. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'RequestReceived' | 'RequestWithdrawn' | 'AssessmentAgreed' | 'AssessmentRefused'
  | 'AdviceRequested' | 'AdviceReturned' | 'ExceptionApplied' | 'PlanRefused' | 'DraftPlanIssued'
  | 'CaseTransferredOut' | 'MediationRequested' | 'AppealLodged' | 'AppealConcluded'
  | 'AmendmentNoticeSent' | 'AmendedPlanIssued'

/** What each record leaves in the facts. */
const handlers: Handlers<PlanFacts, 'case', Ignored> = {
  PlanIssued: starts,
  PlanBroughtForward: (facts, { effectiveOn, data }) => {
    const reviewedFrom = data.issuedOn ?? effectiveOn
    facts.starts.push({ on: effectiveOn, reviewedFrom })
  },
  PlanTransferredIn: starts,
  PlanTransferredOut: ends,
  ReviewMeetingHeld: (facts, { effectiveOn, data }) => {
    facts.meetings.push({ reviewId: data.reviewId, on: effectiveOn })
  },
  ReviewDecided: (facts, { effectiveOn, data }) => {
    facts.reviews.push({ reviewId: data.reviewId, on: effectiveOn })
  },
  PlanAudited: (facts, { effectiveOn, data }) => {
    facts.audits.push({ grade: data.grade, on: effectiveOn })
  },
  PlanCeased: ends,
}

type Count = Counter<ComplianceMeasure>

/** Says where the plan of a case counts. */
const countPlan = (facts: PlanFacts, count: Count, law: Law): void => {
  const start = facts.starts[0]
  if (start !== undefined) {
    const endedOn = first(...facts.ends)
    count.during('plans', start.on, endedOn)
    count.step('planStarted', start.on)
    if (endedOn !== undefined) count.step('planEnded', later(start.on, endedOn))
    countDueReviews(facts, start, endedOn, count, law)
  }
  countReviews(facts, count, law)
  for (const { grade, on } of facts.audits) count.step(measure('audits', grade), on)
}

/** A review falls due 12 months after the plan, or the last review, while the plan lasts. */
const countDueReviews = (
  { reviews }: PlanFacts,
  start: PlanStart,
  endedOn: CivilDate | undefined,
  count: Count,
  law: Law,
): void => {
  const decided = reviews.map(({ on }) => on).sort()
  const turns = [start.reviewedFrom, ...decided]
  turns.forEach((from, i) => {
    const dueOn = lastDayInTime(law, 'annualReview', from)
    // What fell due before the plan came to be maintained here was not due here.
    const isDueHere = dueOn >= start.on && (endedOn === undefined || dueOn <= endedOn)
    if (isDueHere) count.step('reviewsDue', dueOn)
    const overdueFrom = dayAfter(dueOn)
    const until = first(decided[i], endedOn)
    count.during('reviewsOverdue', later(overdueFrom, start.on), until)
  })
}

const countReviews = ({ meetings, reviews }: PlanFacts, count: Count, law: Law): void => {
  for (const { on } of meetings) count.step('reviewsHeld', on)
  for (const { reviewId, on } of reviews) {
    count.step('reviewsDecided', on)
    const meeting = meetings.find((each) => each.reviewId === reviewId)
    if (meeting && on <= lastDayInTime(law, 'reviewDecision', meeting.on)) {
      count.step('reviewsDecidedInTime', on)
    }
  }
}

/** Folds the plans of cases. */
export const planProjection: Projection<PlanFacts, 'case', ComplianceMeasure, Ignored> = {
  name: 'plan',
  version: 1,
  category: 'case',
  initial: () => ({ starts: [], ends: [], meetings: [], reviews: [], audits: [] }),
  on: handlers,
  steps: countPlan,
}
