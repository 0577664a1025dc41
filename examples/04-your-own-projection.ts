/**
 * Write your own projection: handlers, steps and a view. This one counts draft plans that wait to
 * become final.
 */
// #region projection
import type { CivilDate, View } from '@send-ledger/core'
import { type Handlers, ignore, type Projection, type Sum } from '@send-ledger/core/projection'

interface DraftFacts {
  draftOn: CivilDate | undefined
  finalOn: CivilDate | undefined
}

/** Every type of the category has a handler: a new type does not compile until it is thought of. */
const on: Handlers<DraftFacts, 'case'> = {
  DraftPlanIssued: (facts, { effectiveOn }) => {
    facts.draftOn ??= effectiveOn
  },
  PlanIssued: (facts, { effectiveOn }) => {
    facts.finalOn = effectiveOn
  },
  RequestReceived: ignore,
  RequestWithdrawn: ignore,
  AssessmentAgreed: ignore,
  AssessmentRefused: ignore,
  AdviceRequested: ignore,
  AdviceReturned: ignore,
  ExceptionApplied: ignore,
  PlanRefused: ignore,
  CaseTransferredOut: ignore,
  MediationRequested: ignore,
  AppealLodged: ignore,
  AppealConcluded: ignore,
  PlanBroughtForward: ignore,
  PlanTransferredIn: ignore,
  PlanTransferredOut: ignore,
  ReviewMeetingHeld: ignore,
  ReviewDecided: ignore,
  AmendmentNoticeSent: ignore,
  AmendedPlanIssued: ignore,
  PlanAudited: ignore,
  PlanCeased: ignore,
}

const drafts: Projection<DraftFacts, 'case', 'waiting'> = {
  name: 'drafts',
  version: 1,
  category: 'case',
  initial: () => ({ draftOn: undefined, finalOn: undefined }),
  on,
  steps: ({ draftOn, finalOn }, count) => {
    if (draftOn) count.during('waiting', draftOn, finalOn)
  },
}

export const draftsView: View<'waiting', object, { readonly waiting: Sum }> = {
  name: 'drafts',
  version: 1,
  projections: [drafts],
  usesLaw: false,
  defaults: {},
  answer: (read) => ({ waiting: read.at('waiting') }),
}
// #endregion projection
