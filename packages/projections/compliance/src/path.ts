/**
 * The path of a case: its dated turns and the exceptions to its 20 weeks, and where it counts.
 */
import type { CivilDate, LedgerRecord } from '@send-ledger/core'
import type { Dated, Handlers, Projection } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { ComplianceMeasure } from './measures.js'
import { pathSteps } from './steps.js'

/** What moves a case along its path. */
export type Turn =
  | 'requested'
  | 'withdrawn'
  | 'agreed'
  | 'refusedToAssess'
  | 'refusedToIssue'
  | 'drafted'
  | 'issued'
  | 'transferredOut'
  | 'mediation'
  | 'appealLodged'
  | 'ordered'
  | 'conceded'

/** One turn of the path. */
export interface Milestone extends Dated {
  readonly turn: Turn
  /** Of the turns of an appeal. */
  readonly appealId?: string
  /** What was appealed against, of the lodging of an appeal. */
  readonly about?: EventData<'AppealLodged'>['about']
}

/** What is known of the path of one case. */
export interface PathFacts {
  readonly milestones: Milestone[]
  /** The days on which an exception to the 20 weeks was relied on. */
  readonly exceptions: CivilDate[]
  /** The days on which a plan made elsewhere, or before the ledger, came to be maintained here. */
  readonly arrivals: CivilDate[]
}

const turn =
  (name: Turn) =>
  (facts: PathFacts, { effectiveOn, position }: LedgerRecord): void => {
    facts.milestones.push({ turn: name, on: effectiveOn, position })
  }

const arrival = (facts: PathFacts, { effectiveOn }: LedgerRecord): void => {
  facts.arrivals.push(effectiveOn)
}

/** What happens to advice, and to a plan once it is there, is no turn of the path. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'AdviceRequested' | 'AdviceReturned' | 'PlanTransferredOut' | 'ReviewMeetingHeld'
  | 'ReviewDecided' | 'AmendmentNoticeSent' | 'AmendedPlanIssued' | 'PlanAudited' | 'PlanCeased'

/** What each record leaves in the facts. */
const handlers: Handlers<PathFacts, 'case', Ignored> = {
  RequestReceived: turn('requested'),
  RequestWithdrawn: turn('withdrawn'),
  AssessmentAgreed: turn('agreed'),
  AssessmentRefused: turn('refusedToAssess'),
  ExceptionApplied: (facts, { effectiveOn, data }) => {
    if (data.limit === 'finalPlan') facts.exceptions.push(effectiveOn)
  },
  PlanRefused: turn('refusedToIssue'),
  DraftPlanIssued: turn('drafted'),
  PlanIssued: turn('issued'),
  CaseTransferredOut: turn('transferredOut'),
  MediationRequested: turn('mediation'),
  AppealLodged: (facts, { effectiveOn, position, data }) => {
    const { appealId, about } = data
    facts.milestones.push({ turn: 'appealLodged', on: effectiveOn, position, appealId, about })
  },
  AppealConcluded: (facts, { effectiveOn, position, data: { outcome, appealId } }) => {
    const concluded = { on: effectiveOn, position, appealId }
    if (outcome === 'conceded') facts.milestones.push({ turn: 'conceded', ...concluded })
    if (outcome === 'assess' || outcome === 'issue') {
      facts.milestones.push({ turn: 'ordered', ...concluded })
    }
  },
  PlanBroughtForward: arrival,
  PlanTransferredIn: arrival,
}

/** Folds the paths of cases. */
export const pathProjection: Projection<PathFacts, 'case', ComplianceMeasure, Ignored> = {
  name: 'path',
  version: 3,
  category: 'case',
  initial: () => ({ milestones: [], exceptions: [], arrivals: [] }),
  on: handlers,
  steps: pathSteps,
}
