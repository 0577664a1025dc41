/**
 * Oversight: visits and reports, and what was said and answered at them.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import type { Counter, Projection } from '@send-ledger/core/projection'
import { feedbackOpen, recommendationOpen, refersTo, report } from './facts.js'
import type { WsoaMeasure } from './measures.js'

/** Something said that asks for an answer, or an answer to it. */
interface Said {
  readonly itemId: string
  readonly on: CivilDate
}

interface Reference {
  readonly on: CivilDate
  readonly field: string
  readonly to: StreamId
}

interface OversightFacts {
  readonly visits: CivilDate[]
  readonly reports: { readonly on: CivilDate; readonly title: string; readonly to: string }[]
  readonly given: Said[]
  readonly answered: Said[]
  readonly made: Said[]
  readonly replied: Said[]
  readonly references: Reference[]
}

/** Folds visits, meetings and reports. */
export const oversightProjection: Projection<OversightFacts, 'oversight', WsoaMeasure> = {
  name: 'oversight',
  version: 2,
  category: 'oversight',
  initial: () => ({
    visits: [],
    reports: [],
    given: [],
    answered: [],
    made: [],
    replied: [],
    references: [],
  }),
  on: {
    MonitoringVisitHeld: (facts, { effectiveOn, data }) => {
      facts.visits.push(effectiveOn)
      const { programmeId } = data
      if (programmeId !== undefined) {
        facts.references.push({ on: effectiveOn, field: 'programmeId', to: programmeId })
      }
    },
    FeedbackGiven: (facts, { effectiveOn, data }) => {
      facts.given.push({ itemId: data.feedbackId, on: effectiveOn })
    },
    FeedbackAnswered: (facts, { effectiveOn, data }) => {
      facts.answered.push({ itemId: data.feedbackId, on: effectiveOn })
      for (const to of data.actionIds ?? []) {
        facts.references.push({ on: effectiveOn, field: 'actionIds', to })
      }
    },
    ReportPresented: (facts, { effectiveOn, data }) => {
      facts.reports.push({ on: effectiveOn, title: data.title, to: data.to })
    },
    RecommendationMade: (facts, { effectiveOn, data }) => {
      facts.made.push({ itemId: data.recommendationId, on: effectiveOn })
    },
    RecommendationAnswered: (facts, { effectiveOn, data }) => {
      facts.replied.push({ itemId: data.recommendationId, on: effectiveOn })
    },
  },
  steps: (facts, count) => {
    const id = count.subject
    for (const on of facts.visits) count.step('visits', on)
    for (const { on, title, to } of facts.reports) {
      count.step('reports', on)
      count.step(report.of(id, { on, title, to }), on)
    }
    countAnswers(count, facts.given, facts.answered, feedback)
    countAnswers(count, facts.made, facts.replied, recommendations)
    for (const { on, field, to } of facts.references) {
      count.step(refersTo.of(id, { field, to }), on)
    }
  },
}

const feedback = {
  said: 'feedbackGiven',
  answered: 'feedbackAnswered',
  open: feedbackOpen,
} as const

const recommendations = {
  said: 'recommendationsMade',
  answered: 'recommendationsAnswered',
  open: recommendationOpen,
} as const

/** What was said is open until the day of its first answer. */
const countAnswers = (
  count: Counter<WsoaMeasure>,
  said: readonly Said[],
  answers: readonly Said[],
  names: typeof feedback | typeof recommendations,
): void => {
  for (const { itemId, on } of said) {
    const [answeredOn] = answers
      .filter((answer) => answer.itemId === itemId)
      .map((answer) => answer.on)
      .sort()
    count.step(names.said, on)
    if (answeredOn !== undefined) count.step(names.answered, answeredOn)
    count.during(names.open.of(count.subject, { on, id: itemId }), on, answeredOn)
  }
}
