/**
 * Where a case counts.
 */
import type { CivilDate } from '@send-ledger/core'
import {
  addDays,
  type Counter,
  dayAfter,
  daysBetween,
  inOrder,
  type Law,
  lastDayInTime,
  later,
  measure,
} from '@send-ledger/core/projection'
import { countAdvice } from './advice.js'
import { ageBands } from './ages.js'
import type { CaseFacts, Milestone } from './facts.js'
import { first as firstOf } from './first.js'
import type { ComplianceMeasure } from './measures.js'
import { countPlan } from './plan.js'
import { type Run, runsOf } from './runs.js'

type Count = Counter<ComplianceMeasure>

/** Says where a case counts, by the law given. */
export const caseSteps = (facts: CaseFacts, count: Count, law: Law): void => {
  const path = inOrder(facts.milestones)
  const first = path.find(({ turn }) => turn === 'requested')
  const begun = [first, facts.planStarts[0]].find((start) => start !== undefined)
  if (begun) count.step('cases', begun.on)
  if (first) {
    count.step('requests', first.on)
    countOpen(facts, path, first.on, count, law)
    countDecisions(path, first.on, count, law)
    countIssue(facts, path, first.on, count, law)
  }
  countAdvice(facts, count, law)
  countPlan(facts, count, law)
}

/** Days after the request on which more than 52 weeks have passed. */
const over52Weeks = 365

const countOpen = (
  facts: CaseFacts,
  path: readonly Milestone[],
  receivedOn: CivilDate,
  count: Count,
  law: Law,
): void => {
  const runs = runsOf(path)
  runs.forEach(({ from, until, end }, i) => {
    count.during('open', from, until)
    if (until && end) count.during(measure('ended', end), until, runs[i + 1]?.from)
    for (const band of ageBands) {
      const bandFrom = later(from, addDays(receivedOn, band.from))
      const bandUntil = band.to === null ? until : firstOf(until, addDays(receivedOn, band.to + 1))
      count.during(measure('openByAge', String(band.from)), bandFrom, bandUntil)
    }
  })
  const overdueFrom = dayAfter(lastDayInTime(law, 'finalPlan', receivedOn))
  const { until } = runs[0] as Run
  count.during(measure('overdue', 'all'), overdueFrom, until)
  const excused = firstOf(
    ...facts.exceptions.filter(({ limit }) => limit === 'finalPlan').map(({ on }) => on),
  )
  count.during(measure('overdue', 'excludingExceptions'), overdueFrom, firstOf(until, excused))
}

const countDecisions = (
  path: readonly Milestone[],
  receivedOn: CivilDate,
  count: Count,
  law: Law,
): void => {
  const decision = path.find(({ turn }) => turn === 'agreed' || turn === 'refusedToAssess')
  if (decision) {
    count.step('decided', decision.on)
    const lastDay = lastDayInTime(law, 'decision', receivedOn)
    if (decision.on <= lastDay) count.step('decidedInTime', decision.on)
  }
  for (const { turn, on } of path) {
    if (turn === 'refusedToAssess') count.step('refusedToAssess', on)
    if (turn !== 'refusedToIssue') continue
    count.step('refusedToIssue', on)
    if (on <= lastDayInTime(law, 'refusal', receivedOn)) count.step('refusedToIssueInTime', on)
  }
}

/** A plan counts in each basis and each cohort that it belongs to. */
const countIssue = (
  facts: CaseFacts,
  path: readonly Milestone[],
  receivedOn: CivilDate,
  count: Count,
  law: Law,
): void => {
  const on = path.find(({ turn }) => turn === 'issued')?.on
  if (on === undefined) return
  const leftOut = path.some(
    (each) => (each.turn === 'mediation' || each.turn === 'appealLodged') && each.on < on,
  )
  const excused = facts.exceptions.some((each) => each.limit === 'finalPlan' && each.on <= on)
  const inTime = on <= lastDayInTime(law, 'finalPlan', receivedOn)
  const isLong = daysBetween(receivedOn, on) >= over52Weeks
  for (const basis of excused ? (['all'] as const) : (['all', 'excludingExceptions'] as const)) {
    for (const cohort of leftOut ? (['all'] as const) : (['all', 'dfe'] as const)) {
      count.step(measure('issued', basis, cohort), on)
      if (inTime) count.step(measure('inTime', basis, cohort), on)
      if (isLong) count.step(measure('over52Weeks', basis, cohort), on)
    }
  }
  if (leftOut) count.step('leftOut', on)
}
