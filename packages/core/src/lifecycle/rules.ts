/**
 * The life cycles of every category but the case.
 */
import type { Category } from '../events/category.js'
import type { LedgerRecord } from '../events/record.js'
import { caseRules } from './case.js'
import { answers, isOf, nothingAfter, once, type PathRule, startsWith, uniqueId } from './path.js'

/** Absences follow one another: each ends before the next starts. */
const absencesApart: PathRule = {
  name: 'absences-apart',
  because: 'Absences of a worker may not overlap, and only an absence that has started can end.',
  broken: (path) => {
    let absence: LedgerRecord | undefined
    for (const record of path.filter(isOf('AbsenceStarted', 'AbsenceEnded'))) {
      const starts = record.type === 'AbsenceStarted'
      if (starts === (absence !== undefined)) return { record, against: absence }
      absence = starts ? record : undefined
    }
    return undefined
  },
}

/** The rules of a subject's path, by category. */
export const pathRules: Readonly<Record<Category, readonly PathRule[]>> = {
  case: caseRules,
  programme: [
    once('established-once', 'ProgrammeEstablished'),
    uniqueId('AreaOfConcernIdentified', 'areaId'),
    uniqueId('WorkstreamEstablished', 'workstreamId'),
  ],
  action: [
    startsWith('ActionAgreed'),
    once('starts-once', 'ActionAgreed'),
    uniqueId('EvidenceRecorded', 'evidenceId'),
    nothingAfter('nothing-after-withdrawal', 'ActionWithdrawn'),
  ],
  measure: [startsWith('MeasureDefined'), once('starts-once', 'MeasureDefined')],
  oversight: [
    startsWith('MonitoringVisitHeld', 'ReportPresented'),
    uniqueId('FeedbackGiven', 'feedbackId'),
    answers('FeedbackAnswered', 'FeedbackGiven', 'feedbackId'),
    uniqueId('RecommendationMade', 'recommendationId'),
    answers('RecommendationAnswered', 'RecommendationMade', 'recommendationId'),
  ],
  risk: [
    startsWith('RiskRaised'),
    once('starts-once', 'RiskRaised'),
    uniqueId('MitigationAgreed', 'mitigationId'),
  ],
  post: [startsWith('PostEstablished'), once('starts-once', 'PostEstablished')],
  worker: [
    startsWith('WorkerStarted'),
    once('starts-once', 'WorkerStarted'),
    once('left-once', 'WorkerLeft'),
    nothingAfter('nothing-after-leaving', 'WorkerLeft'),
    once('induction-once', 'InductionCompleted'),
    absencesApart,
  ],
  ledger: [],
}
