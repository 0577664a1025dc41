/**
 * The section of the workforce view: posts, people and cover.
 */

import { dateInWords } from '@send-ledger/core/figures'
import {
  at,
  type FigureValue,
  fteColumn,
  type Headline,
  notApplicable,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { Workforce } from '../answer.js'
import { recruitmentTable } from './recruitment.js'
import { teamAndRoleColumns } from './team-and-role.js'

/** The section of the view; none where there is no post and no worker. */
export const workforceSections = (view: Workforce, asAt: string): readonly Section<Raw>[] => {
  if (view.teams.length === 0) return []
  const all = (column: string) => at('workforce', view.teams.length, column)
  return [
    {
      id: 'posts-and-people',
      topic: 'Workforce',
      heading: said`${all('vacant')} of ${all('established')} established posts are vacant, in full-time equivalents`,
      paragraphs: [
        said`In post are ${all('inPost')} FTE on permanent or fixed-term contracts; cover by interim, agency and locum workers is ${all('cover')} FTE.`,
        said`Vacancies are counted team by team. Teams with more in post than established are over their establishment by ${all('overEstablished')} FTE, which is not set off against them.`,
      ],
      charts: [
        {
          id: 'workforce-chart',
          title: [`Posts, people and cover on ${dateInWords(asAt)}, full-time equivalents`],
          description: [
            'Bars in groups, a group for each team and role: established, in post, cover. Each ' +
              'bar has its figure. The table below has them all.',
          ],
          kind: 'groupedBars',
          table: 'workforce',
          categories: ['team', 'role'],
          series: [
            { column: 'established', label: 'established' },
            { column: 'inPost', label: 'in post' },
            { column: 'cover', label: 'cover' },
          ],
        },
      ],
      tables: [teams(view), recruitmentTable(view, asAt)],
      notes: [],
    },
  ]
}

/** Vacancies. */
export const workforceHeadlines = (view: Workforce): readonly Headline[] => {
  if (view.teams.length === 0) return []
  const all = (column: string) => at('workforce', view.teams.length, column)
  return [
    {
      title: 'Vacant, FTE',
      figure: all('vacant'),
      text: said`of ${all('established')} FTE established; ${all('cover')} FTE of cover`,
    },
  ]
}

/** A row of a team and role, or of all. */
interface Row {
  readonly team: string
  readonly role: string
  readonly establishmentFte: FigureValue
  readonly inPostFte: FigureValue
  readonly vacantFte: FigureValue
  readonly overEstablishmentFte: FigureValue
  readonly coverFte: FigureValue
  readonly availableFte?: FigureValue
  readonly inInductionFte?: FigureValue
}

const teams = ({ teams: rows, totals }: Workforce): Table<Raw> =>
  tabulate<Row, Raw>(
    { id: 'workforce', caption: 'Posts, people and cover, full-time equivalents' },
    [...rows, { ...totals, team: 'All teams', role: 'All roles' }],
    [
      ...teamAndRoleColumns,
      fteColumn('established', 'Established', 'Posts established.', (row) =>
        raw(row.establishmentFte),
      ),
      fteColumn('inPost', 'In post', 'Permanent and fixed-term workers in post.', (row) =>
        raw(row.inPostFte),
      ),
      fteColumn('vacant', 'Vacant', 'Established less in post, where that is above 0.', (row) =>
        raw(row.vacantFte),
      ),
      fteColumn(
        'overEstablished',
        'Over-established',
        'In post less established, where that is above 0.',
        (row) => raw(row.overEstablishmentFte),
      ),
      fteColumn('cover', 'Cover', 'Interim, agency and locum workers.', (row) => raw(row.coverFte)),
      fteColumn('available', 'Available', 'Everyone who is not absent, cover included.', (row) =>
        row.availableFte === undefined ? notApplicable : raw(row.availableFte),
      ),
      fteColumn('inInduction', 'In induction', 'Without a completed induction.', (row) =>
        row.inInductionFte === undefined ? notApplicable : raw(row.inInductionFte),
      ),
    ],
  )
