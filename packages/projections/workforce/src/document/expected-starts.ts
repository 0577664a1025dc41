/**
 * When those are expected to start to whom a post was offered.
 */
import { day, fteColumn, type Raw, raw, type Section, tabulate } from '@send-ledger/documents'
import type { Workforce } from '../answer.js'

type Start = Workforce['pipeline']['expectedStarts'][number]

/** The section; none where no start is expected. */
export const expectedStartsSection = ({
  pipeline: { expectedStarts },
}: Workforce): readonly Section<Raw>[] =>
  expectedStarts.length === 0
    ? []
    : [
        {
          id: 'expected-starts',
          topic: 'Expected starts',
          heading: ['When those are expected to start to whom a post was offered'],
          paragraphs: [],
          charts: [],
          tables: [
            tabulate<Start, Raw>(
              { id: 'expected-starts', caption: 'Expected starts' },
              expectedStarts,
              [
                {
                  name: 'on',
                  heading: 'On',
                  kind: 'date',
                  description: 'The date of the expected start.',
                  of: ({ on }) => day(on),
                },
                fteColumn('fte', 'Starting', 'Offered and not filled.', ({ fte }) => raw(fte)),
              ],
            ),
          ],
          notes: [],
          byItself: true,
        },
      ]
