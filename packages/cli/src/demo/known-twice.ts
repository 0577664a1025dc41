/**
 * One month asked about twice: as it was known at the time of the report, and as it was known
 * when late entries and corrections had come in.
 */
import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import { type Cell, type Section, section } from '../view/section.js'
import { type DemoAnswers, moments, type ShownCompliance } from './answers.js'

/** A figure at both states of knowledge. */
export interface KnownTwice {
  readonly figure: string
  readonly then: Cell
  readonly later: Cell
}

/** The figures of the month of the report, as known at both dates. */
export const knownTwice = ({ july, julyKnownLater }: DemoAnswers): readonly KnownTwice[] => {
  const later = figures(julyKnownLater)
  return [...figures(july)].map(([figure, then]) => ({
    figure,
    then,
    later: later.get(figure) ?? null,
  }))
}

const figures = (view: ShownCompliance): ReadonlyMap<string, Cell> => {
  const month = moments.asAt.slice(0, 7)
  const row = view.months.find((each) => each.month === month)
  return new Map<string, Cell>([
    ['Plans issued', row?.issued.excludingExceptions ?? null],
    ['In time', row?.inTime.excludingExceptions ?? null],
    ['Per cent', row?.percent.excludingExceptions ?? null],
    ['Per cent over 12 months', row?.rolling12.percent.excludingExceptions ?? null],
    ['Open assessments', view.open.total],
    ['Open beyond 20 weeks', view.open.overdue.all],
    ['Plans maintained', view.plansMaintained],
  ])
}

/** The figures as a table. */
export const knownTwiceSection = (rows: readonly KnownTwice[]): Section =>
  section(
    `${monthInWords(moments.asAt.slice(0, 7))} as at ${dateInWords(moments.asAt)}, known at two dates`,
    [
      'Figure',
      `Known on\n${dateInWords(moments.knownAt)}`,
      `Known on\n${dateInWords(moments.knownLater)}`,
    ],
    rows.map(({ figure, then, later }) => [figure, then, later]),
  )
