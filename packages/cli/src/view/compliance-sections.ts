/**
 * The compliance view in tables for people.
 */
import type { Compliance } from '@send-ledger/compliance'
import type { shown } from '@send-ledger/core'
import { dateInWords, monthInWords } from '../dates.js'
import { type Cell, type Section, section } from './section.js'

type Shown = ReturnType<typeof shown<Compliance>>
type Row = Shown['months'][number]
type Timeliness = Pick<Row, 'issued' | 'inTime' | 'percent'>

/** The tables of the compliance view. */
export const complianceSections = (view: Shown): readonly Section[] => [
  issued(view),
  rolling(view),
  decisions(view),
  open(view),
  ages(view),
  ...when(view.advice.length > 0, advice(view)),
  ...when(view.reviews.some(isEventful), reviews(view)),
  ...when(view.audits.length > 0, audits(view)),
  ...when(view.cohortCleared !== null, cleared(view)),
]

const when = (present: boolean, each: Section): readonly Section[] => (present ? [each] : [])

const named = ({ month, partial }: Pick<Row, 'month' | 'partial'>): string =>
  `${monthInWords(month)}${partial ? ' (part)' : ''}`

const bothBases = ({ issued: plans, inTime, percent }: Timeliness): readonly Cell[] => [
  plans.all,
  inTime.all,
  percent.all,
  plans.excludingExceptions,
  inTime.excludingExceptions,
  percent.excludingExceptions,
]

const baseHeadings = [
  'Issued',
  'In time',
  '%',
  'Issued\nexcl. exceptions',
  'In time\nexcl. exceptions',
  '%\nexcl. exceptions',
]

const issued = ({ months }: Shown): Section =>
  section(
    'Final plans issued, and those within 20 weeks of the request',
    ['Month', 'Requests', ...baseHeadings, 'Left out after\nmediation or appeal'],
    months.map((row) => [
      named(row),
      row.requests,
      ...bothBases(row),
      row.leftOut.mediationOrAppeal,
    ]),
  )

const rolling = ({ months }: Shown): Section =>
  section(
    'The same over the 12 months that end with each month',
    ['12 months to', ...baseHeadings, 'All 12 on record'],
    months.map((row) => [named(row), ...bothBases(row.rolling12), row.rolling12.complete]),
  )

const decisions = ({ months }: Shown): Section =>
  section(
    'Decisions whether to assess, and refusals',
    [
      'Month',
      'Decided',
      'Within\n6 weeks',
      'Refused\nto assess',
      'Refused\na plan',
      'Within\n16 weeks',
    ],
    months.map((row) => [
      named(row),
      row.decisions.decided,
      row.decisions.inTime,
      row.refusedToAssess,
      row.refusedToIssue.total,
      row.refusedToIssue.inTime,
    ]),
  )

const open = ({ open: cases, plansMaintained }: Shown): Section =>
  section(
    'Assessments under way, and plans',
    ['', 'Count'],
    [
      ['Open', cases.total],
      ['Open beyond 20 weeks', cases.overdue.all],
      ['Open beyond 20 weeks, excluding exceptions', cases.overdue.excludingExceptions],
      ['Plans maintained', plansMaintained],
    ],
  )

const ages = ({ open: { byAge } }: Shown): Section =>
  section(
    'Open assessments by days since the request',
    ['Days', 'Open'],
    byAge.map(({ from, to, count }) => [
      to === null ? `${from} and more` : `${from} to ${to}`,
      count,
    ]),
  )

const advice = ({ advice: rows }: Shown): Section =>
  section(
    'Advice; outstanding and overdue at the end of the month, or at the date asked for',
    ['Kind', 'Month', 'Returned', 'Within\n6 weeks', 'Excused', 'Outstanding', 'Overdue'],
    rows.map((row) => [
      row.kind,
      monthInWords(row.month),
      row.returned,
      row.inTime,
      row.excused,
      row.outstanding,
      row.overdue,
    ]),
    2,
  )

const isEventful = ({ due, held, decided, overdue }: Shown['reviews'][number]): boolean =>
  due + held + decided + overdue > 0

const reviews = ({ reviews: rows }: Shown): Section =>
  section(
    'Annual reviews; overdue at the end of the month, or at the date asked for',
    ['Month', 'Due', 'Held', 'Decided', 'Within\n4 weeks', 'Overdue'],
    rows.map((row) => [
      monthInWords(row.month),
      row.due,
      row.held,
      row.decided,
      row.decidedInTime,
      row.overdue,
    ]),
  )

const audits = ({ audits: rows }: Shown): Section =>
  section(
    'Quality audits of plans',
    ['Quarter', 'Grade', 'Plans'],
    rows.map(({ quarter, grade, count }) => [quarter, grade, count]),
    2,
  )

const cleared = ({ cohortCleared: cohort }: Shown): Section =>
  section(
    cohort === null ? '' : `The cases that were open on ${dateInWords(String(cohort.openOn))}`,
    ['Cases', 'Still open', 'The last one ended on'],
    cohort === null ? [] : [[cohort.cases, cohort.stillOpen, cohort.clearedOn]],
    0,
  )
