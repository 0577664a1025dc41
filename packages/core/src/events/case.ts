/**
 * A case: one path from a request, or a plan brought in, to its end.
 */
import type * as t from 'io-ts'
import { ahead, eventOf } from './event.js'
import { code, date, localId, percentage, text } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('case')
const announced = eventOf('case', ahead)

/**
 * A request for an EHC needs assessment reached the authority, or it became responsible: day 0 of
 * the 6, 16 and 20 weeks.
 *
 * Source: Children and Families Act 2014 s.24, s.36; SI 2014/1530 reg 5(1), 10(1), 13(2).
 */
export const RequestReceived = event('RequestReceived', 1, {
  requestedBy: code('parent', 'youngPerson', 'school', 'health', 'socialCare', 'other'),
  startedBy: code('request', 'responsibility'),
  personRef: optional(localId),
})
export type RequestReceived = t.TypeOf<typeof RequestReceived>

/** The request was withdrawn, or ceased before a decision. */
export const RequestWithdrawn = event('RequestWithdrawn', 1, { reason: optional(text) })
export type RequestWithdrawn = t.TypeOf<typeof RequestWithdrawn>

/** The family was notified that the authority will assess. Source: SI 2014/1530 reg 5(1). */
export const AssessmentAgreed = event('AssessmentAgreed', 1, {})
export type AssessmentAgreed = t.TypeOf<typeof AssessmentAgreed>

/** The family was notified that the authority will not assess. Source: SI 2014/1530 reg 5(1). */
export const AssessmentRefused = event('AssessmentRefused', 1, { reason: optional(text) })
export type AssessmentRefused = t.TypeOf<typeof AssessmentRefused>

/** A body received the authority's request for advice. Source: SI 2014/1530 reg 6, 8(1). */
export const AdviceRequested = event('AdviceRequested', 1, {
  adviceId: localId,
  kind: code(
    'parent',
    'school',
    'health',
    'educationalPsychology',
    'socialCare',
    'youngPersonPreparation',
    'sensoryImpairment',
    'other',
  ),
  provider: optional(text),
})
export type AdviceRequested = t.TypeOf<typeof AdviceRequested>

/** The advice was received. Source: SI 2014/1530 reg 8(1). */
export const AdviceReturned = event('AdviceReturned', 1, { adviceId: localId })
export type AdviceReturned = t.TypeOf<typeof AdviceReturned>

/**
 * An exception to a time limit was relied on. It disapplies the limit; it neither pauses nor
 * extends it.
 *
 * Source: SI 2014/1530 reg 5(4), 8(2), 10(4), 13(3); SI 2020/471.
 */
export const ExceptionApplied = event(
  'ExceptionApplied',
  1,
  {
    limit: code('decision', 'advice', 'refusal', 'finalPlan'),
    ground: code(
      'schoolClosed',
      'earlyYearsClosed',
      'personalCircumstances',
      'absentFromArea',
      'missedAppointment',
      'coronavirus',
      'notStated',
    ),
    adviceId: optional(localId),
    reason: optional(text),
  },
  {
    condition: ({ limit, adviceId }) =>
      adviceId !== undefined && limit !== 'advice'
        ? 'names adviceId, which belongs to the limit advice only'
        : undefined,
  },
)
export type ExceptionApplied = t.TypeOf<typeof ExceptionApplied>

/** The family was notified that there will be no plan. Source: SI 2014/1530 reg 10(1). */
export const PlanRefused = event('PlanRefused', 1, { reason: optional(text) })
export type PlanRefused = t.TypeOf<typeof PlanRefused>

/** The draft plan was served. Source: SI 2014/1530 reg 13(1). */
export const DraftPlanIssued = event('DraftPlanIssued', 1, {})
export type DraftPlanIssued = t.TypeOf<typeof DraftPlanIssued>

/** The final plan was sent: ends the 20 weeks. Source: SI 2014/1530 reg 13(2). */
export const PlanIssued = event('PlanIssued', 1, { settingKind: optional(text) })
export type PlanIssued = t.TypeOf<typeof PlanIssued>

/** The child moved before there was a plan; another authority is responsible. */
export const CaseTransferredOut = event('CaseTransferredOut', 1, { toAuthority: optional(text) })
export type CaseTransferredOut = t.TypeOf<typeof CaseTransferredOut>

const matter = code('assess', 'issue', 'contents', 'cease')

/** The family asked for mediation. Source: Children and Families Act 2014 s.52. */
export const MediationRequested = event('MediationRequested', 1, { about: matter })
export type MediationRequested = t.TypeOf<typeof MediationRequested>

/** An appeal was registered by the First-tier Tribunal. Source: 2014 Act s.51. */
export const AppealLodged = event('AppealLodged', 1, { appealId: localId, about: matter })
export type AppealLodged = t.TypeOf<typeof AppealLodged>

/** The appeal ended: order, agreement or withdrawal. Source: SI 2014/1530 reg 43, 44. */
export const AppealConcluded = event('AppealConcluded', 1, {
  appealId: localId,
  outcome: code('dismissed', 'withdrawn', 'conceded', 'assess', 'issue', 'amend', 'maintain'),
})
export type AppealConcluded = t.TypeOf<typeof AppealConcluded>

/** The plan was maintained when the ledger opened, on this day. */
export const PlanBroughtForward = event('PlanBroughtForward', 1, { issuedOn: optional(date) })
export type PlanBroughtForward = t.TypeOf<typeof PlanBroughtForward>

/** The child moved in with a plan. Source: SI 2014/1530 reg 15. */
export const PlanTransferredIn = event('PlanTransferredIn', 1, { fromAuthority: optional(text) })
export type PlanTransferredIn = t.TypeOf<typeof PlanTransferredIn>

/** The child moved out with the plan. Source: SI 2014/1530 reg 15. */
export const PlanTransferredOut = event('PlanTransferredOut', 1, { toAuthority: optional(text) })
export type PlanTransferredOut = t.TypeOf<typeof PlanTransferredOut>

/** The annual review meeting was held. Source: SI 2014/1530 reg 20. */
export const ReviewMeetingHeld = event('ReviewMeetingHeld', 1, { reviewId: localId })
export type ReviewMeetingHeld = t.TypeOf<typeof ReviewMeetingHeld>

/** The family was notified of the decision on the review. Source: SI 2014/1530 reg 20(10). */
export const ReviewDecided = event('ReviewDecided', 1, {
  reviewId: localId,
  decision: code('maintain', 'amend', 'cease'),
})
export type ReviewDecided = t.TypeOf<typeof ReviewDecided>

/** The proposed amendments were served. Source: SI 2014/1530 reg 22(2). */
export const AmendmentNoticeSent = event('AmendmentNoticeSent', 1, { reviewId: optional(localId) })
export type AmendmentNoticeSent = t.TypeOf<typeof AmendmentNoticeSent>

/** The amended final plan was sent. Source: SI 2014/1530 reg 22(3). */
export const AmendedPlanIssued = event('AmendedPlanIssued', 1, { reviewId: optional(localId) })
export type AmendedPlanIssued = t.TypeOf<typeof AmendedPlanIssued>

/** The quality of a plan was audited. */
export const PlanAudited = event('PlanAudited', 1, {
  framework: text,
  grade: code('outstanding', 'good', 'requiresImprovement', 'inadequate'),
  scorePercent: optional(percentage),
})
export type PlanAudited = t.TypeOf<typeof PlanAudited>

/** The plan ended. Source: Children and Families Act 2014 s.45; SI 2014/1530 reg 29 to 31. */
export const PlanCeased = announced('PlanCeased', 1, {
  reason: code(
    'maxAge',
    'needsMet',
    'higherEducation',
    'employment',
    'transferred',
    'disengaged',
    'leftEngland',
    'deceased',
    'other',
  ),
})
export type PlanCeased = t.TypeOf<typeof PlanCeased>
