/**
 * Live: what follows a ledger is told what a replay tells, in each store, also where another
 * process writes, and a late record or a correction changes exactly the subjects that it must.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complianceView, pathProjection } from '@send-ledger/compliance'
import {
  type Answered,
  answer,
  answerText,
  civilDate,
  type Draft,
  endOfDay,
  type Ledger,
  type NewEvent,
  recorder,
  streamId,
} from '@send-ledger/core'
import { facts$, follow, records$, view$ } from '@send-ledger/core/live'
import type { EventType } from '@send-ledger/core/records'
import { createEventStoreDbLedger, openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { memoryLedger } from '@send-ledger/store-memory'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import { histories } from '@send-ledger/testing'
import * as fc from 'fast-check'
import { failOnUnhandled } from '../../packages/stores/eventstoredb/test/server/no-unhandled.js'
import { startServer } from '../../packages/stores/eventstoredb/test/server/start-server.js'
import { runs } from '../kit/long.js'

failOnUnhandled()

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const now = () => endOfDay(civilDate('2023-12-31'))
const asAt = civilDate('2021-12-31')

const right = <A>(either: { _tag: 'Left'; left: unknown } | { _tag: 'Right'; right: A }): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

const draft = (
  n: number,
  stream: string,
  type: EventType,
  on: string,
  data: object = {},
): Draft => {
  const event = { id: id(n), type, version: 1, stream: streamId(stream), effectiveOn: on, data }
  return { event: event as unknown as NewEvent }
}

const requested = (n: number, stream: string, on = '2021-01-04'): Draft =>
  draft(n, stream, 'RequestReceived', on, { requestedBy: 'school', startedBy: 'request' })

const record = async (ledger: Ledger, ...drafts: readonly Draft[]): Promise<void> => {
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
}

/** Two ledger objects on one ledger: of the one who follows, and of another who writes. */
type Pair = () => Promise<{
  readonly follower: Ledger
  readonly writer: Ledger
  readonly close: () => Promise<void>
}>

const closed = async (...ledgers: readonly Ledger[]): Promise<void> => {
  for (const ledger of ledgers) right(await ledger.close()())
}

const stores: readonly (readonly [name: string, open: Pair])[] = [
  [
    'memory',
    async () => {
      const ledger = memoryLedger({ sha256, now })
      return { follower: ledger, writer: ledger, close: () => closed(ledger) }
    },
  ],
  [
    'SQLite',
    async () => {
      const path = join(mkdtempSync(join(tmpdir(), 'send-ledger-live-')), 'l.sqlite')
      const writer = right(await createSqliteLedger(path, 'urn:send-ledger:live', { now })())
      const follower = right(await openSqliteLedger(path, { now })())
      return { follower, writer, close: () => closed(follower, writer) }
    },
  ],
  [
    'EventStoreDB',
    async () => {
      const server = await startServer()
      const url = `${server.url}&ledger=live`
      const writer = right(await createEventStoreDbLedger(url, 'urn:send-ledger:live', { now })())
      const follower = right(await openEventStoreDbLedger(url, { now })())
      return {
        follower,
        writer,
        close: async () => {
          await closed(follower, writer)
          await server.stop()
        },
      }
    },
  ],
]

/** Waits until something holds, for some seconds at most. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !holds(); i++) await new Promise((tick) => setTimeout(tick, 10))
  expect(holds()).toBe(true)
}

describe.each(stores)('in %s', (_name, open) => {
  test('records are told once each, those there and those to come, from any position', async () => {
    const { follower, writer, close } = await open()
    await record(writer, requested(1, 'case-1'), requested(2, 'case-2'))
    const all: number[] = []
    const later: number[] = []
    const both = [
      records$(follower).subscribe(({ position }) => all.push(position)),
      records$(follower, { from: 1 }).subscribe(({ position }) => later.push(position)),
    ]
    await until(() => all.length === 2)
    await record(writer, requested(3, 'case-3'))
    await record(writer, requested(4, 'case-4'), requested(5, 'case-5'))
    await until(() => all.length === 5 && later.length === 4)
    for (const each of both) each.unsubscribe()
    await record(writer, requested(6, 'case-6'))
    expect(all).toEqual([0, 1, 2, 3, 4])
    expect(later).toEqual([1, 2, 3, 4])
    await close()
  })

  test('a view is told at once, and again with each change, as a replay gives it', async () => {
    const { follower, writer, close } = await open()
    const told: Answered<unknown>[] = []
    const live = view$(follower, complianceView, { asAt }).subscribe((each) => told.push(each))
    await until(() => told.length > 0)
    expect(told[0]?.basis.size).toBe(0)
    await record(writer, requested(1, 'case-1'))
    await until(() => told.at(-1)?.basis.size === 1)
    await record(
      writer,
      draft(2, 'case-1', 'AssessmentAgreed', '2021-02-10'),
      draft(3, 'case-1', 'PlanIssued', '2021-05-24'),
      draft(4, 'case-1', 'EventCorrected', '2021-06-01', {
        corrects: id(3),
        effectiveOn: '2021-05-25',
        reason: 'typing mistake',
      }),
    )
    await until(() => told.at(-1)?.basis.size === 4)
    live.unsubscribe()
    const last = told.at(-1) as Answered<unknown>
    const replayed = right(await answer(writer, complianceView, { asAt })())
    expect(answerText(last)).toBe(answerText(replayed))
    await close()
  })

  test('a late record and a correction change the facts of their subject, and of no other', async () => {
    const { follower, writer, close } = await open()
    await record(writer, requested(1, 'case-1'), requested(2, 'case-2', '2021-03-01'))
    const told: (readonly [string, number, readonly string[]])[] = []
    const live = facts$(follower, pathProjection).subscribe(({ subject, facts, record: by }) => {
      told.push([subject, by.position, facts.milestones.map(({ on }) => on)])
    })
    await until(() => told.length === 2)
    await record(writer, draft(3, 'case-1', 'AssessmentAgreed', '2021-02-01'))
    // Seen first is no change of later: what was told stays as it was.
    await record(
      writer,
      draft(4, 'case-2', 'EventCorrected', '2021-06-01', {
        corrects: id(2),
        effectiveOn: '2021-03-02',
        reason: 'typing mistake',
      }),
      draft(5, 'case-1', 'AdviceRequested', '2021-04-01', { adviceId: 'a', kind: 'health' }),
    )
    await until(() => told.length >= 4)
    live.unsubscribe()
    expect(told).toEqual([
      ['case-1', 0, ['2021-01-04']],
      ['case-2', 1, ['2021-03-01']],
      ['case-1', 2, ['2021-01-04', '2021-02-01']],
      ['case-2', 3, ['2021-03-02']],
    ])
    await close()
  })

  test('who is slow is not flooded: the next page is read when it is asked for', async () => {
    const { follower, writer, close } = await open()
    await record(writer, requested(1, 'case-1'))
    let reads = 0
    const counting: Ledger = {
      ...follower,
      readAll: (page) => {
        reads++
        return follower.readAll(page)
      },
    }
    const stop = new AbortController()
    const pages = follow(counting, { stop: stop.signal })
    await pages.next()
    await record(writer, requested(2, 'case-2'))
    await new Promise((tick) => setTimeout(tick, 300))
    expect(reads).toBe(1)
    const next = await pages.next()
    expect(right(next.value as never)).toMatchObject({ records: [{ position: 1 }] })
    stop.abort()
    expect(await pages.next()).toEqual({ done: true, value: undefined })
    await close()
  })
})

test('any history, recorded in any pieces, gives a live view that equals its replay', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 1, max: 7 }), async (history, piece) => {
      const ledger = memoryLedger({ sha256, now })
      const told: string[] = []
      const live = view$(ledger, complianceView, { asAt }).subscribe((each) => {
        told.push(answerText(each))
      })
      const target = recorder(ledger, { now })
      for (let i = 0; i < history.length; i += piece) {
        right(await target.record(history.slice(i, i + piece))())
      }
      const replayed = right(await answer(ledger, complianceView, { asAt })())
      await until(() => told.at(-1) === answerText(replayed))
      live.unsubscribe()
    }),
    { numRuns: runs(10, 40) },
  )
}, 60_000)

test('a ledger that is out of reach is waited for, and one that is damaged is told', async () => {
  const ledger = memoryLedger({ sha256, now })
  await record(ledger, requested(1, 'case-1'), requested(2, 'case-2'))
  let failures = 3
  const failing = (tag: 'LedgerUnavailable' | 'LedgerDamaged'): Ledger => ({
    ...ledger,
    readAll: (page) => async () =>
      failures-- > 0
        ? {
            _tag: 'Left',
            left: { _tag: tag, ledger: 'l', doing: 'reading', position: 0, reason: 'a test' },
          }
        : ledger.readAll(page)(),
  })
  const seen: number[] = []
  const retryAfter = (n: number): number => n
  const live = records$(failing('LedgerUnavailable'), { retryAfter }).subscribe(({ position }) => {
    seen.push(position)
  })
  await until(() => seen.length === 2)
  live.unsubscribe()
  expect(failures).toBeLessThan(0)

  failures = 1
  let error: unknown
  records$(failing('LedgerDamaged')).subscribe({ error: (told) => (error = told) })
  await until(() => error !== undefined)
  expect(error).toMatchObject({ _tag: 'LedgerDamaged' })

  failures = 10
  error = undefined
  const twice = (n: number) => (n > 2 ? undefined : 1)
  records$(failing('LedgerUnavailable'), { retryAfter: twice }).subscribe({
    error: (told) => (error = told),
  })
  await until(() => error !== undefined)
  expect(error).toMatchObject({ _tag: 'LedgerUnavailable' })
  expect(failures).toBe(7)
})
