/**
 * Actions of a programme by rating: at the end of each month, and by area and workstream.
 */
import {
  countColumn,
  day,
  type FigureValue,
  plainText,
  type Raw,
  raw,
  type Table,
  type Tabulated,
  tabulate,
  words,
} from '@send-ledger/documents'
import type { Wsoa } from '../answer.js'

type Programme = Wsoa['programmes'][number]

interface Rated {
  readonly ratings: readonly { readonly code: string; readonly count: FigureValue }[]
  readonly notRated: FigureValue
}

/** A column for each rating of a scale in its order, and one for no rating. */
const ratingColumns = <Row extends Rated>(
  ratings: readonly { readonly code: string; readonly label: string }[],
): readonly Tabulated<Row, Raw>[] => {
  const headings = distinct(ratings.map(({ label }) => plainText(label)))
  return [
    ...ratings.map(({ code }, i) =>
      countColumn<Row>(`rating${i + 1}`, headings[i] ?? code, 'Actions that are rated so.', (row) =>
        raw(row.ratings.find((rating) => rating.code === code)?.count ?? 0),
      ),
    ),
    countColumn<Row>('notRated', 'Not rated', 'Actions that have no rating yet.', (row) =>
      raw(row.notRated),
    ),
  ]
}

/** What the other columns of these tables are called. */
const taken = ['on', 'area or workstream', 'actions', 'overdue', 'not rated'] as const

/** A council may call two ratings alike, or one as a column is called: then it has a number. */
const distinct = (labels: readonly string[]): readonly string[] => {
  const names: string[] = []
  const isTaken = (name: string): boolean =>
    [...taken, ...names.map((each) => each.toLowerCase())].includes(name.toLowerCase())
  for (const label of labels) {
    let name = label === '' ? 'Rating' : label
    for (let n = 2; isTaken(name); n++) name = `${label === '' ? 'Rating' : label} ${n}`
    names.push(name)
  }
  return names
}

/** The ratings of the scale in use, and those that months before used and it does not have. */
export const everUsed = ({ ratings, series }: Programme) => {
  const codes = new Set(ratings.map(({ code }) => code))
  const before = new Set(series.flatMap((point) => point.ratings.map(({ code }) => code)))
  return [
    ...ratings,
    ...[...before].filter((code) => !codes.has(code)).map((code) => ({ code, label: code })),
  ]
}

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
    ...ratingColumns<Programme['series'][number]>(everUsed(programme)),
  ])

interface Group extends Rated {
  readonly name: string
  readonly actions: FigureValue
  readonly overdue: FigureValue
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
      ...ratingColumns<Group>(programme.ratings),
      countColumn<Group>(
        'overdue',
        'Overdue',
        'Due before the as-at date and not complete.',
        (row) => raw(row.overdue),
      ),
    ],
  )
}
