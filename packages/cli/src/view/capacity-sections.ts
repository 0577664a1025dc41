/**
 * The capacity view in tables for people.
 */
import { figureRows } from '@send-ledger/core'
import { capacityView } from '@send-ledger/workforce'
import { type Cell, type Section, section } from './section.js'

/** What is shown of the capacity view; a forecast is laid out as it comes. */
export interface ShownCapacity {
  readonly roles: readonly {
    readonly role: string
    readonly availableFte: Cell
    readonly openAssessments: Cell
    readonly openPerFte: Cell
    readonly requests3Months: Cell
    readonly requestsPerFte: Cell
    readonly plansPerFte: Cell
  }[]
  readonly forecast: unknown
}

/** The tables of the capacity view. */
export const capacitySections = (view: ShownCapacity): readonly Section[] => [
  roles(view),
  ...(view.forecast === null ? [] : [forecast(view)]),
]

const roles = ({ roles: rows }: ShownCapacity): Section =>
  section(
    'Demand for each full-time equivalent available',
    [
      'Role',
      'Available FTE',
      'Open\nassessments',
      'Open\nper FTE',
      'Requests in\n3 months',
      'Requests\nper FTE',
      'Plans maintained\nper FTE',
    ],
    rows.map((row) => [
      row.role,
      row.availableFte,
      row.openAssessments,
      row.openPerFte,
      row.requests3Months,
      row.requestsPerFte,
      row.plansPerFte,
    ]),
  )

/** Never mixed with what is on record: a table of its own, which names its assumptions. */
const forecast = ({ forecast: told }: ShownCapacity): Section =>
  section(
    'Forecast: no record, but what follows from the assumptions named',
    ['', '', 'Figure'],
    figureRows({ forecast: told }, capacityView).map(({ item, figure, value }) => [
      item,
      figure,
      value,
    ]),
    2,
  )
