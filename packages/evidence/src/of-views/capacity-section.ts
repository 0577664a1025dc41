/**
 * Demand against those who are there to meet it, by role.
 */
import type { shown } from '@send-ledger/core'
import type { Section } from '@send-ledger/documents'
import { type Raw, raw, tabulate, words } from '@send-ledger/documents'
import type { Capacity } from '@send-ledger/workforce'
import { countColumn, figure, fteColumn } from './columns.js'

/** The capacity view in plain JSON. */
export type ShownCapacity = ReturnType<typeof shown<Capacity>>

type Row = ShownCapacity['roles'][number]

/** The section of the view; none where nobody is available. */
export const capacitySection = ({ roles }: ShownCapacity): readonly Section<Raw>[] => {
  if (roles.length === 0) return []
  return [
    {
      id: 'capacity',
      topic: 'Capacity',
      heading: ['Demand for each full-time equivalent that is available, by role'],
      paragraphs: [
        [
          'Each role is set against all of the demand: the figures of two roles are not shares of ' +
            'one whole. Nothing here is a forecast.',
        ],
      ],
      charts: [],
      tables: [
        tabulate<Row, Raw>({ id: 'capacity-by-role', caption: 'Demand against capacity' }, roles, [
          {
            name: 'role',
            heading: 'Role',
            kind: 'text',
            description: 'The role in the team.',
            of: ({ role }) => words(role),
          },
          fteColumn(
            'available',
            'Available',
            'Everyone who is not absent, cover included.',
            (row) => figure(row.availableFte),
          ),
          countColumn('open', 'Open assessments', 'Requested and not ended.', (row) =>
            raw(row.openAssessments),
          ),
          perFte('openPerFte', 'Open assessments per FTE', 'Open, by FTE available.', (row) =>
            figure(row.openPerFte),
          ),
          countColumn(
            'requests3Months',
            'Requests in 3 months',
            'In the month of the as-at date and the two before it.',
            (row) => raw(row.requests3Months),
          ),
          perFte('requestsPerFte', 'Requests per FTE', 'Those requests, by FTE available.', (row) =>
            figure(row.requestsPerFte),
          ),
          perFte('plansPerFte', 'Plans per FTE', 'Plans maintained, by FTE available.', (row) =>
            figure(row.plansPerFte),
          ),
        ]),
      ],
      notes: [],
    },
  ]
}

const perFte = (...args: Parameters<typeof countColumn<Row>>) =>
  ({ ...countColumn<Row>(...args), kind: 'decimal' }) as const
