/**
 * The compliance view: the published series of the 20 weeks and what stands beside it.
 */
import type { CivilDate, View } from '@send-ledger/core'
import {
  earlier,
  type Month,
  measure,
  minus,
  monthOf,
  monthsFrom,
  opaque,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import type { Documented } from '@send-ledger/documents'
import { adviceProjection, measuresOf } from './advice.js'
import { ageBands } from './ages.js'
import type { AdviceRow, CohortCleared, Compliance, ReviewRow } from './answer.js'
import { complianceDocument } from './document/document.js'
import { complianceWords } from './document/words.js'
import { complianceLaws } from './laws.js'
import { type ComplianceMeasure, complianceUnits, type PlanCohort } from './measures.js'
import { besideYearBefore, inBothBases, monthRow, over } from './months.js'
import { pathProjection } from './path.js'
import { planProjection } from './plan.js'

/** Folds cases into what the compliance figures, and the demand in capacity, are sums of. */
export const caseProjections: View<never, never, never>['projections'] = [
  pathProjection,
  adviceProjection,
  planProjection,
]

/** What may be asked of the compliance view. */
export interface ComplianceOptions {
  /** Whether plans after mediation or an appeal are left out (`dfe`) or not (`all`). */
  readonly cohort: PlanCohort
  /** The first month of the series, `YYYY-MM`; that of the first case record unless told. */
  readonly from?: string | undefined
  /** Asks when the cases that were open on this date were cleared. */
  readonly openOn?: CivilDate | undefined
}

type Read = Reader<ComplianceMeasure>

/**
 * The compliance view.
 *
 * Source: SI 2014/1530; the SEN2 statutory return for the cohort that `dfe` names.
 */
export const complianceView: View<ComplianceMeasure, ComplianceOptions, Compliance> &
  Documented<Compliance> = {
  name: 'compliance',
  version: 2,
  projections: caseProjections,
  usesLaw: true,
  defaults: { cohort: 'dfe' },
  units: complianceUnits,
  options: {
    cohort: {
      label: 'Plans counted',
      help: 'leave out plans after mediation or an appeal',
      kind: 'choice',
      values: {
        dfe: 'without those issued after mediation or an appeal, as the SEN2 return counts',
        all: 'all, also after mediation or an appeal',
      },
    },
    from: { label: 'First month', help: 'the first month of the series', kind: 'month' },
    openOn: {
      label: 'Cases open on',
      help: 'what became of the cases open on a date',
      kind: 'date',
    },
  },
  laws: complianceLaws,
  identifiedBy: {
    months: ['month'],
    'open.byAge': ['from', 'to'],
    advice: ['kind', 'month'],
    reviews: ['month'],
    audits: ['quarter', 'grade'],
  },
  document: complianceDocument,
  words: complianceWords,
  restated: [
    {
      version: 1,
      since: '0.2.0',
      because:
        'a conceded appeal, and mediation followed by what was refused, open a case again, and a year before the last day of February is the last day of February',
    },
  ],
  answer: (read, { cohort, from, openOn }) => {
    const first = read.first('cases')
    const began = monthOf(first ?? read.asAt)
    const all = first ? monthsFrom(first, read.asAt) : []
    const months = all.filter((month) => from === undefined || month.id >= from)
    return {
      months: months.map((month) => monthRow({ read, cohort, began }, month)),
      requests: requestsOver(read, months),
      open: openCases(read),
      plansMaintained: read.at('plans'),
      advice: adviceRows(read, months),
      reviews: months.map((month) => reviewRow(read, month)),
      audits: auditRows(read, months),
      cohortCleared: openOn === undefined ? null : cohortCleared(read, openOn),
    }
  },
}

const requestsOver = (read: Read, months: readonly Month[]): Compliance['requests'] => {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) return null
  const total = over(read, 'requests', first, last)
  return { total, yearBefore: besideYearBefore(read, total, first, last) }
}

const openCases = (read: Read): Compliance['open'] => ({
  total: read.at('open'),
  overdue: inBothBases((basis) => read.at(measure('overdue', basis))),
  byAge: ageBands.map((band) => ({
    ...band,
    count: openOfAge(read, band),
  })),
})

/** Cases open for so many days at least, less those open for longer than the band. */
const openOfAge = (read: Read, { from, to }: (typeof ageBands)[number]): Sum => {
  const openFrom = (days: number): Sum =>
    read.at(days === 0 ? 'open' : measure('openFrom', String(days)))
  return to === null ? openFrom(from) : minus(openFrom(from), openFrom(to + 1))
}

/** The last day of a month as far as the view looks. */
const endOf = (read: Read, { last }: Month): CivilDate => earlier(last, read.asAt)

/** Each kind from the month of its first request. */
const adviceRows = (read: Read, months: readonly Month[]): readonly AdviceRow[] =>
  read.dimensions('adviceRequested').flatMap(([kind = '']) => {
    const requested = read.first(measuresOf(kind).requested)
    const since = requested ? monthOf(requested).id : ''
    return months.filter((month) => month.id >= since).map((month) => adviceRow(read, kind, month))
  })

const adviceRow = (read: Read, kind: string, month: Month): AdviceRow => {
  const of = measuresOf(kind)
  const returned = over(read, of.returned, month)
  const inTime = over(read, of.inTime, month)
  return {
    kind,
    month: month.id,
    returned,
    inTime,
    late: minus(returned, inTime),
    excused: over(read, of.excused, month),
    outstanding: read.at(of.outstanding, endOf(read, month)),
    overdue: read.at(of.overdue, endOf(read, month)),
  }
}

const reviewRow = (read: Read, month: Month): ReviewRow => ({
  month: month.id,
  due: over(read, 'reviewsDue', month),
  held: over(read, 'reviewsHeld', month),
  decided: over(read, 'reviewsDecided', month),
  decidedInTime: over(read, 'reviewsDecidedInTime', month),
  overdue: read.at('reviewsOverdue', endOf(read, month)),
})

/** Audits by quarter of the calendar year and grade; quarters without audits are left out. */
const auditRows = (read: Read, months: readonly Month[]): Compliance['audits'] => {
  const grades = read.dimensions('audits').map(([grade = '']) => grade)
  if (grades.length === 0) return []
  const quarters = new Map<string, Month[]>()
  for (const month of months) {
    const quarter = quarters.get(quarterOf(month)) ?? []
    quarter.push(month)
    quarters.set(quarterOf(month), quarter)
  }
  return [...quarters].flatMap(([quarter, inQuarter]) => {
    const [first, last] = [inQuarter[0] as Month, inQuarter.at(-1) as Month]
    return grades
      .map((grade) => ({
        quarter,
        grade,
        count: over(read, measure('audits', grade), first, last),
      }))
      .filter(({ count }) => count.value > 0)
  })
}

const quarterOf = ({ id }: Month): string =>
  `${id.slice(0, 4)}-Q${Math.ceil(Number(id.slice(5)) / 3)}`

const cohortCleared = (read: Read, openOn: CivilDate): CohortCleared => {
  const cohort = read.among('open', openOn)
  const cases = cohort.at('open', openOn)
  const stillOpen = cohort.at('open')
  const isCleared = cases.value > 0 && stillOpen.value === 0
  const lastEnded = isCleared ? cohort.changes('open').at(-1)?.on : undefined
  return { openOn, cases, stillOpen, clearedOn: opaque(lastEnded ?? null, { cases, stillOpen }) }
}
