/**
 * The first hour: record, correct, ask at two knowledge dates, explain, watch.
 */
// #region open
import { compliance, EventsRefused, events, openLedger } from 'send-ledger'

// #endregion open

export const firstHour = async (path: string) => {
  // #region open
  const ledger = await openLedger(path, { origin: 'urn:example:walsall', create: true })
  // #endregion open

  // #region record
  await ledger.record(
    events.requestReceived(
      'case-1042',
      '2021-01-04',
      { requestedBy: 'school', startedBy: 'request' },
      { key: 'SEN/2021/004512/REQ' },
    ),
  )
  await ledger.record(events.assessmentAgreed('case-1042', '2021-02-12'))
  const plan = await ledger.record(events.planIssued('case-1042', '2021-05-24'))
  const before = await ledger.ask(compliance, { asAt: '2021-05-31' })
  const first = before.view.months.at(-1)?.percent.all // '100.0'
  // #endregion record

  // #region refuse
  const reasons: string[] = []
  try {
    await ledger.record(events.planIssued('case-1042', '2021-05-28'))
  } catch (cause) {
    if (!(cause instanceof EventsRefused)) throw cause
    for (const { code, reason } of cause.refused) reasons.push(`${code}: ${reason}`)
  }
  // #endregion refuse

  // #region correct
  await ledger.record(
    events.eventCorrected('case-1042', '2021-06-14', {
      corrects: plan.record.id,
      effectiveOn: '2021-05-26',
      reason: 'The date was that of the draft.',
    }),
  )
  // #endregion correct

  // #region ask
  const knownAt = plan.record.recordedAt // a date would do: its end in London
  const then = await ledger.ask(compliance, { asAt: '2021-05-31', knownAt })
  const now = await ledger.ask(compliance, { asAt: '2021-05-31' })
  const both = [then.view.months.at(-1)?.percent.all, now.view.months.at(-1)?.percent.all]
  // ['100.0', '0.0']
  // #endregion ask

  // #region explain
  const why = await now.explain('issued:2021-05')
  const cases = why.parts.figure?.subjects.map(({ stream }) => stream) // ['case-1042']
  const changed = await now.changesSince(then)
  const inTime = changed.find(({ figure }) => figure === 'months.inTime.all:2021-05')
  const causes = inTime?.causes.map(({ kind, stream, change }) => ({ kind, stream, change }))
  // [{ kind: 'corrected', stream: 'case-1042', change: -1 }]
  // #endregion explain

  // #region watch
  const totals: number[] = []
  for await (const { view } of ledger.watch(compliance, { asAt: '2021-06-30' })) {
    totals.push(view.open.total)
    if (view.open.total === 1) break // a service goes on until it closes the ledger
    await ledger.record(
      events.requestReceived('case-1043', '2021-06-01', {
        requestedBy: 'parent',
        startedBy: 'request',
      }),
    )
  }
  await ledger.close()
  // totals: [0, 1]
  // #endregion watch
  return { first, reasons, both, cases, causes, totals }
}
