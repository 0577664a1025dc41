/**
 * The life cycle of a case.
 */
import { isOf, type LedgerRecord } from '../events/record.js'
import { EndOfCase, isEnd } from './end-of-case.js'
import {
  answers,
  type Break,
  needsBefore,
  noneLater,
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
  (record) => isAgreed(record) || isOverturning(record),
)

const planNeedsRequest = needsBefore(
  'plan-needs-request',
  'PlanIssued needs a RequestReceived before it.',
  ['PlanIssued'],
  isOf('RequestReceived'),
)

/** A plan that came from elsewhere ends by its own events; it may be assessed again. */
const endsNeedRequest: PathRule = {
  ...needsBefore(
    'ends-need-request',
    'RequestWithdrawn, PlanRefused and CaseTransferredOut need a RequestReceived before them.',
    ['RequestWithdrawn', 'PlanRefused', 'CaseTransferredOut'],
    isOf('RequestReceived'),
  ),
  since: '0.2.0',
}

/** What ended a case where it was not open, and the record that needs it open. */
const brokenEnd = (path: Path, needsOpen: (record: LedgerRecord) => boolean): Break | undefined => {
  const ended = new EndOfCase()
  for (const record of path) {
    ended.openAgainBy(record)
    const against = ended.by
    if (against && needsOpen(record)) return { record, against }
    ended.endBy(record)
  }
  return undefined
}

/** No plan is issued on a path that has ended otherwise. */
const planNeedsOpenCase: PathRule = {
  name: 'plan-needs-open-case',
  because:
    'PlanIssued may not follow RequestWithdrawn, CaseTransferredOut, or a refusal that mediation or an appeal has not overturned.',
  broken: (path) => brokenEnd(path, isIssued),
}

/** A case that has ended ends no second time, unless it was opened again. */
const endsOnce: PathRule = {
  name: 'ends-once',
  because:
    'A case that has ended (withdrawn, refused, plan issued, transferred out) may not end again unless mediation or an appeal has opened it again.',
  since: '0.2.0',
  broken: (path) => brokenEnd(path, isEnd),
}

const planEndsOnce: PathRule = {
  ...once('plan-ends-once', 'PlanCeased', 'PlanTransferredOut'),
  since: '0.2.0',
}

/** A plan that has ended is reviewed and amended no more. An audit may come later. */
const nothingOfEndedPlan: PathRule = {
  ...noneLater(
    'nothing-after-plan-end',
    'Reviews and amendments of a plan may not be dated after it ceased or moved away.',
    ['ReviewMeetingHeld', 'ReviewDecided', 'AmendmentNoticeSent', 'AmendedPlanIssued'],
    isOf('PlanCeased', 'PlanTransferredOut'),
  ),
  since: '0.2.0',
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
  endsOnce,
  needsPlan,
  planEndsOnce,
  nothingOfEndedPlan,
  uniqueId('AppealLodged', 'appealId'),
  uniqueId('ReviewMeetingHeld', 'reviewId'),
  endsNeedRequest,
]
