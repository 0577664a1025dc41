/**
 * Posts, people and cover month by month, and people by contract.
 */

import {
  at,
  countColumn,
  day,
  fteColumn,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { Workforce } from '../answer.js'
import { teamAndRoleColumns } from './team-and-role.js'

type Point = Workforce['series'][number]
type Team = Workforce['teams'][number]

/** The section; none where no month had ended since the first post or worker. */
export const workforceOverTimeSection = (view: Workforce): readonly Section<Raw>[] => {
  const { series, teams } = view
  if (series.length === 0) return []
  const last = (column: string) => at('workforce-by-month', series.length - 1, column)
  return [
    {
      id: 'workforce-over-time',
      topic: 'Workforce over time',
      heading: said`At the end of the last month ${last('inPost')} FTE were in post, and ${last('cover')} FTE covered`,
      paragraphs: [],
      charts: [
        {
          id: 'workforce-trend',
          title: ['Posts, people and cover at the end of each month, full-time equivalents'],
          description: [
            'Three lines, each labelled at its end: established, in post, cover. The table below ' +
              'has every value.',
          ],
          kind: 'lines',
          table: 'workforce-by-month',
          categories: ['on'],
          series: [
            { column: 'established', label: 'established' },
            { column: 'inPost', label: 'in post' },
            { column: 'cover', label: 'cover' },
          ],
        },
      ],
      tables: [seriesTable(series), ...(teams.length === 0 ? [] : [contracts(teams)])],
      notes: [],
    },
  ]
}

const seriesTable = (series: readonly Point[]): Table<Raw> =>
  tabulate<Point, Raw>(
    {
      id: 'workforce-by-month',
      caption: 'Posts, people and cover at the end of each month, full-time equivalents',
    },
    series,
    [
      {
        name: 'on',
        heading: 'On',
        kind: 'date',
        description: 'The end of the month.',
        of: ({ on }) => day(on),
      },
      fteColumn('established', 'Established', 'Posts established.', (row) =>
        raw(row.establishmentFte),
      ),
      fteColumn('inPost', 'In post', 'Permanent and fixed-term workers in post.', (row) =>
        raw(row.inPostFte),
      ),
      fteColumn('cover', 'Cover', 'Interim, agency and locum workers.', (row) => raw(row.coverFte)),
    ],
  )

const contracts = (teams: readonly Team[]): Table<Raw> =>
  tabulate<Team, Raw>({ id: 'people-by-contract', caption: 'People by contract, heads' }, teams, [
    ...teamAndRoleColumns,
    ...contractColumns.map(([name, heading]) =>
      countColumn<Team>(name, heading, `People with this contract: ${heading}.`, ({ heads }) =>
        raw(heads[name]),
      ),
    ),
  ])

const contractColumns = [
  ['permanent', 'Permanent'],
  ['fixedTerm', 'Fixed term'],
  ['interim', 'Interim'],
  ['agency', 'Agency'],
  ['locum', 'Locum'],
] as const
