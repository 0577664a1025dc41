/**
 * What became of the cases that were open on a date, where that was asked.
 */
import { dateInWords } from '@send-ledger/core/figures'
import {
  asAtColumn,
  countColumn,
  day,
  type Raw,
  raw,
  type Section,
  tabulate,
} from '@send-ledger/documents'
import type { CohortCleared, Compliance } from '../answer.js'

/** The section; none where it was not asked. */
export const cohortClearedSection = (
  { cohortCleared: cohort }: Compliance,
  asAt: string,
): readonly Section<Raw>[] =>
  cohort === null
    ? []
    : [
        {
          id: 'cohort-cleared',
          topic: 'Cases open on a date',
          heading: [`What became of the cases that were open on ${dateInWords(cohort.openOn)}`],
          paragraphs: [],
          charts: [],
          tables: [
            tabulate<CohortCleared & { readonly asAt: string }, Raw>(
              {
                id: 'cases-open-then',
                caption: `The cases that were open on ${dateInWords(cohort.openOn)}`,
              },
              [{ ...cohort, asAt }],
              [
                asAtColumn,
                countColumn('cases', 'Cases', 'Open on that date.', ({ cases }) => raw(cases)),
                countColumn('stillOpen', 'Still open', 'Of those, open now.', (row) =>
                  raw(row.stillOpen),
                ),
                {
                  name: 'clearedOn',
                  heading: 'The last one ended on',
                  kind: 'date',
                  description: 'The date on which the last of them ended.',
                  of: ({ clearedOn: { shown } }) => day(typeof shown === 'string' ? shown : null),
                },
              ],
            ),
          ],
          notes: [],
        },
      ]
