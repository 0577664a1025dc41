/**
 * The sections of the compliance view: plans in time, decisions, cases under way, advice.
 */

import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import {
  asAtColumn,
  at,
  type Chart,
  countColumn,
  type Note,
  type Raw,
  raw,
  type Section,
  said,
  tabulate,
  words,
} from '@send-ledger/documents'
import type { Compliance } from '../answer.js'
import { adviceSection } from './advice.js'
import { decisionsSection } from './decisions.js'
import { allPlansTable, timelinessTable } from './timeliness.js'

/** The sections of the view; none where there is no record of a case. */
export const complianceSections = (view: Compliance, asAt: string): readonly Section<Raw>[] =>
  view.months.length === 0
    ? []
    : [timeliness(view), decisionsSection(view), underWay(view, asAt), ...adviceSection(view)]

const timeliness = (view: Compliance): Section<Raw> => {
  const last = view.months.length - 1
  const month = monthInWords(view.months[last]?.month ?? '')
  const here = (column: string) => at('in-time', last, column)
  return {
    id: 'plans-in-time',
    topic: 'Plans issued in 20 weeks',
    heading: said`${here('rolling12Percent')} of final plans were issued in time over the 12 months to ${here('month')}`,
    paragraphs: [
      said`In ${here('month')}, ${here('issued')} final plans were issued in cases without an exception, ${here('inTime')} of them within 20 weeks of the request: ${here('percentInTime')}. Over the 12 months to then it was ${here('rolling12InTime')} of ${here('rolling12Issued')}.`,
      [
        'The last day in time is 140 days after the request was received. Weekends and bank ' +
          'holidays count as any other day.',
      ],
    ],
    charts: [trend(month, here)],
    tables: [timelinessTable(view), allPlansTable(view)],
    notes: [partMonth, exceptions],
  }
}

const trend = (month: string, here: (column: string) => ReturnType<typeof at>): Chart => ({
  id: 'in-time-trend',
  title: ['Final plans issued within 20 weeks, per cent, without exceptions'],
  description: said`Two lines over the months to ${here('month')}. The percentage of each month ends at ${here('percentInTime')}, that of the 12 months ending with each at ${here('rolling12Percent')}. The table below has every value.`,
  kind: 'lines',
  table: 'in-time',
  categories: ['month'],
  series: [
    { column: 'percentInTime', label: 'in the month' },
    { column: 'rolling12Percent', label: `in the 12 months to ${month}` },
  ],
})

const partMonth: Note = {
  id: 'part-month',
  text: 'The month of the as-at date is counted up to that date.',
}

const exceptions: Note = {
  id: 'exceptions',
  text:
    'An exception lifts the time limit from a case; such a case is left out of plans issued and ' +
    'of plans in time. The percentage can rise or fall by that.',
  source: 'SI 2014/1530 reg 13(3)',
}

const underWay = (view: Compliance, asAt: string): Section<Raw> => ({
  id: 'under-way',
  topic: 'Assessments under way',
  heading: said`${at('caseload', 0, 'overdue')} of ${at('caseload', 0, 'open')} open assessments are beyond 20 weeks`,
  paragraphs: [
    said`On ${at('caseload', 0, 'asAt')}, ${at('caseload', 0, 'plansMaintained')} plans were maintained.`,
  ],
  charts: [
    {
      id: 'open-by-age-chart',
      title: [`Open assessments by days since the request, ${dateInWords(asAt)}`],
      description: [
        'Bars, one for each span of days, from the newest to the oldest. The table below has the ' +
          'counts. Beyond 140 days is beyond 20 weeks.',
      ],
      kind: 'bars',
      table: 'open-by-age',
      categories: ['days'],
      series: [{ column: 'open', label: 'open' }],
    },
  ],
  tables: [ages(view), caseload(view, asAt)],
  notes: [],
})

const ages = ({ open }: Compliance) =>
  tabulate(
    { id: 'open-by-age', caption: 'Open assessments by days since the request' },
    open.byAge,
    [
      {
        name: 'days',
        heading: 'Days since the request',
        kind: 'text',
        description: 'Calendar days from the request to the as-at date.',
        of: ({ from, to }) => words(to === null ? `${from} and more` : `${from} to ${to}`),
      },
      {
        name: 'open',
        heading: 'Open',
        kind: 'integer',
        unit: 'assessments',
        description: 'Assessments requested and not ended by the as-at date.',
        of: ({ count }) => raw(count),
      },
    ],
  )

const caseload = ({ open, plansMaintained }: Compliance, asAt: string) =>
  tabulate(
    { id: 'caseload', caption: 'Caseload' },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('open', 'Open assessments', 'Requested and not ended.', () => raw(open.total)),
      countColumn(
        'overdue',
        'Open beyond 20 weeks',
        'Open on a day after the last day in time.',
        () => raw(open.overdue.all),
      ),
      countColumn(
        'overdueExcludingExceptions',
        'Open beyond 20 weeks, excluding exceptions',
        'The same, without cases to which an exception applies.',
        () => raw(open.overdue.excludingExceptions),
      ),
      countColumn(
        'plansMaintained',
        'Plans maintained',
        'Plans issued, brought forward or transferred in, and not ceased or transferred out.',
        () => raw(plansMaintained),
      ),
    ],
  )
