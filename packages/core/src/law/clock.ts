/**
 * The statutory clock: the last day on which a duty is met in time, and whether a ground excuses.
 */
import { addDays, addMonths, type CivilDate, dateOfDay, dayOf } from '../time/civil-date.js'
import { DayTable } from '../time/day-table.js'
import type { ExceptionGround, InForce, Law, Rule, RuleId, RuleSet } from './rule.js'

/**
 * The row of a rule set that governs a clock which starts on a date. A clock that starts before
 * the first row came into force is measured by that first row.
 *
 * Errors: throws a RangeError where the rule set has no such rule.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { england1, ruleFor } from '@send-ledger/core/projection'
 *
 * const rule = ruleFor(england1, 'finalPlan', civilDate('2021-01-04'))
 * assert.strictEqual(rule.citation, 'SI 2014/1530 reg 13(2)')
 */
export const ruleFor = (ruleSet: RuleSet, id: RuleId, trigger: CivilDate): Rule => {
  const rows = ruleSet.rules.filter((rule) => rule.id === id)
  const rule = rows.findLast((row) => isInForce(row.inForce, trigger)) ?? rows[0]
  if (rule === undefined) throw new RangeError(`rule set ${ruleSet.name} has no rule ${id}`)
  return rule
}

const isInForce = ({ from, until }: InForce, on: CivilDate): boolean =>
  from <= on && (until === undefined || on <= until)

/**
 * The last day on which the duty is still met in time.
 *
 * Unit: calendar days; weekends and bank holidays do not move it. "Within N weeks" leaves the day
 * of the trigger out, under the counting policy `inclusive` it counts; "beginning with" counts it.
 * Errors: throws a RangeError where the rule set has no such rule.
 * Source: the rule's own citation; for the final plan SI 2014/1530 reg 13(2).
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { england1, lastDayInTime } from '@send-ledger/core/projection'
 *
 * const law = { ruleSet: england1, counting: 'exclusive' } as const
 * assert.strictEqual(lastDayInTime(law, 'finalPlan', civilDate('2021-01-04')), '2021-05-24')
 */
export const lastDayInTime = (law: Law, id: RuleId, trigger: CivilDate): CivilDate =>
  lastDays(law, id).of(dayOf(trigger))

const lastDayBy = (law: Law, { limit, counting }: Rule, trigger: CivilDate): CivilDate => {
  const firstDayCounts = counting === 'beginningWith' || law.counting === 'inclusive'
  const less = firstDayCounts ? 1 : 0
  if (limit.unit === 'months') return addDays(addMonths(trigger, limit.count), -less)
  return addDays(trigger, limit.count * (limit.unit === 'weeks' ? 7 : 1) - less)
}

type LastDays = DayTable<CivilDate>

/** A law gives the same last day for the same trigger each time, and is asked for each record. */
const lastDaysOfLaws = new WeakMap<Law, Map<RuleId, LastDays>>()
/** Those of the law that was asked last. */
let present: { readonly law: Law; readonly ofLaw: Map<RuleId, LastDays> } | undefined

const lastDays = (law: Law, id: RuleId): LastDays => {
  if (present?.law !== law) {
    const ofLaw = lastDaysOfLaws.get(law) ?? new Map<RuleId, LastDays>()
    lastDaysOfLaws.set(law, ofLaw)
    present = { law, ofLaw }
  }
  const known = present.ofLaw.get(id)
  if (known) return known
  const ofRule: LastDays = new DayTable((day) => {
    const trigger = dateOfDay(day)
    return lastDayBy(law, ruleFor(law.ruleSet, id, trigger), trigger)
  })
  present.ofLaw.set(id, ofRule)
  return ofRule
}

/**
 * The row by which a ground excuses from a limit on a date; undefined where the law does not know
 * the ground for that limit, or not on that date.
 *
 * Source: SI 2014/1530 reg 5(4), 8(2), 10(4), 13(3); SI 2020/471.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { england1, exceptionFor } from '@send-ledger/core/projection'
 *
 * const on = civilDate('2020-09-26')
 * assert.strictEqual(exceptionFor(england1, 'finalPlan', 'coronavirus', on), undefined)
 */
export const exceptionFor = (
  ruleSet: RuleSet,
  id: RuleId,
  ground: string,
  on: CivilDate,
): ExceptionGround | undefined =>
  ruleFor(ruleSet, id, on).exceptions.find(
    (exception) => exception.ground === ground && isInForce(exception.inForce, on),
  )
