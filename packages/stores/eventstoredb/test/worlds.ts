/**
 * A server with a small ledger on it, and all that can be done with a ledger.
 */
import type { Ledger, LedgerFailure, LedgerRecord } from '@send-ledger/core'
import { recordText } from '@send-ledger/core/proof'
import { createEventStoreDbLedger, openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import * as E from 'fp-ts/lib/Either.js'
import { deadline } from './fault-table.js'
import { opened, urlOf } from './ledgers.js'
import { append, done, note, second, stream, write } from './notes.js'
import { until } from './server/client.js'
import type { Method } from './server/faults.js'
import { startServer, type TestServer } from './server/start-server.js'

/** A server, and a ledger that was opened twice: by one who knows it, and by one who does not. */
export interface World {
  readonly server: TestServer
  readonly url: string
  readonly ledger: Ledger
  readonly fresh: Ledger
  readonly end: () => Promise<void>
}

const origin = 'urn:send-ledger:test'
const options = { deadline, retries: 3, firstWait: 5, now: () => second(30) }

/** The ids that the ledger of a new world holds. */
export const firstNumbers = [1, 2, 3, 4, 5, 6]

/** Makes a world. */
export const newWorld = async (): Promise<World> => {
  const server = await startServer()
  const url = urlOf(server.url, 'walsall')
  const ledger = await opened(createEventStoreDbLedger(url, origin, options))
  server.streams.systemEvent()
  await append(
    ledger,
    write('a', 'noStream', 1, 2),
    write('b', 'noStream', 3),
    write('a', 1, 4),
    write('c', 'noStream', 5, 6),
  )
  const fresh = await opened(openEventStoreDbLedger(url, options))
  const end = async (): Promise<void> => {
    await ledger.close()()
    await fresh.close()()
    await server.stop()
  }
  return { server, url, ledger, fresh, end }
}

type Answer = Promise<E.Either<LedgerFailure, unknown>>

/** Something that is done with a ledger. */
export interface Operation {
  readonly name: string
  /** What it calls. */
  readonly methods: readonly Method[]
  /** The numbers of the events that it writes, by write. */
  readonly writes: readonly (readonly number[])[]
  readonly run: (world: World) => Answer
}

const several = [
  write('a', 2, 100, 101),
  write('b', 0, 102),
  write('a', 4, 103),
  write('d', 'noStream', 104),
]

/** What another writer writes meanwhile. */
const byOthers: LedgerRecord = {
  ...note(200, stream('b')),
  position: -1,
  revision: 1,
  recordedAt: second(30),
}

const heardOf = async ({ server, ledger }: World): Answer => {
  const stop = new AbortController()
  const waiting = ledger.grown(firstNumbers.length, stop.signal)()
  let isOver = false
  void waiting.then(() => {
    isOver = true
  })
  const isHeard = (): boolean => server.calls.some(({ method }) => method === 'Subscribe')
  await until(() => isOver || isHeard())
  const { id, type, stream: of } = byOthers
  server.streams.write(`walsall.${of}`, { id, type, data: recordText(byOthers) })
  return waiting
}

const closing = async (answer: Promise<E.Either<LedgerFailure, Ledger>>): Answer => {
  const ledger = await answer
  if (E.isRight(ledger)) await done(ledger.right.close())
  return E.map((of: Ledger) => of.origin)(ledger)
}

/** All that can be done. */
export const operations: readonly Operation[] = [
  {
    name: 'an append',
    methods: ['Read', 'Append'],
    writes: [[100]],
    run: ({ ledger }) => ledger.append([write('a', 2, 100)])(),
  },
  {
    name: 'an append of several writes',
    methods: ['Read', 'Append'],
    writes: [[100, 101], [102], [103], [104]],
    run: ({ ledger }) => ledger.append(several)(),
  },
  {
    name: 'an append to a ledger just opened',
    methods: ['Read', 'Append'],
    writes: [[100, 101], [102], [103], [104]],
    run: ({ fresh }) => fresh.append(several)(),
  },
  {
    name: 'a page that is known',
    methods: ['Read'],
    writes: [],
    run: ({ ledger }) => ledger.readAll({ from: 1, limit: 4 })(),
  },
  {
    name: 'a page that is not known yet',
    methods: ['Read'],
    writes: [],
    run: ({ fresh }) => fresh.readAll({ from: 1, limit: 4 })(),
  },
  {
    name: 'a stream',
    methods: ['Read'],
    writes: [],
    run: ({ fresh }) => fresh.readStream(stream('a'))(),
  },
  { name: 'the head', methods: ['Read'], writes: [], run: ({ fresh }) => fresh.head()() },
  { name: 'a wait', methods: ['Read', 'Subscribe'], writes: [[200]], run: heardOf },
  {
    name: 'opening',
    methods: ['Read'],
    writes: [],
    run: ({ url }) => closing(openEventStoreDbLedger(url, options)()),
  },
  {
    name: 'creating',
    methods: ['Append'],
    writes: [],
    run: ({ server }) => {
      const url = urlOf(server.url, 'dudley')
      return closing(createEventStoreDbLedger(url, 'urn:send-ledger:dudley', options)())
    },
  },
]
