/**
 * Faults that need a story: a server that is killed and started again, answers that come too late,
 * a cluster that cannot be found, and a ledger that is closed while it waits.
 */
import { setTimeout } from 'node:timers/promises'
import type { Ledger } from '@send-ledger/core'
import {
  createEventStoreDbLedger,
  type EventStoreDbOptions,
  openEventStoreDbLedger,
} from '@send-ledger/store-eventstoredb'
import { opened, quick, realServer, urlOf } from './ledgers.js'
import { all, append, done, expectSound, idOf, second, sentenceOf, write } from './notes.js'
import { until } from './server/client.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer, type TestServer } from './server/start-server.js'

failOnUnhandled()

const suite = realServer === undefined ? describe : describe.skip

let server: TestServer
let ledger: Ledger
const open: Ledger[] = []

const connect = async (options: EventStoreDbOptions = {}, url = server.url): Promise<Ledger> => {
  const another = await opened(
    openEventStoreDbLedger(urlOf(url, 'walsall'), { ...quick, now: () => second(30), ...options }),
  )
  open.push(another)
  return another
}

const startWith = async (options: EventStoreDbOptions = {}): Promise<void> => {
  server = await startServer()
  const url = urlOf(server.url, 'walsall')
  const all = { ...quick, now: () => second(30), ...options }
  ledger = await opened(createEventStoreDbLedger(url, 'urn:send-ledger:test', all))
  open.push(ledger)
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close()()
  await server.stop()
})

const ids = async (of: Ledger): Promise<readonly string[]> => (await all(of)).map(({ id }) => id)

/** Kills the server when the next append has reached it, and starts it again a little later. */
const restartAtAppend = async (applied: boolean): Promise<void> => {
  server.faults.next({ _tag: 'ResetsConnection', applied }, { method: 'Append' })
  await until(() => server.faults.waiting() === 0)
  await server.kill()
  await setTimeout(30)
  await server.restart()
}

suite('a server that is killed and started again', () => {
  test.each([
    ['after the write was made', true],
    ['before the write was made', false],
  ])('%s, has it once', async (_, applied) => {
    await startWith({ retries: 10 })
    await append(ledger, write('a', 'noStream', 1))
    const restarted = restartAtAppend(applied)
    const { appended, refused } = await append(
      ledger,
      write('a', 0, 2, 3),
      write('b', 'noStream', 4),
    )
    await restarted
    expect(refused).toBeUndefined()
    expect(appended.map(({ duplicate }) => duplicate)).toEqual([false, false])
    expect(await ids(await connect())).toEqual([1, 2, 3, 4].map(idOf))
  })

  test('while another writes after the lost answer, has each write once', async () => {
    await startWith({ retries: 10, firstWait: 500 })
    await append(ledger, write('a', 'noStream', 1))
    const other = await connect()
    server.faults.next({ _tag: 'ResetsConnection', applied: true }, { method: 'Append' })
    const slow = append(ledger, write('a', 0, 2))
    await until(() => server.faults.waiting() === 0)
    await server.restart()
    const { appended } = await append(other, write('a', 1, 3))
    expect(appended).toHaveLength(1)
    expect((await slow).appended.map(({ records }) => records[0]?.revision)).toEqual([1])
    expect(await ids(await connect())).toEqual([1, 2, 3].map(idOf))
  })

  test('where another took the revision meanwhile, refuses', async () => {
    await startWith({ retries: 10, firstWait: 500 })
    await append(ledger, write('a', 'noStream', 1))
    const other = await connect()
    server.faults.next({ _tag: 'ResetsConnection', applied: false }, { method: 'Append' })
    const slow = append(ledger, write('a', 0, 2))
    await until(() => server.faults.waiting() === 0)
    await append(other, write('a', 0, 3))
    expect((await slow).refused).toMatchObject({ _tag: 'StaleRevision', expected: 0, actual: 1 })
    expect(await ids(await connect())).toEqual([1, 3].map(idOf))
  })

  test('ten times in the course of a hundred appends, has each record once', async () => {
    await startWith({ retries: 20 })
    let isDone = false
    const restarts = (async () => {
      for (let i = 0; i < 10 && !isDone; i++) {
        await setTimeout(20)
        await server.restart()
      }
    })()
    for (let n = 0; n < 100; n++) {
      const { refused } = await append(ledger, write('a', n === 0 ? 'noStream' : n - 1, n))
      expect(refused).toBeUndefined()
    }
    isDone = true
    await restarts
    expect(await ids(await connect())).toEqual(Array.from({ length: 100 }, (_, n) => idOf(n)))
  })
})

suite('an answer that comes too late', () => {
  test('does not stand in the way of the next write to the stream', async () => {
    await startWith()
    server.faults.next({ _tag: 'AnswersLate', ms: 700 }, { method: 'Append' })
    const { appended, refused } = await append(
      ledger,
      write('a', 'noStream', 1),
      write('a', 0, 2),
      write('a', 1, 3),
    )
    expect(refused).toBeUndefined()
    expect(appended.map(({ records }) => records[0]?.position)).toEqual([0, 1, 2])
    expect(await ids(await connect())).toEqual([1, 2, 3].map(idOf))
  })

  test('of a write that was given up is found when it is told again', async () => {
    await startWith({ retries: 0 })
    server.faults.next({ _tag: 'AnswersLate', ms: 700 }, { method: 'Append' })
    const failed = await sentenceOf(ledger.append([write('a', 'noStream', 1)]))
    expect(failed).toMatch(/while appending: the server did not answer in time/)
    const again = await append(ledger, write('a', 'noStream', 1))
    expect(again.appended).toMatchObject([{ duplicate: true, records: [{ position: 0 }] }])
    expect(await ids(ledger)).toEqual([idOf(1)])
  })
})

suite('a cluster that cannot be found', () => {
  test('is a failure, and no end of the process, while a wait is under way', async () => {
    await startWith()
    const url = `${server.discoverUrl}&maxDiscoverAttempts=2&discoveryInterval=10`
    const other = await connect({ retries: 0 }, url)
    const waiting = other.grown(0, new AbortController().signal)()
    await until(() => server.calls.some(({ method }) => method === 'Subscribe'))
    // The wait goes on at its node, while an append is sent to another, which is not to be found.
    server.faults.next({ _tag: 'NotLeader', host: '127.0.0.1', port: 1 }, { method: 'Read' })
    await sentenceOf(other.head())
    await sentenceOf(other.head())
    server.faults.next({ _tag: 'AnswersLate', ms: 300 }, { method: 'Gossip', times: 2 })
    const lost = other.head()()
    await server.kill()
    expect((await lost)._tag).toBe('Left')
    expect((await waiting)._tag).toBe('Left')
    await setTimeout(100)
  })
})

suite('a ledger that is closed', () => {
  test('ends who waits, and what is under way', async () => {
    await startWith({ deadline: 60_000 })
    const waiting = sentenceOf(ledger.grown(0, new AbortController().signal))
    await until(() => server.calls.some(({ method }) => method === 'Subscribe'))
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Read' })
    const reading = sentenceOf(ledger.head())
    expect(await until(() => server.faults.waiting() === 0)).toBe(true)
    const other = await connect({ deadline: 60_000 })
    await done(other.head())
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Append' })
    const writing = sentenceOf(other.append([write('a', 'noStream', 1)]))
    expect(await until(() => server.faults.waiting() === 0)).toBe(true)
    await done(ledger.close())
    await done(other.close())
    expect(await writing).toMatch(/appending: it was closed/)
    expect(await waiting).toMatch(/was closed/)
    expect(await reading).toMatch(/was closed/)
    expect(await until(() => server.openCalls() === 0)).toBe(true)
  })

  test('does no more, and may be closed again', async () => {
    await startWith()
    await done(ledger.close())
    await done(ledger.close())
    const calls = server.calls.length
    expect(await sentenceOf(ledger.append([write('a', 'noStream', 1)]))).toMatch(/was closed/)
    expect(await sentenceOf(ledger.readAll({ from: 0, limit: 1 }))).toMatch(/was closed/)
    expect(server.calls).toHaveLength(calls)
  })

  test('ends while its cluster is looked for', async () => {
    await startWith()
    const other = await connect({ deadline: 60_000 }, server.discoverUrl)
    server.faults.next({ _tag: 'FailsBeforeApplying' }, { method: 'Read' })
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Gossip', times: 100 })
    const reading = sentenceOf(other.head())
    expect(await until(() => server.faults.waiting() === 99)).toBe(true)
    const begun = performance.now()
    await done(other.close())
    expect(await reading).toMatch(/was closed/)
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  test('ends between two attempts', async () => {
    await startWith({ firstWait: 60_000 })
    await server.kill()
    const reading = sentenceOf(ledger.head())
    await setTimeout(50)
    const begun = performance.now()
    await done(ledger.close())
    expect(await reading).toMatch(/was closed/)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

suite('a wait that is stopped', () => {
  test.each([
    ['while the log is not read', { _tag: 'NeverAnswers' }, 'Read'],
    ['while it is not taken', { _tag: 'NeverAnswers' }, 'Subscribe'],
    ['between two attempts', { _tag: 'FailsBeforeApplying' }, 'Subscribe'],
  ] as const)('%s, ends at once', async (_, fault, method) => {
    await startWith({ deadline: 60_000, firstWait: 60_000 })
    server.faults.next(fault, { method })
    const stop = new AbortController()
    const waiting = done(ledger.grown(0, stop.signal))
    expect(await until(() => server.faults.waiting() === 0)).toBe(true)
    const begun = performance.now()
    stop.abort()
    await waiting
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

suite('who has an old view of the ledger', () => {
  test('does not refuse a write that is right by now', async () => {
    await startWith()
    const other = await connect()
    await done(other.head())
    await append(ledger, write('a', 'noStream', 1))
    expect((await append(other, write('a', 0, 2))).refused).toBeUndefined()
  })

  test('does not record before the last instant of others', async () => {
    await startWith({ now: () => second(40) })
    const other = await connect({ now: () => second(20) })
    await done(other.head())
    await append(ledger, write('a', 'noStream', 1))
    await append(other, write('b', 'noStream', 2))
    const kept = { ...write('c', 'noStream', 3), recordedAt: second(30) }
    const { refused } = await append(other, kept)
    expect(refused).toMatchObject({ _tag: 'RecordedOutOfOrder', last: second(40) })
    const records = await expectSound(other)
    expect(records.map(({ recordedAt }) => recordedAt)).toEqual([second(40), second(40)])
  })

  test('no writes: nothing is written, and nothing is refused', async () => {
    await startWith()
    expect(await append(ledger)).toEqual({ appended: [] })
    expect(server.calls.some(({ stream }) => stream.startsWith('walsall.action'))).toBe(false)
  })
})
