/**
 * What the words of the report mean, the time limits of the law that it counts by, and the ratings
 * of the programme, each with its source.
 */
import type { CivilDate, Law } from '@send-ledger/core'
import {
  countColumn,
  day,
  type Raw,
  raw,
  type Section,
  type Table,
  tabulate,
  words,
  yesNo,
} from '@send-ledger/documents'
import { happenedBy, ofType, type RecordsRead } from './records-read.js'
import { type Term, terms } from './terms.js'
import { textColumn } from './text-columns.js'

type Rule = Law['ruleSet']['rules'][number]

/** The section. */
export const glossarySection = (law: Law, records: RecordsRead, asAt: CivilDate): Section<Raw> => ({
  id: 'glossary',
  topic: 'Glossary and definitions',
  heading: ['What the words mean, and by which law time is counted'],
  paragraphs: [
    [
      law.counting === 'exclusive'
        ? 'A limit of so many weeks leaves out the day on which it starts: the last day in time is that many weeks after it.'
        : 'A limit of so many weeks counts the day on which it starts: the last day in time is one day less than that many weeks after it.',
    ],
  ],
  charts: [],
  tables: [termsTable, limitsTable(law), groundsTable(law), ...ratingsTables(records, asAt)],
  notes: [],
})

const termsTable: Table<Raw> = tabulate<Term, Raw>({ id: 'terms', caption: 'Terms' }, terms, [
  textColumn('term', 'Term', 'The word.', ({ term }) => term),
  textColumn('meaning', 'Meaning', 'What it means in this report.', ({ meaning }) => meaning),
  textColumn('source', 'Source', 'The law or standard.', ({ source }) => source ?? ''),
])

const duties: Readonly<Record<Rule['id'], string>> = {
  decision: 'Decide whether to assess',
  advice: 'Give advice for an assessment',
  refusal: 'Notify that no plan will be issued',
  finalPlan: 'Send the final plan',
  representations: 'Let the family comment on the draft plan',
  reviewDecision: 'Decide after the meeting of an annual review',
  amendedPlan: 'Send the amended plan after the notice of amendment',
  reviewToPlan: 'Send the amended plan after the meeting of an annual review',
  annualReview: 'Review a plan',
  tribunalAssessNotice: 'After an order to assess: notify that an assessment is made',
  tribunalAssessNoPlan: 'After an order to assess: notify that no plan will be issued',
  tribunalAssess: 'After an order to assess: send the final plan',
  tribunalIssueDraft: 'After an order to make a plan: send the draft',
  tribunalIssue: 'After an order to make a plan: send the final plan',
  tribunalAmend: 'After an order to amend: send the amended plan',
}

const limitsTable = ({ ruleSet }: Law): Table<Raw> =>
  tabulate<Rule, Raw>(
    { id: 'time-limits', caption: `Time limits, rule set ${ruleSet.name}` },
    ruleSet.rules,
    [
      textColumn('duty', 'Duty', 'What the law asks for.', ({ id }) => duties[id]),
      countColumn('limit', 'Limit', 'How long there is, in its unit.', ({ limit }) =>
        raw(limit.count),
      ),
      textColumn('limitUnit', 'Unit', 'The unit of the limit.', ({ limit }) => limit.unit),
      textColumn('citation', 'Source', 'Where the limit stands.', ({ citation }) => citation),
      {
        name: 'lawFrom',
        heading: 'Law from',
        kind: 'date',
        description: 'The first day on which it was law, or on which a court said so.',
        of: ({ inForce, knownFrom }) => day(knownFrom ?? inForce.from),
      },
    ],
  )

interface Ground {
  readonly duty: string
  readonly ground: string
  readonly citation: string
}

const grounds: Readonly<Record<string, string>> = {
  schoolClosed: 'The school was closed for 4 weeks or more',
  earlyYearsClosed: 'The early years setting was closed for 4 weeks or more',
  personalCircumstances: 'Exceptional personal circumstances of the child or the parent',
  absentFromArea: 'Absent from the area for 4 weeks or more',
  missedAppointment: 'The child missed an appointment',
  coronavirus: 'Coronavirus made it impracticable',
  notStated: 'A ground that the source does not state',
}

const groundsTable = ({ ruleSet }: Law): Table<Raw> =>
  tabulate<Ground, Raw>(
    { id: 'exception-grounds', caption: 'Grounds on which a time limit need not be kept' },
    ruleSet.rules.flatMap(({ id, exceptions }) =>
      exceptions.map(({ ground, citation }) => ({
        duty: duties[id],
        ground: Object.hasOwn(grounds, ground) ? (grounds[ground] as string) : ground,
        citation,
      })),
    ),
    [
      textColumn('duty', 'Duty', 'What the law asks for.', ({ duty }) => duty),
      textColumn('ground', 'Ground', 'What excuses it.', ({ ground }) => ground),
      textColumn('citation', 'Source', 'Where the ground stands.', ({ citation }) => citation),
    ],
  )

/** The scale of ratings that each programme had adopted last. */
const ratingsTables = (records: RecordsRead, asAt: CivilDate): readonly Table<Raw>[] =>
  records.streamsOf('programme').flatMap((stream, i) => {
    const happened = happenedBy(records, stream, asAt)
    const title = ofType(happened, 'ProgrammeEstablished')[0]?.data.title
    const scale = ofType(happened, 'RagScaleAdopted').at(-1)?.data
    if (title === undefined || scale === undefined || scale.ratings.length === 0) return []
    const ratings = scale.ratings.toSorted((a, b) => a.order - b.order)
    return [
      tabulate<(typeof ratings)[number], Raw>(
        { id: `ratings-${i + 1}`, caption: `Ratings of ${title}` },
        ratings,
        [
          {
            name: 'rating',
            heading: 'Rating',
            kind: 'text',
            description: 'The rating, as the programme calls it.',
            of: ({ label }) => words(label),
          },
          textColumn('meaning', 'Meaning', 'What it means in this report.', (row) => row.meaning),
          {
            name: 'complete',
            heading: 'Counts as complete',
            kind: 'boolean',
            description: 'Whether an action so rated is complete.',
            of: ({ complete }) => yesNo(complete),
          },
        ],
      ),
    ]
  })
