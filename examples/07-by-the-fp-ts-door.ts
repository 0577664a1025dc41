/**
 * Embed the ledger in a council's system: record what happened, ask what the figures are.
 */
// #region compose
import { complianceView } from '@send-ledger/compliance'
import { answer, checkEvent, civilDate, explain, instant, recorder, shown } from '@send-ledger/core'
import { createSqliteLedger } from '@send-ledger/store-sqlite'

export const compose = async (path: string) => {
  // The clock of your system; a fixed one here, so that the example is the same on every day.
  const now = () => instant('2021-07-31T12:00:00.000Z')
  const ledger = await createSqliteLedger(path, 'urn:send-ledger:example', { now })()
  if (ledger._tag === 'Left') throw new Error(explain(ledger.left))

  const events = [
    ['0190a1b2-0000-7000-8000-000000000001', 'RequestReceived', '2021-01-04'],
    ['0190a1b2-0000-7000-8000-000000000002', 'AssessmentAgreed', '2021-02-12'],
    ['0190a1b2-0000-7000-8000-000000000003', 'PlanIssued', '2021-05-24'],
  ].map(([id, type, effectiveOn]) => {
    const data = type === 'RequestReceived' ? { requestedBy: 'school', startedBy: 'request' } : {}
    const event = checkEvent({ id, type, version: 1, stream: 'case-1042', effectiveOn, data })
    if (event._tag === 'Left') throw new Error(explain(event.left))
    return { event: event.right }
  })
  const outcomes = await recorder(ledger.right, { now }).record(events)()
  if (outcomes._tag === 'Left') throw new Error(explain(outcomes.left))
  for (const outcome of outcomes.right) {
    if (outcome._tag === 'Left') console.error(explain(outcome.left)) // refused, and why
  }

  const asked = await answer(ledger.right, complianceView, { asAt: civilDate('2021-05-31') })()
  if (asked._tag === 'Left') throw new Error(explain(asked.left))
  await ledger.right.close()()
  return shown(asked.right.answer).months.at(-1)?.percent.all // '100.0': sent on the last day
}
// #endregion compose
