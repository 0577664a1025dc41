/**
 * Advice by kind in the month of the as-at date.
 */

import { monthInWords } from '@send-ledger/core/figures'
import { countColumn, type Raw, raw, type Section, tabulate, words } from '@send-ledger/documents'
import type { Compliance } from '../answer.js'

const law = 'SI 2014/1530 reg 8(1)'

/** The section of advice; none where none was requested. */
export const adviceSection = ({ advice, months }: Compliance): readonly Section<Raw>[] => {
  const month = months.at(-1)?.month ?? ''
  const rows = advice.filter((row) => row.month === month)
  if (rows.length === 0) return []
  return [
    {
      id: 'advice',
      topic: 'Advice for assessments',
      heading: [`Advice by kind in ${monthInWords(month)}`],
      paragraphs: [['Those asked for advice have 6 weeks. The views have every month.']],
      charts: [],
      tables: [
        tabulate({ id: 'advice-by-kind', caption: `Advice in ${monthInWords(month)}` }, rows, [
          {
            name: 'kind',
            heading: 'Kind of advice',
            kind: 'text',
            description: 'Who is asked.',
            source: 'SI 2014/1530 reg 6(1)',
            of: ({ kind }) => words(inPlainWords(kind)),
          },
          countColumn('returned', 'Returned', 'Advice returned in the month.', (row) =>
            raw(row.returned),
          ),
          {
            ...countColumn<(typeof rows)[number]>(
              'returnedInTime',
              'Returned within 6 weeks',
              'Of those, within 6 weeks of being requested.',
              (row) => raw(row.inTime),
            ),
            source: law,
          },
          countColumn('excused', 'Excused', 'Of the late, with an exception.', (row) =>
            raw(row.excused),
          ),
          countColumn('outstanding', 'Outstanding', 'Requested and not returned.', (row) =>
            raw(row.outstanding),
          ),
          countColumn('overdue', 'Overdue', 'Outstanding for more than 6 weeks.', (row) =>
            raw(row.overdue),
          ),
        ]),
      ],
      notes: [],
    },
  ]
}

/** `educationalPsychology` as it is said: Educational psychology. */
const inPlainWords = (code: string): string => {
  const spaced = code.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1)
}
