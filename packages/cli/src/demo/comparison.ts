/**
 * The figures that Walsall Council published, each beside the one that the ledger gives.
 */

import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import type { published } from '@send-ledger/example-walsall'
import { type Cell, type Section, section } from '../view/section.js'
import type { DemoAnswers } from './answers.js'

type Published = typeof published

/** A published figure beside the ledger's. */
export interface Compared {
  readonly figure: string
  readonly published: Cell
  readonly derived: Cell
  readonly equal: boolean
}

/** Every figure that was published, compared. */
export const comparisons = (told: Published, answers: DemoAnswers): readonly Compared[] => [
  ...told.timeliness.months.flatMap((month) => monthFigures(month, answers)),
  ...casesUnderWay(told, answers),
  ...told.plansMaintained.map(({ on, count }) =>
    compared(`Plans maintained on ${dateInWords(on)}`, count, answers.plansMaintained.get(on)),
  ),
  ...backlog(told, answers),
  ...programme(told, answers),
]

const compared = (figure: string, told: Cell, derived: Cell | undefined): Compared => ({
  figure,
  published: told,
  derived: derived ?? null,
  equal: told === (derived ?? null),
})

type PublishedMonth = Published['timeliness']['months'][number]

/** The council's series leaves exceptions out. */
const monthFigures = (told: PublishedMonth, { july }: DemoAnswers): readonly Compared[] => {
  const row = july.months.find(({ month }) => month === told.month)
  const month = monthInWords(told.month)
  const year = `12 months to ${month}`
  return [
    compared(`${month}: plans issued`, told.issued, row?.issued.excludingExceptions),
    compared(`${month}: in time`, told.inTime, row?.inTime.excludingExceptions),
    compared(`${month}: per cent`, told.percent, row?.percent.excludingExceptions),
    compared(
      `${year}: plans issued`,
      told.rolling12.issued,
      row?.rolling12.issued.excludingExceptions,
    ),
    compared(`${year}: in time`, told.rolling12.inTime, row?.rolling12.inTime.excludingExceptions),
    compared(
      `${year}: per cent`,
      told.rolling12.percent,
      row?.rolling12.percent.excludingExceptions,
    ),
  ]
}

const casesUnderWay = (told: Published, { july }: DemoAnswers): readonly Compared[] => {
  const { on, open, overdue } = told.openAssessments
  const { months, count } = told.requests
  const requests = july.months
    .filter(({ month }) => (months as readonly string[]).includes(month))
    .reduce((sum, row) => sum + row.requests, 0)
  return [
    compared(`Open assessments on ${dateInWords(on)}`, open, july.open.total),
    compared('Of these beyond 20 weeks', overdue, july.open.overdue.all),
    compared(`Requests in ${months.map(monthInWords).join(' and ')}`, count, requests),
  ]
}

const backlog = (
  { backlog: told }: Published,
  { backlog: cleared }: DemoAnswers,
): readonly Compared[] => [
  compared(`Backlog of ${monthInWords(told.from)}`, told.assessments, cleared?.cases),
  compared('The last of it was cleared on', told.clearedOn, cleared?.clearedOn),
]

const programme = ({ programme: told }: Published, { wsoa }: DemoAnswers): readonly Compared[] => {
  const [plan] = wsoa.programmes
  return [
    compared('Actions of the programme', told.actions, plan?.actions.value),
    compared('Areas of concern', told.areasOfConcern, plan?.areas.length),
    compared('Workstreams', told.workstreams.length, plan?.workstreams.length),
  ]
}

/** The comparison as a table, with a tick for each figure that is equal. */
export const comparisonSection = (rows: readonly Compared[]): Section =>
  section(
    'Published by Walsall Council, and worked out from the ledger',
    ['Figure', 'Published', 'From the ledger', 'Equal'],
    rows.map(({ figure, published: told, derived, equal }) => [
      figure,
      told,
      derived,
      equal ? '✓' : 'differs',
    ]),
  )
