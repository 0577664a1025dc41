/**
 * Where the plan of a case counts: while it is maintained, at its reviews and its audits.
 *
 * Source: Children and Families Act 2014 s.44; SI 2014/1530 reg 20(10).
 */
import type { CivilDate } from '@send-ledger/core'
import {
  type Counter,
  dayAfter,
  type Law,
  lastDayInTime,
  later,
  measure,
} from '@send-ledger/core/projection'
import type { CaseFacts, PlanStart } from './facts.js'
import { first } from './first.js'
import type { ComplianceMeasure } from './measures.js'

type Count = Counter<ComplianceMeasure>

/** Says where the plan of a case counts. */
export const countPlan = (facts: CaseFacts, count: Count, law: Law): void => {
  const start = facts.planStarts[0]
  if (start !== undefined) {
    const endedOn = first(...facts.planEnds)
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
  { reviews }: CaseFacts,
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

const countReviews = ({ meetings, reviews }: CaseFacts, count: Count, law: Law): void => {
  for (const { on } of meetings) count.step('reviewsHeld', on)
  for (const { reviewId, on } of reviews) {
    count.step('reviewsDecided', on)
    const meeting = meetings.find((each) => each.reviewId === reviewId)
    if (meeting && on <= lastDayInTime(law, 'reviewDecision', meeting.on)) {
      count.step('reviewsDecidedInTime', on)
    }
  }
}
