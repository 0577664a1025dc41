/**
 * Demand against those who are there to meet it, by role.
 */
import {
  countColumn,
  type Documented,
  fteColumn,
  type Raw,
  raw,
  type Section,
  tabulate,
  words,
} from '@send-ledger/documents'
import type { Capacity } from '../capacity-answer.js'
import { forecastSection } from './forecast.js'

type Row = Capacity['roles'][number]

/** The section of the view; none where nobody is available. */
export const capacitySection = ({ roles }: Capacity): readonly Section<Raw>[] => {
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
            (row) => raw(row.availableFte),
          ),
          countColumn('open', 'Open assessments', 'Requested and not ended.', (row) =>
            raw(row.openAssessments),
          ),
          perFte('openPerFte', 'Open assessments per FTE', 'Open, by FTE available.', (row) =>
            raw(row.openPerFte),
          ),
          countColumn(
            'requests3Months',
            'Requests in 3 months',
            'In the month of the as-at date and the two before it.',
            (row) => raw(row.requests3Months),
          ),
          perFte('requestsPerFte', 'Requests per FTE', 'Those requests, by FTE available.', (row) =>
            raw(row.requestsPerFte),
          ),
          perFte('plansPerFte', 'Plans per FTE', 'Plans maintained, by FTE available.', (row) =>
            raw(row.plansPerFte),
          ),
        ]),
      ],
      notes: [],
    },
  ]
}

const perFte = (...args: Parameters<typeof countColumn<Row>>) =>
  ({ ...countColumn<Row>(...args), kind: 'decimal' }) as const

/** Demand against capacity by role. */
export const capacityDocument: Documented<Capacity>['document'] = (answer) => ({
  headlines: [],
  sections: [...capacitySection(answer), ...forecastSection(answer)],
})
