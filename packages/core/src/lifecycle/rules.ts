/**
 * The life cycles of every category but the case.
 */
import type { Category } from '../events/category.js'
import { isOf, type LedgerRecord } from '../events/record.js'
import { caseRules } from './case.js'
import {
  answers,
  noneLater,
  nothingAfter,
  once,
  type PathRule,
  startsWith,
  uniqueId,
} from './path.js'
import { programmeRules } from './programme.js'

const since = '0.2.0'

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

/** A risk that comes back is raised anew. */
const nothingOfClosedRisk: PathRule = {
  ...noneLater(
    'nothing-after-closing',
    'A risk may not be reassessed, nor a mitigation agreed, after it was closed; raise it anew.',
    ['RiskReassessed', 'MitigationAgreed'],
    isOf('RiskClosed'),
  ),
  since,
}

/** An offer may become known to have fallen through after the post has gone. */
const nothingOfFormerPost: PathRule = {
  ...noneLater(
    'nothing-after-disestablishment',
    'A post may not be changed, advertised or offered after it was disestablished.',
    ['PostChanged', 'PostAdvertised', 'AppointmentOffered'],
    isOf('PostDisestablished'),
  ),
  since,
}

/** Each appointment that falls through was offered. */
const fallsThroughOnce: PathRule = {
  name: 'falls-through-once',
  because:
    'AppointmentFellThrough needs an AppointmentOffered before it that has not fallen through.',
  since,
  broken: (path) => {
    let offers = 0
    let against: LedgerRecord | undefined
    for (const record of path) {
      if (record.type === 'AppointmentOffered') offers += 1
      if (record.type !== 'AppointmentFellThrough') continue
      if (offers === 0) return { record, against }
      offers -= 1
      against = record
    }
    return undefined
  },
}

/** What is recorded elsewhere would not be found by those who look for it. */
const inMainStream: PathRule = {
  name: 'in-main-stream',
  because: 'What is about the ledger itself is recorded in the stream ledger-main.',
  since,
  broken: (path) => {
    const record = path.find(({ stream }) => stream !== 'ledger-main')
    return record && { record }
  },
}

/** The rules of a subject's path, by category. */
export const pathRules: Readonly<Record<Category, readonly PathRule[]>> = {
  case: caseRules,
  programme: programmeRules,
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
    { ...once('visit-once', 'MonitoringVisitHeld'), since },
  ],
  risk: [
    startsWith('RiskRaised'),
    once('starts-once', 'RiskRaised'),
    uniqueId('MitigationAgreed', 'mitigationId'),
    { ...once('closed-once', 'RiskClosed'), since },
    nothingOfClosedRisk,
  ],
  post: [
    startsWith('PostEstablished'),
    once('starts-once', 'PostEstablished'),
    { ...once('disestablished-once', 'PostDisestablished'), since },
    nothingOfFormerPost,
    fallsThroughOnce,
  ],
  worker: [
    startsWith('WorkerStarted'),
    once('starts-once', 'WorkerStarted'),
    once('left-once', 'WorkerLeft'),
    nothingAfter('nothing-after-leaving', 'WorkerLeft'),
    once('induction-once', 'InductionCompleted'),
    absencesApart,
  ],
  ledger: [inMainStream],
}

/**
 * The rules of each category, by name and in words: what a subject's next record may be.
 *
 * @example
 * import { lifeCycles } from '@send-ledger/core/records'
 *
 * assert.ok(lifeCycles.case.some(({ name }) => name === 'plan-needs-open-case'))
 */
export const lifeCycles: Readonly<
  Record<Category, readonly Pick<PathRule, 'name' | 'because' | 'since'>[]>
> = pathRules
