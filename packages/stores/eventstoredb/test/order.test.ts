/**
 * Everything in one order: the same as in the other stores, from whatever position it is read, and
 * whatever else stands in the log of the server.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ledger } from '@send-ledger/core'
import type { Write } from '@send-ledger/core/store'
import { createSqliteLedger } from '@send-ledger/store-sqlite'
import { sampled } from '../../../../test/kit/long.js'
import { ledgers, opened, realServer } from './ledgers.js'
import {
  all,
  append,
  done,
  emptyMemory,
  hex,
  note,
  second,
  sentenceOf,
  stream,
  write,
} from './notes.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, create, open, server, close } = ledgers()
afterAll(close)

const onTestServer = realServer === undefined ? test : test.skip

/** Writes of one to three notes to one of seven streams, whose texts are of every kind. */
const writes: readonly Write[] = (() => {
  const revisions = new Map<string, number>()
  return Array.from({ length: 60 }, (_, i) => {
    const name = `s${(i * i) % 7}`
    const before = revisions.get(name) ?? 0
    const count = 1 + (i % 3)
    revisions.set(name, before + count)
    const texts = ['plain', '\u0142 \u4e2d \ud83c\udf33', '"\\\n\u2028', '1e999', '{"$tb":1}']
    const events = Array.from({ length: count }, (_, k) =>
      note(1 + 10 * i + k, stream(name), `${texts[(i + k) % texts.length]} ${i}`),
    )
    const expected = before === 0 ? ('noStream' as const) : before - 1
    return { stream: stream(name), expected, events }
  })
})()

const size = writes.reduce((sum, { events }) => sum + events.length, 0)

/** Tells the writes one by one, with what others write in between. */
const tell = async (ledger: Ledger, between: (i: number) => void = () => {}): Promise<void> => {
  for (const [i, each] of writes.entries()) {
    between(i)
    expect((await append(ledger, each)).refused).toBeUndefined()
  }
}

const rootsOf = async (ledger: Ledger): Promise<readonly string[]> => {
  const roots: string[] = []
  for (let n = 0; n <= size; n++) roots.push(hex(await done(ledger.rootAt(n))))
  return roots
}

/** A clock that stands still now and then. */
const clock = () => {
  let tick = 0
  return () => second(Math.floor(tick++ / 3))
}

test('the root of every size is that of the same records in SQLite and in memory', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'send-ledger-order-')), 'ledger.sqlite')
  const sqlite = await opened(createSqliteLedger(path, 'urn:send-ledger:test', { now: clock() }))
  const memory = emptyMemory(clock())
  const url = await newUrl()
  const here = await create(url, { now: clock() })
  for (const ledger of [sqlite, memory, here]) await tell(ledger)
  const roots = await rootsOf(memory)
  const anew = await open(url)
  expect(await rootsOf(sqlite)).toEqual(roots)
  expect(await rootsOf(here)).toEqual(roots)
  expect(await rootsOf(anew)).toEqual(roots)
  expect(await sentenceOf(anew.rootAt(size + 1))).toMatch(new RegExp(`it has ${size} records`))
  const records = await all(memory)
  expect(await all(here)).toEqual(records)
  expect(await all(anew)).toEqual(records)
  await done(sqlite.close())
})

/** What others write: into other ledgers, other streams, and the server into its own. */
const others = (i: number): void => {
  const { streams } = server()
  const data = JSON.stringify({ i })
  streams.systemEvent()
  if (i % 2 === 0) streams.write('orders-1', { type: 'OrderPlaced', data })
  if (i % 5 === 0) streams.write('$projections-$master', { type: '$projections-created', data })
  if (i % 7 === 0) streams.write('test-.action-a', { type: 'X', data: 'not JSON' })
  if (i % 11 === 0) streams.write('$ce-test', { type: '$>', data: '0@test.action-a' })
}

describe.each([
  ['a server that tells positions in streams', true],
  ['a server that does not', false],
])('on %s, among the events of others', (_, streamPositions) => {
  onTestServer('readers of small pages, from anywhere, see the same', async () => {
    const url = await newUrl({ streamPositions })
    const writer = await create(url, { now: clock() })
    const neighbour = await create(`${url}-2`, { now: clock() })
    for (const [i, each] of writes.entries()) {
      others(i)
      await append(neighbour, { ...write('n', i === 0 ? 'noStream' : i - 1, 9000 + i) })
      expect((await append(writer, each)).refused).toBeUndefined()
    }
    const memory = emptyMemory(clock())
    await tell(memory)
    const records = await all(memory)
    expect(await all(await open(url))).toEqual(records)
    for (const [i, limit] of [1, 7, 1000].entries()) {
      for (const from of sampled([0, 17, size - 1, size + 5], 3, i)) {
        // Who opens it anew learns on the way what lies before.
        const reader = await open(url)
        const read = []
        for (let at = from; ; ) {
          const page = await done(reader.readAll({ from: at, limit }))
          read.push(...page)
          at += page.length
          if (page.length < limit) break
        }
        expect([limit, from, read]).toEqual([limit, from, records.slice(from)])
        await done(reader.close())
      }
    }
    expect(await done(writer.readStream(stream('s4')))).toEqual(
      records.filter((record) => record.stream === stream('s4')),
    )
    expect((await done(neighbour.head())).size).toBe(writes.length)
  })
})

test('a reader goes on where it was, however much was written meanwhile', async () => {
  const url = await newUrl()
  const writer = await create(url, { now: clock() })
  const reader = await open(url)
  const read = []
  for (const [i, each] of writes.entries()) {
    if (realServer === undefined) others(i)
    await append(writer, each)
    if (i % 4 !== 0) continue
    read.push(...(await done(reader.readAll({ from: read.length, limit: 1000 }))))
  }
  read.push(...(await done(reader.readAll({ from: read.length, limit: 1000 }))))
  expect(read).toEqual(await all(writer))
  expect(read).toHaveLength(size)
})

test('who waits does not wake for the events of others', async () => {
  const url = await newUrl()
  const writer = await create(url)
  const another = await create(`${url}-${randomUUID().slice(0, 8)}`)
  const stop = new AbortController()
  let isOver = false
  const waiting = done(writer.grown(0, stop.signal)).then(() => {
    isOver = true
  })
  await append(another, write('a', 'noStream', 1))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isOver).toBe(false)
  await append(writer, write('a', 'noStream', 1))
  await waiting
  expect((await done(writer.head())).size).toBe(1)
})
