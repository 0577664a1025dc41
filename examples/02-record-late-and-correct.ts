/**
 * Record late, and correct: the old figure stays what it was, the new one says what is known now.
 */
// #region correct
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  civilDate,
  type Draft,
  endOfDay,
  explain,
  type Ledger,
  recorder,
  shown,
} from '@send-ledger/core'
import { event } from './small/event.js'

/** A plan sent on 26 May, entered as of 21 May; the mistake was found on 14 June. */
const plan = event(3, 'case-1042', 'PlanIssued', '2021-05-21')
const drafts: readonly Draft[] = [
  event(1, 'case-1042', 'RequestReceived', '2021-01-04', {
    requestedBy: 'school',
    startedBy: 'request',
  }),
  event(2, 'case-1042', 'AssessmentAgreed', '2021-02-12'),
  plan,
  event(4, 'case-1042', 'EventCorrected', '2021-06-14', {
    corrects: plan.event.id,
    effectiveOn: '2021-05-26',
    reason: 'The date was that of the draft letter.',
  }),
  // Recorded weeks after it happened: late, and nothing is overwritten.
  {
    ...event(5, 'case-1042', 'MediationRequested', '2021-05-10', { about: 'issue' }, '2021-06-30'),
  },
]

export const percentKnownOn = async (ledger: Ledger, dates: readonly string[]) => {
  const recorded = await recorder(ledger, { now: () => endOfDay(civilDate('2021-12-31')) }).record(
    drafts,
  )()
  if (recorded._tag === 'Left') throw new Error(explain(recorded.left))
  const percents: unknown[] = []
  for (const date of dates) {
    const question = { asAt: civilDate('2021-05-31'), knownAt: endOfDay(civilDate(date)) }
    const asked = await answer(ledger, complianceView, question)()
    if (asked._tag === 'Left') throw new Error(explain(asked.left))
    percents.push(shown(asked.right.answer).months.at(-1)?.percent.all)
  }
  return percents // known on 31 May: '100.0'; on 15 June: '0.0'; on 30 June: null, set aside
}
// #endregion correct
