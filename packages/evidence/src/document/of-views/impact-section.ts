/**
 * The measures of impact against their targets.
 */
import { day, notApplicable, type Raw, words, yesNo } from '../cell.js'
import type { Section } from '../document.js'
import { tabulate } from '../table.js'
import type { ShownWsoa } from './answers.js'
import { figure } from './columns.js'

/** The section of measures; none where there is no measure. */
export const impactSection = ({ measures }: ShownWsoa): readonly Section<Raw>[] => {
  if (measures.length === 0) return []
  return [
    {
      id: 'impact',
      topic: 'Measures of impact',
      heading: ['What the programme has changed, against its targets'],
      paragraphs: [['Each value is in the unit of its measure. Projected values are not shown.']],
      charts: [],
      tables: [
        tabulate({ id: 'measures', caption: 'Measures of impact' }, measures, [
          {
            name: 'measure',
            heading: 'Measure',
            kind: 'text',
            description: 'What is measured.',
            of: ({ title }) => words(title),
          },
          {
            name: 'unit',
            heading: 'Unit',
            kind: 'text',
            description: 'The unit of baseline, target and latest value.',
            of: ({ unit }) => words(unit),
          },
          {
            name: 'baseline',
            heading: 'Baseline',
            kind: 'decimal',
            description: 'The value at the start.',
            of: ({ baseline }) => figure(baseline),
          },
          {
            name: 'target',
            heading: 'Target',
            kind: 'decimal',
            description: 'The value aimed at.',
            of: ({ target }) => figure(target),
          },
          {
            name: 'latest',
            heading: 'Latest',
            kind: 'decimal',
            description: 'The latest actual value.',
            of: ({ latest }) => figure(latest),
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
            of: ({ met }) => (typeof met === 'boolean' ? yesNo(met) : notApplicable),
          },
        ]),
      ],
      notes: [],
    },
  ]
}
