/**
 * A ledger in a service of yours: recorded in and asked.
 */
// #region embed
import { compliance, events, openLedger } from 'send-ledger'

export const embed = async (path: string) => {
  // Without `now` the clock is the system's; a fixed one here, so that the example never ages.
  const now = () => '2021-07-31T12:00:00.000Z'
  const ledger = await openLedger(path, { origin: 'urn:example:walsall', create: true, now })
  await ledger.record([
    events.requestReceived('case-1042', '2021-01-04', {
      requestedBy: 'school',
      startedBy: 'request',
    }),
    events.assessmentAgreed('case-1042', '2021-02-12'),
    events.planIssued('case-1042', '2021-05-24'),
  ])
  const answer = await ledger.ask(compliance, { asAt: '2021-05-31' })
  await ledger.close()
  return answer.view.months.at(-1)?.percent.all // '100.0': sent on the last day of the 20 weeks
}
// #endregion embed
