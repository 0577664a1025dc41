/**
 * Which ground may excuse from which limit, on which date: asked of the law, not of the path.
 */

import { isOf, type LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken } from '../events/refused.js'
import { exceptionFor, ruleFor } from '../law/clock.js'
import { england1 } from '../law/england-1.js'
import { refusal } from './refusal.js'

/** Why an exception is refused: the rule does not know its ground on its date. */
export const groundRefused = (record: LedgerRecord): LifeCycleBroken | undefined => {
  if (!isOf('ExceptionApplied')(record)) return undefined
  const { limit, ground } = record.data
  const on = record.effectiveOn
  if (exceptionFor(england1, limit, ground, on)) return undefined
  const rule = ruleFor(england1, limit, on)
  const known = rule.exceptions.find((exception) => exception.ground === ground)
  const citation = known?.citation ?? rule.exceptions[0]?.citation ?? rule.citation
  const because = `${ground} does not excuse from the limit ${limit} on ${on}: see ${citation}.`
  return refusal('ground-known', because, { record })
}
