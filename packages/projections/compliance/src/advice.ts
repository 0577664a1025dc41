/**
 * The advice of a case, from the request to its return, and where it counts by its kind.
 *
 * Source: SI 2014/1530 reg 6 and 8.
 */
import type { CivilDate, Law } from '@send-ledger/core'
import {
  type Counter,
  dayAfter,
  type Handlers,
  lastDayInTime,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import type { ComplianceMeasure } from './measures.js'

/** Advice that was requested. */
interface Advice {
  readonly adviceId: string
  readonly kind: string
  readonly requestedOn: CivilDate
}

/** What is known of the advice of one case. */
interface AdviceFacts {
  readonly advice: Advice[]
  readonly returns: { readonly adviceId: string; readonly on: CivilDate }[]
  /** Exceptions to the limit for advice, of one piece or of all. */
  readonly exceptions: { readonly on: CivilDate; readonly adviceId: string | undefined }[]
}

/** Whatever becomes of the case, its advice is owed until it is returned. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'RequestReceived' | 'RequestWithdrawn' | 'AssessmentAgreed' | 'AssessmentRefused'
  | 'PlanRefused' | 'DraftPlanIssued' | 'PlanIssued' | 'CaseTransferredOut' | 'MediationRequested'
  | 'AppealLodged' | 'AppealConcluded' | 'PlanBroughtForward' | 'PlanTransferredIn'
  | 'PlanTransferredOut' | 'ReviewMeetingHeld' | 'ReviewDecided' | 'AmendmentNoticeSent'
  | 'AmendedPlanIssued' | 'PlanAudited' | 'PlanCeased'

/** What each record leaves in the facts. */
const handlers: Handlers<AdviceFacts, 'case', Ignored> = {
  AdviceRequested: (facts, { effectiveOn, data }) => {
    const { adviceId, kind } = data
    facts.advice.push({ adviceId, kind, requestedOn: effectiveOn })
  },
  AdviceReturned: (facts, { effectiveOn, data }) => {
    facts.returns.push({ adviceId: data.adviceId, on: effectiveOn })
  },
  ExceptionApplied: (facts, { effectiveOn, data }) => {
    if (data.limit !== 'advice') return
    facts.exceptions.push({ on: effectiveOn, adviceId: data.adviceId })
  },
}

/** The measures of a kind of advice. */
const measuresFor = (kind: string) => ({
  requested: measure('adviceRequested', kind),
  returned: measure('adviceReturned', kind),
  inTime: measure('adviceInTime', kind),
  excused: measure('adviceExcused', kind),
  outstanding: measure('adviceOutstanding', kind),
  overdue: measure('adviceOverdue', kind),
})

/** Those made before: the catalogue knows few kinds. */
const byKind = new Map<string, ReturnType<typeof measuresFor>>()

/** The measures of a kind of advice. */
export const measuresOf = (kind: string) => {
  const measures = byKind.get(kind) ?? measuresFor(kind)
  if (!byKind.has(kind)) byKind.set(kind, measures)
  return measures
}

/** Says where the advice of a case counts. */
const countAdvice = (facts: AdviceFacts, count: Counter<ComplianceMeasure>, law: Law): void => {
  for (const advice of facts.advice) {
    const { adviceId, kind, requestedOn } = advice
    const of = measuresOf(kind)
    const lastDay = lastDayInTime(law, 'advice', requestedOn)
    const returnedOn = facts.returns.find((each) => each.adviceId === adviceId)?.on
    count.step(of.requested, requestedOn)
    count.during(of.outstanding, requestedOn, returnedOn)
    count.during(of.overdue, dayAfter(lastDay), returnedOn)
    if (returnedOn === undefined) continue
    count.step(of.returned, returnedOn)
    if (returnedOn <= lastDay) count.step(of.inTime, returnedOn)
    else if (isExcused(facts, advice, returnedOn)) {
      count.step(of.excused, returnedOn)
    }
  }
}

/** An exception of the limit for advice excuses the piece it names, or each of the case. */
const isExcused = (
  { exceptions }: AdviceFacts,
  { adviceId }: Advice,
  returnedOn: Advice['requestedOn'],
): boolean =>
  exceptions.some(
    (each) => each.on <= returnedOn && (each.adviceId === undefined || each.adviceId === adviceId),
  )

/** Folds the advice of cases. */
export const adviceProjection: Projection<AdviceFacts, 'case', ComplianceMeasure, Ignored> = {
  name: 'advice',
  version: 1,
  category: 'case',
  initial: () => ({ advice: [], returns: [], exceptions: [] }),
  on: handlers,
  steps: countAdvice,
}
