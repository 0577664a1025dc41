/**
 * The plans that were not issued in the example's time: brought forward, moved in, reviewed and
 * ended, so that as many are maintained as were published.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import { addDays, daysBetween } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { Chance } from '../chance.js'
import { opened, reportDate } from '../dates.js'
import { type Diary, workingDay, workingDayFrom } from '../diary.js'
import { published } from '../published.js'
import type { Case } from './path.js'

/** A plan that was not issued here. */
interface Plan {
  readonly from: CivilDate
  readonly broughtForward: boolean
  readonly until?: CivilDate
}

/** Enters every plan, with its reviews and its end. */
export const enterPlans = (diary: Diary, chance: Chance, cases: readonly Case[]): void => {
  plansMaintained(chance, cases).forEach((plan, i) => {
    enterPlan(diary, chance, `case-p${i + 1}`, plan)
  })
}

/** Moves in and ends that happen anyway in each period. Unit: plans. */
const churn = 12

const plansMaintained = (chance: Chance, cases: readonly Case[]): readonly Plan[] => {
  const issuedIn = (after: CivilDate, until: CivilDate): number =>
    cases.filter(({ end }) => end.kind === 'issued' && end.on > after && end.on <= until).length
  const plans: Plan[] = []
  let last = addDays(opened, -1)
  let maintained = 0
  for (const { on, count } of published.plansMaintained) {
    const until = civilDate(on)
    const needed = count - maintained - issuedIn(last, until)
    const isFirst = maintained === 0
    const more = Math.max(needed, 0) + churn
    const fewer = Math.max(-needed, 0) + churn
    const since = addDays(last, 1)
    const added = Array.from(
      { length: more },
      (): Plan => ({
        from: isFirst ? opened : workingDay(chance, since, until),
        broughtForward: isFirst,
      }),
    )
    plans.push(...added)
    endSome(chance, plans, fewer, { since: addDays(since, 40), until })
    last = until
    maintained = count
  }
  return plans
}

interface Period {
  readonly since: CivilDate
  readonly until: CivilDate
}

const endSome = (chance: Chance, plans: Plan[], count: number, { since, until }: Period): void => {
  for (let ended = 0; ended < count; ) {
    const i = chance.between(0, plans.length - 1)
    const plan = plans[i] as Plan
    if (plan.until !== undefined || plan.from >= since) continue
    plans[i] = { ...plan, until: workingDay(chance, since, until) }
    ended++
  }
}

const reasons = [
  'maxAge',
  'maxAge',
  'needsMet',
  'higherEducation',
  'employment',
  'leftEngland',
] as const

const enterPlan = (diary: Diary, chance: Chance, stream: string, plan: Plan): void => {
  const { from, broughtForward, until } = plan
  const issuedOn = addDays(from, -chance.between(30, 360))
  if (broughtForward) {
    diary.enter({ stream, type: 'PlanBroughtForward', on: from, data: { issuedOn } })
  } else diary.enter({ stream, type: 'PlanTransferredIn', on: from, data: {} })
  const since = broughtForward ? issuedOn : from
  enterReviews(diary, chance, stream, { since, from, until: until ?? reportDate })
  if (until !== undefined) {
    diary.enter({ stream, type: 'PlanCeased', on: until, data: { reason: chance.of(reasons) } })
  }
}

/** A review a year, mostly in time; a few are audited. */
const enterReviews = (
  diary: Diary,
  chance: Chance,
  stream: string,
  { since, from, until }: { since: CivilDate; from: CivilDate; until: CivilDate },
): void => {
  let last = since
  for (let n = 1; ; n++) {
    const metOn = workingDayFrom(addDays(last, chance.between(300, 345)))
    const decidedOn = workingDayFrom(addDays(metOn, chance.between(14, 32)))
    if (daysBetween(decidedOn, until) < 14) return
    last = decidedOn
    if (metOn <= from) continue
    const reviewId = `review-${n}`
    const decision: EventData<'ReviewDecided'>['decision'] = chance.of([
      'maintain',
      'maintain',
      'amend',
    ])
    diary.enter({ stream, type: 'ReviewMeetingHeld', on: metOn, data: { reviewId } })
    diary.enter({ stream, type: 'ReviewDecided', on: decidedOn, data: { reviewId, decision } })
    if (chance.percent(4)) {
      const grade = chance.of(['good', 'good', 'requiresImprovement', 'inadequate'] as const)
      const data = { framework: "the council's own audit", grade }
      diary.enter({ stream, type: 'PlanAudited', on: workingDayFrom(addDays(decidedOn, 7)), data })
    }
  }
}
