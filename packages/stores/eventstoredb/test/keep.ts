/**
 * The code of the page "Keep a ledger in EventStoreDB or KurrentDB".
 */
// #region keep
import { checkEvent, explain, instant, recorder } from '@send-ledger/core'
import { createEventStoreDbLedger } from '@send-ledger/store-eventstoredb'

/** `esdb://ledger:secret@events.example.gov.uk:2113?ledger=walsall`, for example. */
export const keep = async (url: string) => {
  const now = () => instant(new Date().toISOString())
  const ledger = await createEventStoreDbLedger(url, 'urn:send-ledger:walsall', { now })()
  if (ledger._tag === 'Left') throw new Error(explain(ledger.left))

  const request = checkEvent({
    id: '0190a1b2-0000-7000-8000-000000000001',
    type: 'RequestReceived',
    version: 1,
    stream: 'case-1042',
    effectiveOn: '2021-01-04',
    data: { requestedBy: 'school', startedBy: 'request' },
  })
  if (request._tag === 'Left') throw new Error(explain(request.left))
  const told = await recorder(ledger.right, { now }).record([{ event: request.right }])()
  await ledger.right.close()()
  return told
}
// #endregion keep
