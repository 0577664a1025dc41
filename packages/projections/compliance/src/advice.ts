/**
 * Where the advice of a case counts, by its kind.
 *
 * Source: SI 2014/1530 reg 6 and 8.
 */
import {
  type Counter,
  dayAfter,
  type Law,
  lastDayInTime,
  measure,
} from '@send-ledger/core/projection'
import type { Advice, CaseFacts } from './facts.js'
import type { ComplianceMeasure } from './measures.js'

/** Says where the advice of a case counts. */
export const countAdvice = (
  facts: CaseFacts,
  count: Counter<ComplianceMeasure>,
  law: Law,
): void => {
  for (const advice of facts.advice) {
    const { adviceId, kind, requestedOn } = advice
    const lastDay = lastDayInTime(law, 'advice', requestedOn)
    const returnedOn = facts.returns.find((each) => each.adviceId === adviceId)?.on
    count.step(measure('adviceRequested', kind), requestedOn)
    count.during(measure('adviceOutstanding', kind), requestedOn, returnedOn)
    count.during(measure('adviceOverdue', kind), dayAfter(lastDay), returnedOn)
    if (returnedOn === undefined) continue
    count.step(measure('adviceReturned', kind), returnedOn)
    if (returnedOn <= lastDay) count.step(measure('adviceInTime', kind), returnedOn)
    else if (isExcused(facts, advice, returnedOn)) {
      count.step(measure('adviceExcused', kind), returnedOn)
    }
  }
}

/** An exception of the limit for advice excuses the piece it names, or each of the case. */
const isExcused = (
  { exceptions }: CaseFacts,
  { adviceId }: Advice,
  returnedOn: Advice['requestedOn'],
): boolean =>
  exceptions.some(
    (each) =>
      each.limit === 'advice' &&
      each.on <= returnedOn &&
      (each.adviceId === undefined || each.adviceId === adviceId),
  )
