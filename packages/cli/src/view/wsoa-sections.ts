/**
 * The WSoA view in tables for people.
 */
import { dateInWords } from '../dates.js'
import { type Cell, type Section, section } from './section.js'

interface Rating {
  readonly code: string
  readonly count: Cell
}

interface Rated {
  readonly ratings: readonly Rating[]
  readonly notRated: Cell
}

interface Group extends Rated {
  readonly title: string
  readonly actions: Cell
  readonly overdue: Cell
}

/** What is shown of a programme. */
export interface ShownProgramme extends Rated {
  readonly id: string
  readonly title: string
  readonly actions: Cell
  readonly ratings: readonly (Rating & { readonly label: string })[]
  readonly overdue: Cell
  readonly rebaselined: Cell
  readonly slippageDays: { readonly median: Cell; readonly max: Cell }
  readonly unevidenced: Cell
  readonly areas: readonly (Group & { readonly number: string | number })[]
  readonly workstreams: readonly Group[]
  readonly series: readonly (Rated & { readonly on: string })[]
}

/** What is shown of the WSoA view. */
export interface ShownWsoa {
  readonly programmes: readonly ShownProgramme[]
  readonly oversight: {
    readonly visits: Cell
    readonly feedback: { readonly given: Cell; readonly answered: Cell }
    readonly recommendations: { readonly made: Cell; readonly answered: Cell }
  }
  readonly measures: readonly {
    readonly title: string
    readonly unit: string
    readonly baseline: Cell
    readonly target: Cell
    readonly latest: Cell
    readonly on: Cell
    readonly met: Cell
    readonly milestone: {
      readonly by: Cell
      readonly value: Cell
      readonly met: Cell
    } | null
    readonly stale: Cell
    readonly projected: { readonly value: Cell; readonly on: Cell } | null
  }[]
  readonly risks: { readonly open: Cell; readonly closed: Cell }
}

/** The tables of the WSoA view. */
export const wsoaSections = (view: ShownWsoa): readonly Section[] => [
  ...view.programmes.flatMap(programmeSections),
  measures(view),
  oversight(view),
]

const programmeSections = (programme: ShownProgramme): readonly Section[] => [
  ratings(programme),
  delivery(programme),
  series(programme),
]

/** A rating that no action of the group has is not on its list. */
const counts = (group: Rated, codes: readonly Rating[]): readonly Cell[] => [
  ...codes.map(({ code }) => group.ratings.find((rating) => rating.code === code)?.count ?? 0),
  group.notRated,
]

const headings = ({ ratings: scale }: ShownProgramme): readonly string[] => [
  ...scale.map(({ label }) => label),
  'Not rated',
]

const ratings = (programme: ShownProgramme): Section => {
  const row = (name: string, group: Omit<Group, 'title'>): readonly Cell[] => [
    name,
    group.actions,
    ...counts(group, programme.ratings),
    group.overdue,
  ]
  return section(
    `${programme.title}: actions by rating`,
    ['', 'Actions', ...headings(programme), 'Overdue'],
    [
      row('All', programme),
      ...programme.areas.map((area) => row(`Area ${area.number}: ${area.title}`, area)),
      ...programme.workstreams.map((each) => row(`Workstream: ${each.title}`, each)),
    ],
  )
}

const delivery = (programme: ShownProgramme): Section =>
  section(
    `${programme.title}: delivery`,
    ['', 'Count'],
    [
      ['Actions overdue', programme.overdue],
      ['Actions whose date was changed', programme.rebaselined],
      ['Median slippage, days', programme.slippageDays.median],
      ['Longest slippage, days', programme.slippageDays.max],
      ['Complete without evidence', programme.unevidenced],
    ],
  )

const series = (programme: ShownProgramme): Section =>
  section(
    `${programme.title}: ratings at the end of each month`,
    ['On', ...headings(programme)],
    programme.series.map((point) => [dateInWords(point.on), ...counts(point, programme.ratings)]),
  )

const measures = ({ measures: rows }: ShownWsoa): Section =>
  section(
    'Measures of impact',
    [
      'Measure',
      'Unit',
      'Baseline',
      'Target',
      'Latest',
      'On',
      'Met',
      'Milestone',
      'Due',
      'Milestone\nmet',
      'Due since\nlatest',
      'Projected',
      'For',
    ],
    rows.map(({ milestone, projected, ...row }) => [
      ...[row.title, row.unit, row.baseline, row.target, row.latest, row.on, row.met],
      ...(milestone ? [milestone.value, milestone.by, milestone.met] : ['', '', '']),
      row.stale,
      ...(projected ? [projected.value, projected.on] : ['', '']),
    ]),
    2,
  )

const oversight = ({ oversight: seen, risks }: ShownWsoa): Section =>
  section(
    'Oversight and risks',
    ['', 'Count'],
    [
      ['Monitoring visits', seen.visits],
      ['Feedback given', seen.feedback.given],
      ['Feedback answered', seen.feedback.answered],
      ['Recommendations made', seen.recommendations.made],
      ['Recommendations answered', seen.recommendations.answered],
      ['Risks open', risks.open],
      ['Risks closed', risks.closed],
    ],
  )
