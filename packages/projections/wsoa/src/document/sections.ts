/**
 * The sections of the WSoA view: each programme, and the measures of impact.
 */

import { dateInWords } from '@send-ledger/core/figures'
import {
  asAtColumn,
  at,
  type Chart,
  countColumn,
  type Headline,
  printedOf,
  type Raw,
  raw,
  type Section,
  said,
  tabulate,
} from '@send-ledger/documents'
import type { Wsoa } from '../answer.js'
import { impactSection } from './impact.js'
import { everUsed, groupsTable, seriesTable } from './ratings.js'

type Programme = Wsoa['programmes'][number]

/** A section for each programme that has actions, and one for the measures. */
export const wsoaSections = (view: Wsoa, asAt: string): readonly Section<Raw>[] => [
  ...withActions(view).map((programme, i) => section(programme, `programme-${i + 1}`, asAt)),
  ...impactSection(view),
]

/** Actions overdue, a programme each. */
export const wsoaHeadlines = (view: Wsoa): readonly Headline[] =>
  withActions(view).map((_, i) => ({
    title: 'Actions overdue',
    figure: at(`programme-${i + 1}-delivery`, 0, 'overdue'),
    text: said`of ${at(`programme-${i + 1}-delivery`, 0, 'actions')} actions; ${at(`programme-${i + 1}-delivery`, 0, 'unevidenced')} rated complete have no evidence on record`,
  }))

const withActions = ({ programmes }: Wsoa): readonly Programme[] =>
  programmes.filter(({ actions }) => printedOf(actions) !== 0)

const section = (programme: Programme, id: string, asAt: string): Section<Raw> => {
  const here = (column: string) => at(`${id}-delivery`, 0, column)
  return {
    id,
    topic: programme.title,
    heading: said`${here('overdue')} of ${here('actions')} actions are overdue`,
    paragraphs: [
      said`Of the actions, ${here('rebaselined')} have another due date than was agreed at first; their median slippage is ${here('slippageMedian')} days, the longest ${here('slippageMax')}.`,
    ],
    charts: programme.series.length === 0 ? [] : [ratingsChart(programme, id)],
    tables: [
      // In its first month a programme has no month's end to show.
      ...(programme.series.length === 0 ? [] : [seriesTable(programme, `${id}-by-month`)]),
      groupsTable(programme, `${id}-by-area`),
      delivery(programme, id, asAt),
    ],
    notes: [areas],
  }
}

const ratingsChart = (programme: Programme, id: string): Chart => ({
  id: `${id}-ratings-chart`,
  title: ['Actions by rating at the end of each month'],
  description: [
    'Stacked bars, one for each month, the newest at the bottom. Each segment is a rating ' +
      'in the order of the scale, with its count. The table below has every count.',
  ],
  kind: 'stackedBars',
  table: `${id}-by-month`,
  categories: ['on'],
  series: [
    ...everUsed(programme).map(({ label }, i) => ({ column: `rating${i + 1}`, label })),
    { column: 'notRated', label: 'Not rated' },
  ],
  lastRows: 12,
})

const areas = {
  id: 'two-areas',
  text: 'An action that belongs to two areas is counted in both, and once in all.',
} as const

const delivery = (programme: Programme, id: string, asAt: string) =>
  tabulate(
    { id: `${id}-delivery`, caption: `Delivery on ${dateInWords(asAt)}` },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('actions', 'Actions', 'Actions agreed and not withdrawn.', () =>
        raw(programme.actions),
      ),
      countColumn('overdue', 'Overdue', 'Due before the as-at date and not complete.', () =>
        raw(programme.overdue),
      ),
      countColumn(
        'rebaselined',
        'Date changed',
        'With another due date than agreed at first.',
        () => raw(programme.rebaselined),
      ),
      {
        ...countColumn<{ readonly asAt: string }>(
          'slippageMedian',
          'Median slippage',
          slipped,
          () => raw(programme.slippageDays.median),
        ),
        kind: 'decimal',
        unit: 'days',
      },
      {
        ...countColumn<{ readonly asAt: string }>('slippageMax', 'Longest slippage', slipped, () =>
          raw(programme.slippageDays.max),
        ),
        unit: 'days',
      },
      countColumn(
        'unevidenced',
        'Complete without evidence',
        'Complete, no evidence recorded.',
        () => raw(programme.unevidenced),
      ),
    ],
  )

const slipped = 'From the due date agreed at first to the present one, of actions changed.'
