/**
 * Oversight and risks: what was said, what waits for an answer and for how long, and the risks.
 */
import type { CivilDate } from '@send-ledger/core'
import { daysBetween, measure, type Reader, type Sum } from '@send-ledger/core/projection'
import { feedbackOpen, recommendationOpen, report } from './facts.js'
import type { WsoaMeasure } from './measures.js'
import { inOrderOf } from './text.js'

type Read = Reader<WsoaMeasure>

/** Something said on a visit or at a meeting that waits for its answer. */
export interface Unanswered {
  /** The stream of the visit, meeting or report. */
  readonly oversight: string
  readonly id: string
  readonly on: CivilDate
  readonly daysOpen: number
}

/** A report presented. */
export interface Presented {
  readonly oversight: string
  readonly on: CivilDate
  readonly title: string
  readonly to: string
}

/** Visits, feedback, recommendations and reports. */
export interface OversightFigures {
  readonly visits: Sum
  readonly feedback: {
    readonly given: Sum
    readonly answered: Sum
    readonly unanswered: readonly Unanswered[]
  }
  readonly recommendations: {
    readonly made: Sum
    readonly answered: Sum
    readonly unanswered: readonly Unanswered[]
  }
  readonly reports: readonly Presented[]
}

/** Risks by state; `byScore` of those open, the highest first. */
export interface RiskFigures {
  readonly open: Sum
  readonly closed: Sum
  /** Open, with a mitigation agreed. */
  readonly mitigated: Sum
  readonly byScore: readonly { readonly score: number; readonly count: Sum }[]
}

/** The figures of oversight. */
export const oversight = (read: Read): OversightFigures => ({
  visits: read.at('visits'),
  feedback: {
    given: read.at('feedbackGiven'),
    answered: read.at('feedbackAnswered'),
    unanswered: unanswered(read, feedbackOpen),
  },
  recommendations: {
    made: read.at('recommendationsMade'),
    answered: read.at('recommendationsAnswered'),
    unanswered: unanswered(read, recommendationOpen),
  },
  reports: inOrderOf(
    read.facts(report).map(({ subject: oversight, value }) => ({ oversight, ...value })),
    ({ on, oversight, title, to }) => [on, oversight, title, to],
  ),
})

const unanswered = (read: Read, kind: typeof feedbackOpen): readonly Unanswered[] =>
  inOrderOf(
    read.facts(kind).map(({ subject: oversight, value: { on, id } }) => ({
      oversight,
      id,
      on,
      daysOpen: daysBetween(on, read.asAt),
    })),
    ({ on, oversight, id }) => [on, oversight, id],
  )

/** The figures of risks. */
export const risks = (read: Read): RiskFigures => ({
  open: read.at('risksOpen'),
  closed: read.at('risksClosed'),
  mitigated: read.at('risksMitigated'),
  byScore: read
    .dimensions('riskScore')
    .map(([score = '']) => ({ score: Number(score), count: read.at(measure('riskScore', score)) }))
    .sort((a, b) => b.score - a.score),
})
