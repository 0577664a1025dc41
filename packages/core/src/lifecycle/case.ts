/**
 * The life cycle of a case.
 */
import type { LedgerRecord } from '../ledger/record.js'
import {
  answers,
  isOf,
  needsBefore,
  once,
  type Path,
  type PathRule,
  startsWith,
  uniqueId,
} from './path.js'

const starts = ['RequestReceived', 'PlanBroughtForward', 'PlanTransferredIn'] as const

const isPlan = isOf('PlanIssued', 'PlanBroughtForward', 'PlanTransferredIn')

const isMediation = isOf('MediationRequested')
const isAgreed = isOf('AssessmentAgreed')
const isIssued = isOf('PlanIssued')
const isRefusal = isOf('AssessmentRefused', 'PlanRefused')
const isEnd = isOf('RequestWithdrawn', 'CaseTransferredOut')
const isAppealEnd = isOf('AppealConcluded')

/** An order or agreement that an assessment, or a plan, there must be after all. */
const isOverturning = (record: LedgerRecord): boolean =>
  isAppealEnd(record) && ['assess', 'issue', 'conceded'].includes(record.data.outcome)

const isDecision = isOf('AssessmentAgreed', 'AssessmentRefused')

/** Decisions on one request: the first, and one more after mediation or an appeal. */
const decidedOnce: PathRule = {
  name: 'decision-once',
  because:
    'Whether to assess is decided once, and once more only after mediation or an appeal changes the outcome.',
  broken: (path) => {
    const [first, second, third] = path.filter(isDecision)
    if (first === undefined || second === undefined) return undefined
    if (third) return { record: third, against: second }
    const between = path.slice(path.indexOf(first), path.indexOf(second))
    const reopened = between.some((record) => isMediation(record) || isOverturning(record))
    return reopened ? undefined : { record: second, against: first }
  },
}

const adviceNeedsAssessment = needsBefore(
  'advice-needs-assessment',
  "AdviceRequested needs AssessmentAgreed, or a tribunal's order to assess, before it.",
  ['AdviceRequested'],
  (record) => isAgreed(record) || (isAppealEnd(record) && record.data.outcome === 'assess'),
)

const planNeedsRequest = needsBefore(
  'plan-needs-request',
  'PlanIssued needs a RequestReceived before it.',
  ['PlanIssued'],
  isOf('RequestReceived'),
)

/** A refusal stands unless what comes after it, and before the plan, overturns it. */
const isOverturned = (refusal: LedgerRecord, after: Path): boolean => {
  if (after.some(isOverturning)) return true
  const mediation = after.findIndex(isMediation)
  if (mediation < 0) return false
  return refusal.type === 'PlanRefused' || after.slice(mediation).some(isAgreed)
}

/** No plan is issued on a path that has ended otherwise. */
const planNeedsOpenCase: PathRule = {
  name: 'plan-needs-open-case',
  because:
    'PlanIssued may not follow RequestWithdrawn, CaseTransferredOut, or a refusal that mediation or an appeal has not overturned.',
  broken: (path) => {
    const at = path.findIndex(isIssued)
    const plan = path[at]
    if (plan === undefined) return undefined
    const before = path.slice(0, at)
    const end = before.find(
      (record, i) =>
        isEnd(record) || (isRefusal(record) && !isOverturned(record, before.slice(i + 1))),
    )
    return end && { record: plan, against: end }
  },
}

const needsPlan = needsBefore(
  'needs-plan',
  'Reviews, amendments, audits and the end of a plan need a plan before them.',
  [
    'PlanCeased',
    'PlanTransferredOut',
    'ReviewMeetingHeld',
    'ReviewDecided',
    'AmendmentNoticeSent',
    'AmendedPlanIssued',
    'PlanAudited',
  ],
  isPlan,
)

/** The rules of a case's path. */
export const caseRules: readonly PathRule[] = [
  startsWith(...starts),
  once('starts-once', ...starts),
  decidedOnce,
  adviceNeedsAssessment,
  uniqueId('AdviceRequested', 'adviceId'),
  uniqueId('AdviceReturned', 'adviceId'),
  answers('AdviceReturned', 'AdviceRequested', 'adviceId'),
  once('plan-issued-once', 'PlanIssued'),
  planNeedsRequest,
  planNeedsOpenCase,
  needsPlan,
  uniqueId('AppealLodged', 'appealId'),
  uniqueId('ReviewMeetingHeld', 'reviewId'),
]
