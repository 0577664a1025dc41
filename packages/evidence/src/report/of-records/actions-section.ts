/**
 * The actions of a programme that want attention: overdue, given another date, complete without
 * evidence. The figures are those of the view; the actions are quoted from their records.
 */
import { type CivilDate, countedIn, type KnownPoints, shown } from '@send-ledger/core'
import { daysBetween } from '@send-ledger/core/projection'
import {
  at,
  countColumn,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { ProgrammeFigures, Wsoa } from '@send-ledger/wsoa'
import { type ActionRow, actionRows } from './action-rows.js'
import type { RecordsRead } from './records-read.js'
import { dateColumn, textColumn } from './text-columns.js'

/** What the section is made from. */
export interface ActionSources {
  readonly records: RecordsRead
  readonly known: KnownPoints
  readonly asAt: CivilDate
}

/** A section for each programme of which an action wants attention. */
export const actionsSections = (
  { programmes }: Wsoa,
  sources: ActionSources,
): readonly Section<Raw>[] =>
  programmes
    .filter(({ actions }) => actions.value > 0)
    .flatMap((programme, i) => section(programme, `programme-${i + 1}`, sources))

const section = (
  programme: ProgrammeFigures,
  id: string,
  sources: ActionSources,
): readonly Section<Raw>[] => {
  const rows = (figure: ProgrammeFigures['overdue']): readonly ActionRow[] =>
    actionRows(
      sources.records,
      countedIn(sources.known, figure).map(({ subject }) => subject),
      sources.asAt,
    )
  const overdue = rows(programme.overdue)
  const unevidenced = rows(programme.unevidenced)
  const causes = shown(programme.rebaselinesByCause)
  const here = (column: string) => at(`${id}-delivery`, 0, column)
  if (overdue.length + unevidenced.length + causes.length === 0) return []
  return [
    {
      id: `${id}-actions`,
      topic: `${programme.title}: actions that want attention`,
      heading: said`${here('overdue')} actions are overdue and ${here('unevidenced')} are complete without evidence`,
      paragraphs: [],
      charts: [],
      tables: [
        ...(overdue.length === 0 ? [] : [overdueTable(programme, overdue, id, sources.asAt)]),
        ...(causes.length === 0 ? [] : [causesTable(causes, id)]),
        ...(unevidenced.length === 0 ? [] : [unevidencedTable(unevidenced, id)]),
      ],
      notes: [],
    },
  ]
}

const which = [
  textColumn<ActionRow>('number', 'Number', 'Its number in the plan.', ({ number }) => number),
  textColumn<ActionRow>('action', 'Action', 'What is to be done.', ({ title }) => title),
  textColumn<ActionRow>('owner', 'Owner', 'The role that owns it.', ({ owner }) => owner),
] as const

const overdueTable = (
  { ratings }: ProgrammeFigures,
  rows: readonly ActionRow[],
  id: string,
  asAt: CivilDate,
): Table<Raw> =>
  tabulate<ActionRow, Raw>({ id: `${id}-overdue`, caption: 'Actions overdue' }, rows, [
    ...which,
    dateColumn('dueFirst', 'First due', 'The date agreed at first.', ({ dueFirst }) => dueFirst),
    dateColumn('dueNow', 'Due', 'The date agreed last.', ({ dueNow }) => dueNow),
    {
      ...countColumn<ActionRow>(
        'daysOverdue',
        'Overdue',
        'From the date agreed last to the as-at date.',
        ({ dueNow }) => raw(daysBetween(dueNow, asAt)),
      ),
      unit: 'days',
    },
    textColumn('rating', 'Rating', 'The latest rating.', ({ rated }) =>
      rated === undefined
        ? 'Not rated'
        : (ratings.find(({ code }) => code === rated.code)?.label ?? rated.code),
    ),
  ])

const unevidencedTable = (rows: readonly ActionRow[], id: string): Table<Raw> =>
  tabulate<ActionRow, Raw>(
    { id: `${id}-without-evidence`, caption: 'Actions complete without evidence on record' },
    rows,
    [
      ...which,
      dateColumn('completeOn', 'Complete since', 'The date of that rating.', ({ rated }) =>
        rated === undefined ? null : rated.on,
      ),
    ],
  )

interface CauseRow {
  readonly cause: string
  readonly count: number
}

const causesTable = (rows: readonly CauseRow[], id: string): Table<Raw> =>
  tabulate<CauseRow, Raw>(
    { id: `${id}-rebaselined`, caption: 'Due dates changed, by cause' },
    rows,
    [
      textColumn('cause', 'Cause', 'Why the date was changed.', ({ cause }) =>
        Object.hasOwn(causesInWords, cause) ? (causesInWords[cause] as string) : cause,
      ),
      countColumn('changes', 'Changes', 'Changes of a due date by this cause.', ({ count }) =>
        raw(count),
      ),
    ],
  )

const causesInWords: Readonly<Record<string, string>> = {
  covid19: 'Covid-19',
  capacity: 'Capacity',
  partner: 'A partner',
  dependency: 'Another action',
  scope: 'Another scope',
  other: 'Other',
}
