/**
 * Which figure of which view stands in a cell of the report. Disclosure control decides on the
 * figures of views; a cell that is not told here is hidden.
 */
import { canonicalJson } from '@send-ledger/core'
import type { FigureSource, SourceOf } from '@send-ledger/disclosure'
import type { FigureAt } from '@send-ledger/documents'
import { auditGrades } from '../of-views/reviews-section.js'
import type { PackAnswers } from '../pack/answers.js'

/** The sources of the cells of a report that is made from these answers. */
export const sourcesIn = (answers: PackAnswers, known: Iterable<CellSource> = []): SourceOf => {
  const views = {
    compliance: answers.compliance.answer,
    workforce: answers.workforce.answer,
    capacity: answers.capacity.answer,
  }
  const sources = new Map([...ofViews(views), ...known].map(([at, source]) => [keyOf(at), source]))
  return (cell) =>
    ofNobody.some((each) => each.test(`${cell.table} ${cell.column}`))
      ? nobody
      : sources.get(keyOf(cell))
}

/** A cell and its source. */
export type CellSource = readonly [at: FigureAt, source: FigureSource]

/** What must be known of views to tell where their figures stand: how long their lists are. */
export interface ViewShapes {
  readonly compliance: {
    readonly months: readonly { readonly month: string }[]
    readonly open: { readonly byAge: readonly unknown[] }
    readonly advice: readonly { readonly month: string }[]
    readonly reviews: readonly unknown[]
    readonly audits: readonly { readonly quarter: string; readonly grade: string }[]
  }
  readonly workforce: { readonly teams: readonly unknown[]; readonly series: readonly unknown[] }
  readonly capacity: { readonly roles: readonly unknown[] }
}

/** The cells of a report that hold figures of these views, each with its place there. */
export const ofViews = ({ compliance, workforce, capacity }: ViewShapes): readonly CellSource[] =>
  [
    ...complianceRows(compliance),
    ...workforceRows(workforce),
    ...capacity.roles.map((_, row) =>
      rowOf('capacity', { table: 'capacity-by-role', row, at: `roles.${row}` }, capacityColumns),
    ),
  ].flat()

const keyOf = ({ table, row, column }: FigureAt): string => canonicalJson([table, row, column])

const nobody: FigureSource = { _tag: 'CountsNobody' }

/** Tables and columns whose figures count no people. */
const ofNobody: readonly RegExp[] = [
  /^programme-\d+-(by-month|by-area|delivery|overdue|rebaselined|without-evidence) /,
  /^(oversight|risks|time-limits|exception-grounds) /,
  // The plan itself says them; what was reached since is not among them.
  /^measures (baseline|target)$/,
]

/** A row of a table, and the part of a view that it shows. */
interface ShownRow {
  readonly table: string
  readonly row: number
  readonly at: string
}

/** Column by column, the places within the part of the view. */
type Columns = Readonly<Record<string, string>>

const rowOf = (view: string, { table, row, at }: ShownRow, columns: Columns): CellSource[] =>
  Object.entries(columns).map(([column, place]) => [
    { table, row, column },
    { _tag: 'OfView', view, place: at === '' ? place : `${at}.${place}` },
  ])

const complianceRows = ({
  months,
  open,
  advice,
  reviews,
  audits,
}: ViewShapes['compliance']): readonly CellSource[][] => {
  const rows = (table: string, list: string, length: number, columns: Columns) =>
    Array.from({ length }, (_, row) =>
      rowOf('compliance', { table, row, at: `${list}.${row}` }, columns),
    )
  const last = months.at(-1)?.month
  const ofLast = advice.flatMap(({ month }, i) => (month === last ? [i] : []))
  return [
    ...rows('in-time', 'months', months.length, {
      requests: 'requests',
      ...timeliness('excludingExceptions'),
    }),
    ...rows('in-time-with-exceptions', 'months', months.length, {
      ...timeliness('all'),
      leftOut: 'leftOut.mediationOrAppeal',
    }),
    ...rows('decisions', 'months', months.length, decisionColumns),
    ...rows('open-by-age', 'open.byAge', open.byAge.length, { open: 'count' }),
    rowOf('compliance', { table: 'caseload', row: 0, at: '' }, caseloadColumns),
    ...ofLast.map((i, row) =>
      rowOf('compliance', { table: 'advice-by-kind', row, at: `advice.${i}` }, adviceColumns),
    ),
    ...rows('reviews', 'reviews', reviews.length, reviewColumns),
    auditCells(audits),
  ]
}

/**
 * A row of the table is a quarter, a column a grade; the view lists those of which there were any,
 * so that everybody sees where there was none.
 */
const auditCells = (audits: ViewShapes['compliance']['audits']): CellSource[] => {
  const quarters = [...new Set(audits.map(({ quarter }) => quarter))]
  return quarters.flatMap((quarter, row) =>
    auditGrades.map((column): CellSource => {
      const i = audits.findIndex((each) => each.quarter === quarter && each.grade === column)
      const place = `audits.${i}.count`
      return [
        { table: 'audits', row, column },
        i < 0 ? { _tag: 'NoSuchRow' } : { _tag: 'OfView', view: 'compliance', place },
      ]
    }),
  )
}

const timeliness = (basis: 'all' | 'excludingExceptions'): Columns => ({
  issued: `issued.${basis}`,
  inTime: `inTime.${basis}`,
  percentInTime: `percent.${basis}`,
  rolling12Issued: `rolling12.issued.${basis}`,
  rolling12InTime: `rolling12.inTime.${basis}`,
  rolling12Percent: `rolling12.percent.${basis}`,
})

const decisionColumns: Columns = {
  decided: 'decisions.decided',
  decidedInTime: 'decisions.inTime',
  refusedToAssess: 'refusedToAssess',
  refusedToIssue: 'refusedToIssue.total',
  refusedToIssueInTime: 'refusedToIssue.inTime',
}

const caseloadColumns: Columns = {
  open: 'open.total',
  overdue: 'open.overdue.all',
  overdueExcludingExceptions: 'open.overdue.excludingExceptions',
  plansMaintained: 'plansMaintained',
}

const adviceColumns: Columns = {
  returned: 'returned',
  returnedInTime: 'inTime',
  excused: 'excused',
  outstanding: 'outstanding',
  overdue: 'overdue',
}

const reviewColumns: Columns = {
  reviewsDue: 'due',
  reviewsHeld: 'held',
  reviewsDecided: 'decided',
  reviewsDecidedInTime: 'decidedInTime',
  reviewsOverdue: 'overdue',
}

const workforceRows = ({ teams, series }: ViewShapes['workforce']): readonly CellSource[][] => {
  const row = (table: string, number: number, at: string, columns: Columns) =>
    rowOf('workforce', { table, row: number, at }, columns)
  return [
    ...teams.map((_, i) => row('workforce', i, `teams.${i}`, { ...totals, ...ofTeams })),
    row('workforce', teams.length, 'totals', totals),
    ...teams.map((_, i) => row('people-by-contract', i, `teams.${i}`, contracts)),
    row('recruitment', 0, '', recruitment),
    ...series.map((_, i) => row('workforce-by-month', i, `series.${i}`, overTime)),
  ]
}

const overTime: Columns = {
  established: 'establishmentFte',
  inPost: 'inPostFte',
  cover: 'coverFte',
}

const totals: Columns = {
  ...overTime,
  vacant: 'vacantFte',
  overEstablished: 'overEstablishmentFte',
}

const ofTeams: Columns = { available: 'availableFte', inInduction: 'inInductionFte' }

const contracts: Columns = Object.fromEntries(
  ['permanent', 'fixedTerm', 'interim', 'agency', 'locum'].map((name) => [name, `heads.${name}`]),
)

const recruitment: Columns = {
  advertised: 'pipeline.advertised',
  offered: 'pipeline.offered',
  filled: 'timeToFillDays.count',
  daysToFill: 'timeToFillDays.median',
  leavers: 'turnover.leaversFte',
  turnover: 'turnover.percent',
}

const capacityColumns: Columns = {
  available: 'availableFte',
  open: 'openAssessments',
  openPerFte: 'openPerFte',
  requests3Months: 'requests3Months',
  requestsPerFte: 'requestsPerFte',
  plansPerFte: 'plansPerFte',
}
