/**
 * What a recorder answers is what came to be, also where others write between its look and its write.
 */
import { type Draft, type Ledger, recorder, type StreamId, streamId } from '@send-ledger/core'
import { draftOf, ledgerAt, now, right } from './recorder-parts.js'

/** The ledger as it is where somebody else writes just before the first append. */
const overtaken = (ledger: Ledger, by: readonly Draft[]): Ledger => {
  let isFirst = true
  return {
    ...ledger,
    append: (writes, reads) => async () => {
      if (isFirst) right(await recorder(ledger, { now }).record(by)())
      isFirst = false
      return ledger.append(writes, reads)()
    },
  }
}

const stream: StreamId = streamId('case-1')
const request = (n: number, of = stream, requestedBy = 'school') =>
  draftOf(n, of, 'RequestReceived', { requestedBy, startedBy: 'request' })

test('a repeat within a batch names the record where it came to stand, not where it was awaited', async () => {
  const ledger = overtaken(ledgerAt(), [request(9, streamId('case-9'))])
  const drafts = [request(1), request(1), request(1, stream, 'parent')]
  const [first, again, other] = right(await recorder(ledger, { now }).record(drafts)())
  const kept = right(await ledger.readStream(stream)())[0]
  expect(kept?.position).toBe(1)
  expect(first).toEqual({ _tag: 'Right', right: { record: kept, duplicate: false } })
  expect(again).toEqual({ _tag: 'Right', right: { record: kept, duplicate: true } })
  expect(other).toMatchObject({ left: { _tag: 'IdReused', stream, position: 1 } })
})

test('a refusal that somebody has overtaken is decided again', async () => {
  const withdrawn = draftOf(2, stream, 'RequestWithdrawn', {})
  const ledger = overtaken(ledgerAt(), [request(1)])
  const [outcome] = right(await recorder(ledger, { now }).record([withdrawn])())
  expect(outcome).toMatchObject({ right: { duplicate: false, record: { position: 1 } } })
})

test.each<[string, unknown]>([
  ['drafts', null],
  ['drafts', { event: request(1).event }],
  ['draft', [request(1), null]],
  ['draft', ['case-1']],
  ['recordedAt', [request(1), { ...request(2), recordedAt: '2021-06-15' }]],
  ['recordedAt', [{ ...request(1), recordedAt: new Date(0) }]],
  ['recordedAt', [{ ...request(1), recordedAt: null }]],
])('wrong %s are named, and nothing is recorded: %j', async (what, drafts) => {
  const ledger = ledgerAt()
  const outcome = await recorder(ledger, { now }).record(drafts as never)()
  expect(outcome).toMatchObject({ left: { _tag: 'WrongArgument', what } })
  expect(right(await ledger.head()()).size).toBe(0)
})
