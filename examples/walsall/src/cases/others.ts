/**
 * The cases without a plan: the rest of the backlog, those that ended otherwise, and those open at
 * the date of the report.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import { addDays, earlier, monthsFrom } from '@send-ledger/core/projection'
import type { Chance } from '../chance.js'
import { backlogOn, reportDate } from '../dates.js'
import { workingDay, workingDayFrom } from '../diary.js'
import { published } from '../published.js'
import { beforeBacklog } from './issued.js'
import type { Case } from './path.js'

const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Whether a case was open on the day on which the backlog is counted. */
const isOfBacklog = ({ requestedOn, end }: Case): boolean =>
  requestedOn <= backlogOn && (end.kind === 'open' || end.on > backlogOn)

/** What is missing of the backlog: most with a plan before the published series, some refused. */
export const restOfBacklog = (chance: Chance, cases: readonly Case[]): readonly Case[] =>
  times(published.backlog.assessments - cases.filter(isOfBacklog).length, (i) => {
    const on = workingDay(chance, addDays(backlogOn, 30), civilDate('2020-01-31'))
    const kind = i % 5 === 4 ? 'refusedToIssue' : 'issued'
    return { requestedOn: beforeBacklog(chance), end: { kind, on } }
  })

/** The cases open at the date of the report, and of these those beyond 20 weeks. */
export const openCases = (chance: Chance): readonly Case[] => {
  const { open, overdue } = published.openAssessments
  const since = (count: number, first: string, last: string): readonly Case[] =>
    times(count, () => ({
      requestedOn: workingDay(chance, civilDate(first), civilDate(last)),
      end: { kind: 'open' },
    }))
  const long = since(overdue, '2020-08-03', '2021-03-12')
  return [
    ...long.map((each, i): Case => (i < 2 ? { ...each, exception: 'absentFromArea' } : each)),
    ...since(60, '2021-03-15', '2021-04-30'),
    ...since(150, '2021-05-04', '2021-06-30'),
    ...since(open - overdue - 60 - 150, '2021-07-01', '2021-07-30'),
  ]
}

/** Requests of May and June of the year before; the "75%" that was told is nearest to 119. */
const requestsYearBefore = 119

/** Requests that were refused or withdrawn: in May and June as many as the sums need. */
export const endedOtherwise = (chance: Chance, cases: readonly Case[]): readonly Case[] => {
  const missing = (first: string, last: string, count: number): readonly Case[] => {
    const there = cases.filter(
      ({ requestedOn }) => requestedOn >= first && requestedOn <= last,
    ).length
    return times(count - there, () => ended(chance, civilDate(first), civilDate(last)))
  }
  const elsewhere = monthsFrom(addDays(backlogOn, 1), reportDate)
    .filter(({ id }) => !/^202[01]-0[56]$/.test(id))
    .flatMap(({ first, last }) => times(12, () => ended(chance, first, last)))
  return [
    ...elsewhere,
    ...missing('2020-05-01', '2020-06-30', requestsYearBefore),
    ...missing('2021-05-01', '2021-06-30', published.requests.count),
  ]
}

const ended = (chance: Chance, first: CivilDate, last: CivilDate): Case => {
  // Whatever ends must have ended by the date of the report.
  const latest = earlier(last, addDays(reportDate, -14))
  const requestedOn = workingDay(chance, first, latest)
  const on = earlier(workingDayFrom(addDays(requestedOn, chance.between(12, 41))), reportDate)
  return { requestedOn, end: { kind: chance.percent(75) ? 'refusedToAssess' : 'withdrawn', on } }
}
