/**
 * Annual reviews of plans, and audits of their quality.
 */

import type { Sum } from '@send-ledger/core/projection'
import {
  at,
  countColumn,
  known,
  printedOf,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
  words,
} from '@send-ledger/documents'
import type { Compliance } from '../answer.js'
import { monthColumn } from './timeliness.js'

type Review = Compliance['reviews'][number]
type Audit = Compliance['audits'][number]

/** The sections of reviews and of audits; none where there was none. */
export const reviewSections = ({ reviews, audits }: Compliance): readonly Section<Raw>[] => [
  ...(reviews.some(isEventful) ? [reviewSection(reviews)] : []),
  ...(audits.length === 0 ? [] : [auditSection(audits)]),
]

const isEventful = ({ due, held, decided, overdue }: Review): boolean =>
  [due, held, decided, overdue].some((count) => printedOf(count) !== 0)

const reviewSection = (reviews: readonly Review[]): Section<Raw> => ({
  id: 'reviews-of-plans',
  topic: 'Annual reviews',
  heading: said`${at('reviews', reviews.length - 1, 'reviewsOverdue')} annual reviews are overdue`,
  paragraphs: [],
  charts: [],
  tables: [reviewTable(reviews)],
  notes: [],
})

const reviewTable = (reviews: readonly Review[]): Table<Raw> =>
  tabulate<Review, Raw>({ id: 'reviews', caption: 'Annual reviews of plans' }, reviews, [
    monthColumn,
    {
      ...countColumn<Review>('reviewsDue', 'Due', 'Reviews that fall due in the month.', (row) =>
        raw(row.due),
      ),
      source: 'Children and Families Act 2014 s.44(1)',
    },
    countColumn('reviewsHeld', 'Held', 'Review meetings held in the month.', (row) =>
      raw(row.held),
    ),
    countColumn('reviewsDecided', 'Decided', 'Decisions notified after a meeting.', (row) =>
      raw(row.decided),
    ),
    {
      ...countColumn<Review>(
        'reviewsDecidedInTime',
        'Decided within 4 weeks',
        'Of those, within 4 weeks of the meeting.',
        (row) => raw(row.decidedInTime),
      ),
      source: 'SI 2014/1530 reg 20(10)',
    },
    countColumn(
      'reviewsOverdue',
      'Overdue',
      'Due and not decided, at the end of the month or at the as-at date.',
      (row) => raw(row.overdue),
    ),
  ])

/** The audits of a quarter, by grade. */
interface Quarter {
  readonly quarter: string
  readonly counts: ReadonlyMap<string, Sum>
}

const auditSection = (audits: readonly Audit[]): Section<Raw> => ({
  id: 'audits-of-plans',
  topic: 'Quality of plans',
  heading: ['Plans audited, by quarter and grade'],
  paragraphs: [],
  charts: [],
  tables: [
    tabulate<Quarter, Raw>(
      { id: 'audits', caption: 'Plans audited by quarter and grade' },
      byQuarter(audits),
      [
        {
          name: 'quarter',
          heading: 'Quarter',
          kind: 'text',
          description: 'The quarter of the calendar year.',
          of: ({ quarter }) => words(quarter),
        },
        ...grades.map(([name, heading]) =>
          countColumn<Quarter>(name, heading, `Plans graded ${heading}.`, ({ counts }) =>
            cellOf(counts.get(name)),
          ),
        ),
      ],
    ),
  ],
  notes: [],
})

const grades = [
  ['outstanding', 'Outstanding'],
  ['good', 'Good'],
  ['requiresImprovement', 'Requires improvement'],
  ['inadequate', 'Inadequate'],
] as const

const cellOf = (count: Sum | undefined) => (count === undefined ? known(0) : raw(count))

const byQuarter = (audits: readonly Audit[]): readonly Quarter[] => {
  const quarters = new Map<string, Map<string, Sum>>()
  for (const { quarter, grade, count } of audits) {
    const counts = quarters.get(quarter) ?? new Map<string, Sum>()
    quarters.set(quarter, counts.set(grade, count))
  }
  return [...quarters].map(([quarter, counts]) => ({ quarter, counts }))
}
