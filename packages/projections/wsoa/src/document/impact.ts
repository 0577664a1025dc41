/**
 * The measures of impact against their targets.
 */

import {
  day,
  notApplicable,
  type Raw,
  raw,
  type Section,
  type Table,
  type Tabulated,
  tabulate,
  words,
  yesNo,
} from '@send-ledger/documents'
import type { Wsoa } from '../answer.js'

type Impact = Wsoa['measures'][number]

const inUnits =
  'Each value is in the unit of its measure. A projected value is never taken for an actual one.'

/** Yes or no; `[z]` where there is nothing to be judged. */
const ifSaid = (given: boolean | null) => (given === null ? notApplicable : yesNo(given))

const measureColumn: Tabulated<Impact, Raw> = {
  name: 'measure',
  heading: 'Measure',
  kind: 'text',
  description: 'What is measured.',
  of: ({ title }) => words(title),
}

const milestoneColumns: readonly Tabulated<Impact, Raw>[] = [
  {
    name: 'milestone',
    heading: 'Milestone',
    kind: 'decimal',
    description: 'The value aimed at by the last milestone due.',
    of: ({ milestone }) => (milestone ? raw(milestone.value) : notApplicable),
  },
  {
    name: 'milestoneBy',
    heading: 'Milestone due',
    kind: 'date',
    description: 'The date by which the milestone was due.',
    of: ({ milestone }) => day(milestone?.by ?? null),
  },
  {
    name: 'milestoneMet',
    heading: 'Milestone met',
    kind: 'boolean',
    description: 'Whether the latest value is as good as the milestone due at its own date.',
    of: ({ milestone }) => ifSaid(milestone?.met ?? null),
  },
  {
    name: 'stale',
    heading: 'Due since latest',
    kind: 'boolean',
    description: 'Whether a milestone has fallen due since the latest value.',
    of: ({ stale }) => yesNo(stale),
  },
]

const projectedColumns: readonly Tabulated<Impact, Raw>[] = [
  {
    name: 'projected',
    heading: 'Projected',
    kind: 'decimal',
    description: 'The latest value projected.',
    of: ({ projected }) => (projected ? raw(projected.value) : notApplicable),
  },
  {
    name: 'projectedOn',
    heading: 'Projected for',
    kind: 'date',
    description: 'The end of the period that the projected value is of.',
    of: ({ projected }) => day(projected?.on ?? null),
  },
]

/** A table of its own, so that neither is too wide for a page; none where nothing is ahead. */
const aheadTable = (measures: readonly Impact[]): readonly Table<Raw>[] =>
  measures.every(({ milestone, projected }) => milestone === null && projected === null)
    ? []
    : [
        tabulate(
          { id: 'milestones', caption: 'Milestones and projected values of the measures' },
          measures,
          [measureColumn, ...milestoneColumns, ...projectedColumns],
        ),
      ]

/** The section of measures; none where there is no measure. */
export const impactSection = ({ measures }: Wsoa): readonly Section<Raw>[] => {
  if (measures.length === 0) return []
  return [
    {
      id: 'impact',
      topic: 'Measures of impact',
      heading: ['What the programme has changed, against its targets'],
      paragraphs: [[inUnits]],
      charts: [],
      tables: [
        tabulate({ id: 'measures', caption: 'Measures of impact' }, measures, [
          measureColumn,
          {
            name: 'unit',
            heading: 'Unit',
            kind: 'text',
            description: 'The unit of every value of the measure.',
            of: ({ unit }) => words(unit),
          },
          {
            name: 'baseline',
            heading: 'Baseline',
            kind: 'decimal',
            description: 'The value at the start.',
            of: ({ baseline }) => raw(baseline),
          },
          {
            name: 'target',
            heading: 'Target',
            kind: 'decimal',
            description: 'The value aimed at.',
            of: ({ target }) => raw(target),
          },
          {
            name: 'latest',
            heading: 'Latest',
            kind: 'decimal',
            description: 'The latest actual value.',
            of: ({ latest }) => raw(latest),
          },
          {
            name: 'on',
            heading: 'Of the period to',
            kind: 'date',
            description: 'The end of the period that the latest value is of.',
            of: ({ on }) => day(typeof on === 'string' ? on : null),
          },
          {
            name: 'met',
            heading: 'Target met',
            kind: 'boolean',
            description: 'Whether the latest value is as good as the target.',
            of: ({ met }) => ifSaid(met),
          },
        ]),
        ...aheadTable(measures),
      ],
      notes: [],
    },
  ]
}
