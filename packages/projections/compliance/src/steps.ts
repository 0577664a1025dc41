/**
 * Where the path of a case counts: open, decided, issued, and whether in time.
 */
import type { CivilDate, Law } from '@send-ledger/core'
import {
  addDays,
  type Counter,
  dayAfter,
  daysBetween,
  inOrder,
  lastDayInTime,
  later,
  measure,
} from '@send-ledger/core/projection'
import { ageBands } from './ages.js'
import { first as firstOf } from './first.js'
import type { ComplianceMeasure } from './measures.js'
import type { Milestone, PathFacts } from './path.js'
import { type Run, runsOf } from './runs.js'

type Count = Counter<ComplianceMeasure>

// Measures with dimensions, made once: every case counts in them.
const overdue = {
  all: measure('overdue', 'all'),
  excludingExceptions: measure('overdue', 'excludingExceptions'),
}
const ages = ageBands
  .filter(({ from }) => from > 0)
  .map(({ from }) => ({ days: from, openFrom: measure('openFrom', `${from}`) }))
const ofPlans = (['all', 'excludingExceptions'] as const).flatMap((basis) =>
  (['all', 'dfe'] as const).map((cohort) => ({
    basis,
    cohort,
    issued: measure('issued', basis, cohort),
    inTime: measure('inTime', basis, cohort),
    over52Weeks: measure('over52Weeks', basis, cohort),
  })),
)

/** Says where the path of a case counts, by the law given. */
export const pathSteps = (facts: PathFacts, count: Count, law: Law): void => {
  const path = inOrder(facts.milestones)
  const first = path.find(({ turn }) => turn === 'requested')
  const begunOn = first?.on ?? facts.arrivals[0]
  if (begunOn) count.step('cases', begunOn)
  if (first) {
    count.step('requests', first.on)
    countOpen(facts, path, first.on, count, law)
    countDecisions(path, first.on, count, law)
    countIssue(facts, path, first.on, count, law)
  }
}

/** Days after the request on which more than 52 weeks have passed. */
const daysOf52Weeks = 365

const countOpen = (
  facts: PathFacts,
  path: readonly Milestone[],
  receivedOn: CivilDate,
  count: Count,
  law: Law,
): void => {
  const runs = runsOf(path)
  runs.forEach(({ from, until, end }, i) => {
    count.during('open', from, until)
    if (until && end) count.during(measure('ended', end), until, runs[i + 1]?.from)
    for (const { openFrom, days } of ages) {
      const on = addDays(receivedOn, days)
      if (until !== undefined && until <= on) break
      count.during(openFrom, later(from, on), until)
    }
  })
  const overdueFrom = dayAfter(lastDayInTime(law, 'finalPlan', receivedOn))
  const { until } = runs[0] as Run
  count.during(overdue.all, overdueFrom, until)
  const excused = firstOf(...facts.exceptions)
  count.during(overdue.excludingExceptions, overdueFrom, firstOf(until, excused))
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
  facts: PathFacts,
  path: readonly Milestone[],
  receivedOn: CivilDate,
  count: Count,
  law: Law,
): void => {
  const on = path.find(({ turn }) => turn === 'issued')?.on
  if (on === undefined) return
  const isLeftOut = path.some(
    (each) => (each.turn === 'mediation' || each.turn === 'appealLodged') && each.on < on,
  )
  const isExcused = facts.exceptions.some((each) => each <= on)
  const isInTime = on <= lastDayInTime(law, 'finalPlan', receivedOn)
  const isLong = daysBetween(receivedOn, on) >= daysOf52Weeks
  for (const { basis, cohort, issued, inTime, over52Weeks } of ofPlans) {
    if ((isExcused && basis !== 'all') || (isLeftOut && cohort !== 'all')) continue
    count.step(issued, on)
    if (isInTime) count.step(inTime, on)
    if (isLong) count.step(over52Weeks, on)
  }
  if (isLeftOut) count.step('leftOut', on)
}
