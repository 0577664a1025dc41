/**
 * The workforce view in tables for people.
 */
import { dateInWords } from '../dates.js'
import { type Cell, type Section, section } from './section.js'

interface Heads {
  readonly permanent: Cell
  readonly fixedTerm: Cell
  readonly interim: Cell
  readonly agency: Cell
  readonly locum: Cell
}

/** What is shown of the workforce view. */
export interface ShownWorkforce {
  readonly teams: readonly {
    readonly team: string
    readonly role: string
    readonly establishmentFte: Cell
    readonly inPostFte: Cell
    readonly availableFte: Cell
    readonly inInductionFte: Cell
    readonly vacantFte: Cell
    readonly overEstablishmentFte: Cell
    readonly coverFte: Cell
    readonly heads: Heads
  }[]
  readonly totals: {
    readonly establishmentFte: Cell
    readonly inPostFte: Cell
    readonly vacantFte: Cell
    readonly overEstablishmentFte: Cell
    readonly coverFte: Cell
  }
  readonly pipeline: {
    readonly advertised: Cell
    readonly offered: Cell
    readonly expectedStarts: readonly { readonly on: string; readonly fte: Cell }[]
  }
  readonly timeToFillDays: { readonly median: Cell; readonly count: Cell }
  readonly turnover: { readonly leaversFte: Cell; readonly percent: Cell }
  readonly series: readonly {
    readonly on: string
    readonly establishmentFte: Cell
    readonly inPostFte: Cell
    readonly coverFte: Cell
  }[]
}

/** The tables of the workforce view. */
export const workforceSections = (view: ShownWorkforce): readonly Section[] => [
  teams(view),
  heads(view),
  pipeline(view),
  series(view),
]

const teams = ({ teams: rows, totals }: ShownWorkforce): Section =>
  section(
    'Posts and people, full-time equivalents',
    [
      'Team',
      'Role',
      'Established',
      'In post',
      'Vacant',
      'Over-\nestablished',
      'Cover',
      'Available,\ncover included',
      'In induction',
    ],
    [
      ...rows.map((row) => [
        row.team,
        row.role,
        row.establishmentFte,
        row.inPostFte,
        row.vacantFte,
        row.overEstablishmentFte,
        row.coverFte,
        row.availableFte,
        row.inInductionFte,
      ]),
      [
        'All',
        '',
        totals.establishmentFte,
        totals.inPostFte,
        totals.vacantFte,
        totals.overEstablishmentFte,
        totals.coverFte,
        '',
        '',
      ],
    ],
    2,
  )

const heads = ({ teams: rows }: ShownWorkforce): Section =>
  section(
    'People by contract, heads',
    ['Team', 'Role', 'Permanent', 'Fixed term', 'Interim', 'Agency', 'Locum'],
    rows.map(({ team, role, heads: of }) => [
      team,
      role,
      of.permanent,
      of.fixedTerm,
      of.interim,
      of.agency,
      of.locum,
    ]),
    2,
  )

const pipeline = ({ pipeline: posts, timeToFillDays, turnover }: ShownWorkforce): Section =>
  section(
    'Recruitment and turnover',
    ['', 'Figure'],
    [
      ['Posts advertised', posts.advertised],
      ['Posts offered', posts.offered],
      ...posts.expectedStarts.map(({ on, fte }) => [
        `Expected to start on ${dateInWords(on)}, FTE`,
        fte,
      ]),
      ['Posts filled in the last 12 months', timeToFillDays.count],
      ['Median days from advertisement to start', timeToFillDays.median],
      ['Leavers in the last 12 months, FTE', turnover.leaversFte],
      ['Turnover, %', turnover.percent],
    ],
  )

const series = ({ series: points }: ShownWorkforce): Section =>
  section(
    'Full-time equivalents at the end of each month',
    ['On', 'Established', 'In post', 'Cover'],
    points.map((point) => [
      dateInWords(point.on),
      point.establishmentFte,
      point.inPostFte,
      point.coverFte,
    ]),
  )
