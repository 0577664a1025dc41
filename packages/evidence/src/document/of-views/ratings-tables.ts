/**
 * Actions of a programme by rating: at the end of each month, and by area and workstream.
 */
import { day, type Raw, raw, words } from '../cell.js'
import { type Table, type Tabulated, tabulate } from '../table.js'
import type { ShownWsoa } from './answers.js'
import { countColumn } from './columns.js'

type Programme = ShownWsoa['programmes'][number]

interface Rated {
  readonly ratings: readonly { readonly code: string; readonly count: number }[]
  readonly notRated: number
}

/** A column for each rating of the scale in its order, and one for no rating. */
const ratingColumns = <Row extends Rated>({
  ratings,
}: Programme): readonly Tabulated<Row, Raw>[] => [
  ...ratings.map(({ code, label }, i) =>
    countColumn<Row>(`rating${i + 1}`, label, `Actions rated ${label}.`, (row) =>
      raw(row.ratings.find((rating) => rating.code === code)?.count ?? 0),
    ),
  ),
  countColumn<Row>('notRated', 'Not rated', 'Actions that have no rating yet.', (row) =>
    raw(row.notRated),
  ),
]

/** Actions by rating at the end of each month. */
export const seriesTable = (programme: Programme, id: string): Table<Raw> =>
  tabulate({ id, caption: 'Actions by rating at the end of each month' }, programme.series, [
    {
      name: 'on',
      heading: 'On',
      kind: 'date',
      description: 'The end of the month, or the as-at date.',
      of: ({ on }) => day(on),
    },
    ...ratingColumns<Programme['series'][number]>(programme),
  ])

interface Group extends Rated {
  readonly name: string
  readonly actions: number
  readonly overdue: number
}

/** Actions by rating in all, by area and by workstream. */
export const groupsTable = (programme: Programme, id: string): Table<Raw> => {
  const groups: readonly Group[] = [
    { ...programme, name: 'All actions' },
    ...programme.areas.map((area) => ({ ...area, name: `Area ${area.number}: ${area.title}` })),
    ...programme.workstreams.map((each) => ({ ...each, name: `Workstream: ${each.title}` })),
  ]
  return tabulate(
    { id, caption: 'Actions by rating, by area of concern and workstream', notes: ['two-areas'] },
    groups,
    [
      {
        name: 'group',
        heading: 'Area or workstream',
        kind: 'text',
        description: 'The area of concern or the workstream that actions belong to.',
        of: ({ name }) => words(name),
      },
      countColumn<Group>('actions', 'Actions', 'Actions agreed and not withdrawn.', (row) =>
        raw(row.actions),
      ),
      ...ratingColumns<Group>(programme),
      countColumn<Group>(
        'overdue',
        'Overdue',
        'Due before the as-at date and not complete.',
        (row) => raw(row.overdue),
      ),
    ],
  )
}
