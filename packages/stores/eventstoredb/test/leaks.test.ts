/**
 * What was read, waited for or closed leaves nothing open: no call at the server, no stream in the
 * client, nothing that keeps a process alive.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { EventStoreDBClient } from '@eventstore/db-client'
import type { Ledger } from '@send-ledger/core'
import { createEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { runs } from '../../../../test/kit/long.js'
import { opened, quick, realServer, urlOf } from './ledgers.js'
import { append, done, stream, write } from './notes.js'
import { until } from './server/client.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer, type TestServer } from './server/start-server.js'

failOnUnhandled()

const suite = realServer === undefined ? describe : describe.skip
const size = 1500

/** The streams that a client holds: a set of its own. */
const streamsOf = (client: EventStoreDBClient): ReadonlySet<unknown> =>
  (client as unknown as { disposableStreams: ReadonlySet<unknown> }).disposableStreams

suite('a ledger leaves nothing open', () => {
  let server: TestServer
  let ledger: Ledger
  let client: EventStoreDBClient
  beforeAll(async () => {
    server = await startServer()
    const connect = jest.spyOn(EventStoreDBClient, 'connectionString')
    const url = urlOf(server.url, 'walsall')
    ledger = await opened(createEventStoreDbLedger(url, 'urn:send-ledger:test'))
    client = connect.mock.results[0]?.value
    connect.mockRestore()
    const numbers = Array.from({ length: size }, (_, n) => n)
    await append(ledger, write('a', 'noStream', ...numbers.slice(0, 750)))
    await append(ledger, write('b', 'noStream', ...numbers.slice(750)))
  })
  afterAll(async () => {
    await done(ledger.close())
    await server.stop()
  })

  const expectNothingOpen = async (): Promise<void> => {
    expect(await until(() => server.openCalls() === 0)).toBe(true)
    expect(await until(() => streamsOf(client).size === 0)).toBe(true)
  }

  test('when hundreds of reads are broken off', async () => {
    let mostStreams = 0
    for (let i = 0; i < runs(100, 1000); i++) {
      const from = (i * 37) % (size - 5)
      const page = await done(ledger.readAll({ from, limit: 1 + (i % 3) }))
      expect(page[0]?.position).toBe(from)
      mostStreams = Math.max(mostStreams, streamsOf(client).size)
    }
    expect(mostStreams).toBeLessThan(5)
    await expectNothingOpen()
    expect(server.connections()).toBe(1)
  }, 60_000)

  test('when reads of a stream are broken off where its known end is', async () => {
    for (let i = 0; i < runs(5, 20); i++) {
      expect(await done(ledger.readStream(stream('b')))).toHaveLength(750)
    }
    await expectNothingOpen()
  }, 60_000)

  test('when many waits are stopped, before they stand and after', async () => {
    for (let i = 0; i < runs(30, 200); i++) {
      const stop = new AbortController()
      const waiting = done(ledger.grown(size, stop.signal))
      if (i % 2 === 0) await until(() => server.openCalls() > 0)
      else await setTimeout(i % 5)
      stop.abort()
      await waiting
    }
    await expectNothingOpen()
  }, 60_000)

  test('when fifty wait at the same time, and all are told', async () => {
    const waiting = Array.from({ length: 50 }, () =>
      done(ledger.grown(size, new AbortController().signal)),
    )
    await until(() => server.openCalls() === 50)
    expect(server.openCalls()).toBe(50)
    await append(ledger, write('c', 'noStream', size))
    await Promise.all(waiting)
    await expectNothingOpen()
  }, 60_000)

  test('when calls fail, are not answered, or are cut', async () => {
    for (const _tag of ['NeverAnswers', 'FailsBeforeApplying', 'ResetsConnection'] as const) {
      for (const skip of [0, 1]) {
        server.faults.next({ _tag }, { method: 'Read', skip })
        const { url } = server
        const another = await opened(
          createEventStoreDbLedger(urlOf(url, `x-${_tag}-${skip}`.toLowerCase()), 'urn:x', quick),
        )
        await done(another.head())
        await append(another, write('a', 'noStream', 1))
        await done(another.close())
        expect(server.faults.waiting()).toBe(0)
        await expectNothingOpen()
      }
    }
  })
})

suite('a ledger that is closed while it waits', () => {
  test('leaves no call and no connection', async () => {
    const server = await startServer()
    const ledger = await opened(createEventStoreDbLedger(urlOf(server.url, 'closed'), 'urn:x'))
    const waiting = ledger.grown(0, new AbortController().signal)()
    await until(() => server.calls.some(({ method }) => method === 'Subscribe'))
    expect(server.connected()).toBe(1)
    await done(ledger.close())
    expect((await waiting)._tag).toBe('Left')
    expect(await until(() => server.openCalls() === 0 && server.connected() === 0)).toBe(true)
    await server.stop()
  })
})

/** A process that uses a ledger, closes it, and has nothing more to do. */
const program = `
const { createEventStoreDbLedger } = require(process.argv[2])
const main = async () => {
  const ledger = await createEventStoreDbLedger(process.argv[3], 'urn:x', { retries: 1 })()
  if (ledger._tag === 'Left') return console.log(ledger.left._tag)
  const wait = () => ledger.right.grown(0, new AbortController().signal)()
  const waiting = Array.from({ length: 20 }, wait)
  await ledger.right.head()()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await ledger.right.close()()
  await Promise.all(waiting)
  console.log('closed')
}
main()
`

suite('a process that has closed its ledger', () => {
  const run = async (url: string): Promise<{ out: string; ms: number }> => {
    const script = join(__dirname, '../dist/leaks-program.cjs')
    writeFileSync(script, program)
    const child = spawn(process.execPath, [script, join(__dirname, '../dist/index.js'), url])
    let out = ''
    let closedAt = 0
    child.stdout.on('data', (text) => {
      out += text
      closedAt = performance.now()
    })
    child.stderr.on('data', (text) => {
      out += text
    })
    await once(child, 'exit')
    return { out, ms: performance.now() - closedAt }
  }

  test('ends by itself, soon, and says nothing more', async () => {
    const server = await startServer()
    const { out, ms } = await run(urlOf(server.url, 'walsall'))
    expect(out).toBe('closed\n')
    expect(ms).toBeLessThan(2000)
    expect(server.openCalls()).toBe(0)
    await server.stop()
  }, 30_000)

  test('ends where there never was a server', async () => {
    const { out, ms } = await run('esdb://127.0.0.1:1?tls=false&ledger=walsall')
    expect(out).toBe('LedgerUnavailable\n')
    expect(ms).toBeLessThan(2000)
  }, 30_000)
})
