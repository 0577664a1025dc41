/**
 * A live view over a server that is killed and started again, again and again in mid-stream.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  answerText,
  civilDate,
  type Draft,
  endOfDay,
  type NewEvent,
  recorder,
  streamId,
} from '@send-ledger/core'
import { records$, view$ } from '@send-ledger/core/live'
import type { EventType } from '@send-ledger/core/records'
import { createEventStoreDbLedger, openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { runs } from '../../../../test/kit/long.js'
import { opened, quick, urlOf } from './ledgers.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer } from './server/start-server.js'

failOnUnhandled()

const now = () => endOfDay(civilDate('2023-12-31'))
const asAt = civilDate('2021-12-31')
const restarts = runs(15, 50)

const draft = (n: number, stream: string, type: EventType, on: string, data: object): Draft => ({
  event: {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type,
    version: 1,
    stream: streamId(stream),
    effectiveOn: civilDate(on),
    data,
  } as unknown as NewEvent,
})

/** A case of three records. */
const caseOf = (n: number): readonly Draft[] => [
  draft(3 * n, `case-${n}`, 'RequestReceived', '2021-01-04', {
    requestedBy: 'school',
    startedBy: 'request',
  }),
  draft(3 * n + 1, `case-${n}`, 'AssessmentAgreed', '2021-02-04', {}),
  draft(3 * n + 2, `case-${n}`, 'PlanIssued', n % 3 === 0 ? '2021-05-24' : '2021-06-30', {}),
]

test('the view equals a replay, and each record is told once', async () => {
  const server = await startServer()
  const url = urlOf(server.url, 'live')
  const options = { ...quick, retries: 8, now }
  const writer = await opened(createEventStoreDbLedger(url, 'urn:send-ledger:live', options))
  const follower = await opened(openEventStoreDbLedger(url, options))
  const positions: number[] = []
  let last = ''
  const retryAfter = (): number => 5
  const live = [
    records$(follower, { retryAfter }).subscribe(({ position }) => positions.push(position)),
    view$(follower, complianceView, { asAt }, { retryAfter }).subscribe((each) => {
      last = answerText(each)
    }),
  ]
  const target = recorder(writer, { now })
  for (let n = 0; n < restarts; n++) {
    const drafts = caseOf(n)
    const writing = target.record(drafts)()
    await new Promise((tick) => setTimeout(tick, n % 7))
    await server.restart()
    for (let outcome = await writing; outcome._tag === 'Left'; ) {
      outcome = await target.record(drafts)()
    }
  }
  const size = 3 * restarts
  const replayed = await answer(writer, complianceView, { asAt })()
  if (replayed._tag === 'Left') throw new Error(JSON.stringify(replayed.left))
  expect(replayed.right.basis.size).toBe(size)
  for (let i = 0; i < 1000 && last !== answerText(replayed.right); i++) {
    await new Promise((tick) => setTimeout(tick, 10))
  }
  expect(last).toBe(answerText(replayed.right))
  expect(positions).toEqual(Array.from({ length: size }, (_, i) => i))
  for (const each of live) each.unsubscribe()
  await writer.close()()
  await follower.close()()
  await server.stop()
  for (let i = 0; i < 200 && server.openCalls() > 0; i++)
    await new Promise((tick) => setTimeout(tick, 10))
  expect(server.openCalls()).toBe(0)
}, 120_000)
