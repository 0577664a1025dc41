/**
 * Write your own projection: handlers, steps and a view. This one counts draft plans that wait to
 * become final.
 */
// #region projection
import type { CivilDate, View } from '@send-ledger/core'
import type { Handlers, Projection, Sum } from '@send-ledger/core/projection'

interface DraftFacts {
  draftOn: CivilDate | undefined
  finalOn: CivilDate | undefined
}

/** Left aside. A new type of the category does not compile until it is handled or listed here. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'RequestReceived' | 'RequestWithdrawn' | 'AssessmentAgreed' | 'AssessmentRefused'
  | 'AdviceRequested' | 'AdviceReturned' | 'ExceptionApplied' | 'PlanRefused'
  | 'CaseTransferredOut' | 'MediationRequested' | 'AppealLodged' | 'AppealConcluded'
  | 'PlanBroughtForward' | 'PlanTransferredIn' | 'PlanTransferredOut' | 'ReviewMeetingHeld'
  | 'ReviewDecided' | 'AmendmentNoticeSent' | 'AmendedPlanIssued' | 'PlanAudited' | 'PlanCeased'

/** What each record leaves in the facts. */
const on: Handlers<DraftFacts, 'case', Ignored> = {
  DraftPlanIssued: (facts, { effectiveOn }) => {
    facts.draftOn ??= effectiveOn
  },
  PlanIssued: (facts, { effectiveOn }) => {
    facts.finalOn = effectiveOn
  },
}

const drafts: Projection<DraftFacts, 'case', 'waiting', Ignored> = {
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
