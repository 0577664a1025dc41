/**
 * Visits, feedback and recommendations with their answers, in the words that are on record.
 */
import type { CivilDate } from '@send-ledger/core'
import { daysBetween } from '@send-ledger/core/projection'
import {
  asAtColumn,
  at,
  countColumn,
  notApplicable,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { ShownWsoa } from '../answers.js'
import { happenedBy, ofType, type RecordsRead } from './records-read.js'
import { dateColumn, textColumn } from './text-columns.js'

/** Something said, and the first answer to it. */
interface Said {
  readonly kind: 'Feedback' | 'Recommendation'
  readonly on: CivilDate
  readonly text: string
  readonly answer: { readonly on: CivilDate; readonly text: string } | undefined
}

/** The section; none where nothing of it is on record. */
export const oversightSection = (
  { oversight }: ShownWsoa,
  records: RecordsRead,
  asAt: CivilDate,
): readonly Section<Raw>[] => {
  const { visits, feedback, recommendations } = oversight
  if (visits + feedback.given + recommendations.made === 0) return []
  const rows = records.streamsOf('oversight').flatMap((stream) => saidIn(records, stream, asAt))
  const here = (column: string) => at('oversight', 0, column)
  return [
    {
      id: 'feedback-and-answers',
      topic: 'Oversight',
      heading: said`${here('feedbackAnswered')} of ${here('feedback')} points of feedback have an answer`,
      paragraphs: [],
      charts: [],
      tables: [
        countsTable(oversight, asAt),
        ...(rows.length === 0 ? [] : [answersTable(rows.toSorted(byDate), asAt)]),
      ],
      notes: [],
    },
  ]
}

const byDate = (a: Said, b: Said): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)

const saidIn = (
  records: RecordsRead,
  stream: ReturnType<RecordsRead['streamsOf']>[number],
  asAt: CivilDate,
): readonly Said[] => {
  const happened = happenedBy(records, stream, asAt)
  return [
    ...ofType(happened, 'FeedbackGiven').map(({ effectiveOn, data }): Said => {
      const answer = ofType(happened, 'FeedbackAnswered').find(
        (each) => each.data.feedbackId === data.feedbackId,
      )
      return {
        kind: 'Feedback',
        on: effectiveOn,
        text: data.text,
        answer: answer && { on: answer.effectiveOn, text: answer.data.text },
      }
    }),
    ...ofType(happened, 'RecommendationMade').map(({ effectiveOn, data }): Said => {
      const answer = ofType(happened, 'RecommendationAnswered').find(
        (each) => each.data.recommendationId === data.recommendationId,
      )
      return {
        kind: 'Recommendation',
        on: effectiveOn,
        text: data.text,
        answer: answer && {
          on: answer.effectiveOn,
          text: `${answer.data.accepted ? 'Accepted' : 'Not accepted'}: ${answer.data.text}`,
        },
      }
    }),
  ]
}

const countsTable = (oversight: ShownWsoa['oversight'], asAt: CivilDate): Table<Raw> =>
  tabulate(
    { id: 'oversight', caption: 'Visits, feedback and recommendations' },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('visits', 'Monitoring visits', 'Visits held.', () => raw(oversight.visits)),
      countColumn('feedback', 'Feedback', 'Points of feedback given.', () =>
        raw(oversight.feedback.given),
      ),
      countColumn('feedbackAnswered', 'Feedback answered', 'Of those, with an answer.', () =>
        raw(oversight.feedback.answered),
      ),
      countColumn('recommendations', 'Recommendations', 'Recommendations made.', () =>
        raw(oversight.recommendations.made),
      ),
      countColumn(
        'recommendationsAnswered',
        'Recommendations answered',
        'Of those, with an answer.',
        () => raw(oversight.recommendations.answered),
      ),
    ],
  )

const answersTable = (rows: readonly Said[], asAt: CivilDate): Table<Raw> =>
  tabulate<Said, Raw>(
    { id: 'feedback-answers', caption: 'Feedback and recommendations, each with its answer' },
    rows,
    [
      textColumn('said', 'What was said', 'As it is on record.', ({ text }) => text),
      textColumn('kind', 'Kind', 'Feedback or recommendation.', ({ kind }) => kind),
      dateColumn('saidOn', 'On', 'The date on which it was said.', ({ on }) => on),
      textColumn(
        'answer',
        'Answer',
        'The first answer.',
        ({ answer }) => answer?.text ?? 'none yet',
      ),
      dateColumn('answeredOn', 'Answered on', 'The date of the answer.', ({ answer }) =>
        answer === undefined ? null : answer.on,
      ),
      {
        ...countColumn<Said>(
          'daysOpen',
          'Waiting',
          'From the date on which it was said to the as-at date, where there is no answer.',
          ({ on, answer }) => (answer === undefined ? raw(daysBetween(on, asAt)) : notApplicable),
        ),
        unit: 'days',
      },
    ],
  )
