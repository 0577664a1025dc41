/**
 * Oversight and risks in numbers. A report of records has them with what was said.
 */
import {
  asAtColumn,
  countColumn,
  type FigureValue,
  type Raw,
  raw,
  type Section,
  tabulate,
} from '@send-ledger/documents'
import type { Wsoa } from '../answer.js'

/** The section of oversight and risks. */
export const oversightSection = (
  { oversight: { visits, feedback, recommendations }, risks }: Wsoa,
  asAt: string,
): Section<Raw> => ({
  id: 'oversight-and-risks',
  topic: 'Oversight and risks',
  heading: ['Monitoring visits, what was said and answered, and risks'],
  paragraphs: [],
  charts: [],
  tables: [
    tabulate(
      { id: 'oversight-and-risks', caption: 'Visits, feedback, recommendations and risks' },
      [{ asAt }],
      [
        asAtColumn,
        column('visits', 'Monitoring visits', 'Visits held.', visits),
        column('given', 'Feedback given', 'Points of feedback.', feedback.given),
        column('answered', 'Feedback answered', 'Of those, answered.', feedback.answered),
        column('made', 'Recommendations made', 'Recommendations.', recommendations.made),
        column(
          'recommendationsAnswered',
          'Recommendations answered',
          'Of those, answered.',
          recommendations.answered,
        ),
        column('risksOpen', 'Risks open', 'Raised and not closed.', risks.open),
        column('risksClosed', 'Risks closed', 'Closed by the as-at date.', risks.closed),
      ],
    ),
  ],
  notes: [],
  byItself: true,
})

const column = (name: string, heading: string, description: string, figure: FigureValue) =>
  countColumn<{ readonly asAt: string }>(name, heading, description, () => raw(figure))
