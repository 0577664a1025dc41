/**
 * What endangers or damages a ledger behind its back is told, with the stream and the position;
 * another ledger on the same server, and other events, are not disturbed.
 */
import { explain, type Ledger, type LedgerFailure } from '@send-ledger/core'
import { recordText } from '@send-ledger/core/proof'
import { createEventStoreDbLedger, openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { sampled } from '../../../../test/kit/long.js'
import { opened, quick, realServer, urlOf } from './ledgers.js'
import { all, append, done, failureOf, hex, idOf, note, second, stream, write } from './notes.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer, type TestServer } from './server/start-server.js'

failOnUnhandled()

const suite = realServer === undefined ? describe : describe.skip

const a = 'walsall.action-a'
const options = { ...quick, retries: 1, now: () => second(30) }

let server: TestServer
let url: string
/** A ledger that knows its records, and a neighbour. */
let ledger: Ledger
let neighbour: Ledger
let fresh: Ledger

beforeEach(async () => {
  server = await startServer()
  url = urlOf(server.url, 'walsall')
  const create = (name: string) =>
    opened(createEventStoreDbLedger(urlOf(server.url, name), 'urn:send-ledger:test', options))
  ledger = await create('walsall')
  neighbour = await create('walsall-2')
  for (const each of [ledger, neighbour]) {
    await append(each, write('b', 'noStream', 1), write('a', 'noStream', 2, 3, 4))
    await append(each, write('b', 0, 5), write('a', 2, 6))
  }
  fresh = await opened(openEventStoreDbLedger(url, options))
})
afterEach(async () => {
  server.faults.clear()
  expect(await all(neighbour)).toHaveLength(6)
  expect((await append(neighbour, write('a', 3, 7))).refused).toBeUndefined()
  for (const each of [ledger, neighbour, fresh]) await done(each.close())
  await server.stop()
})

/** The damage that a task tells: its position and its reason. */
const damageOf = async (task: TaskEither<LedgerFailure, unknown>): Promise<[number, string]> => {
  const failure = await failureOf(task)
  if (failure._tag !== 'LedgerDamaged') throw new Error(explain(failure))
  return [failure.position, failure.reason]
}

const expectDamage = async (of: Ledger, position: number, reason: RegExp): Promise<void> => {
  const told = await damageOf(of.head())
  expect(told).toEqual([position, expect.stringMatching(reason)])
  expect(await damageOf(of.append([write('c', 'noStream', 9)]))).toEqual(told)
  expect(await damageOf(of.readStream(stream('b')))).toEqual(told)
  expect(await damageOf(of.sizeKnownAt(second(0)))).toEqual(told)
  expect(await damageOf(of.rootAt(0))).toEqual(told)
  expect(await damageOf(of.readAll({ from: 0, limit: 100 }))).toEqual(told)
  expect(await damageOf(of.grown(0, new AbortController().signal))).toEqual(told)
}

suite('settings by which the server removes events', () => {
  test.each([
    ['$maxAge', { $maxAge: 3600 }, /walsall\.action-a has \$maxAge set/],
    ['$maxCount', { $maxCount: 100 }, /walsall\.action-a has \$maxCount set/],
    ['$tb', { $tb: 1 }, /walsall\.action-a has \$tb set/],
    ['two of them', { $tb: 1, $maxAge: 9 }, /has \$maxAge and \$tb set/],
  ])(
    '%s: are damage at the first record of the stream, until they are gone',
    async (_, set, says) => {
      server.streams.setMetadata(a, set)
      await expectDamage(ledger, 1, says)
      await expectDamage(fresh, 1, says)
      server.streams.setMetadata(a, { $acl: { $d: '$admins' } })
      expect((await done(ledger.head())).size).toBe(6)
      expect(await all(fresh)).toHaveLength(6)
    },
  )

  test('are told to who waits, when they are set', async () => {
    await done(ledger.head())
    const waiting = damageOf(ledger.grown(6, new AbortController().signal))
    await new Promise((resolve) => setTimeout(resolve, 50))
    server.streams.setMetadata(a, { $maxCount: 1 })
    expect(await waiting).toEqual([1, expect.stringMatching(/\$maxCount/)])
  })

  test('of streams whose names only look like those of the ledger are nobody of theirs', async () => {
    server.streams.setMetadata('walsall', { $maxCount: 1 })
    server.streams.setMetadata('walsall-3.action-a', { $maxCount: 1 })
    server.streams.setMetadata(`$$${a}`, { $maxCount: 1 })
    expect((await done(fresh.head())).size).toBe(6)
  })

  test('and a scavenge by them are damage where the first record is missing', async () => {
    server.streams.setMetadata(a, { $maxCount: 2 })
    server.streams.scavenge()
    server.streams.setMetadata(a, {})
    await expectDamage(fresh, 1, /the beginning of action-a is missing/)
    const gone = [1, 'the record is no longer there']
    expect(await damageOf(ledger.readAll({ from: 0, limit: 6 }))).toEqual(gone)
    expect(await damageOf(ledger.readStream(stream('a')))).toEqual(gone)
  })
})

suite('a stream that was deleted', () => {
  test.each([
    ['and may be written again', () => server.streams.softDelete(a)],
    ['for good', () => server.streams.tombstone(a)],
  ])('%s, is damage', async (_, remove) => {
    remove()
    const says = /the stream walsall\.action-a was deleted/
    const { position, reason } = (await failureOf(ledger.append([write('a', 3, 8)]))) as never
    expect([position, reason]).toEqual([1, expect.stringMatching(says)])
    await expectDamage(fresh, 1, says)
  })

  test('while a write to it is under way, is damage too', async () => {
    server.faults.next({ _tag: 'AnswersLate', ms: 100 }, { method: 'Read', skip: 1 })
    const [told] = await Promise.all([
      damageOf(fresh.append([write('a', 3, 8)])),
      new Promise((resolve) => setTimeout(resolve, 50)).then(() => server.streams.tombstone(a)),
    ])
    expect(told).toEqual([1, expect.stringMatching(/walsall\.action-a was deleted/)])
  })

  test('and scavenged, is damage', async () => {
    server.streams.softDelete(a)
    server.streams.scavenge()
    expect(await damageOf(fresh.head())).toEqual([
      2,
      expect.stringMatching(/the beginning of action-a is missing/),
    ])
  })
})

suite('the stream that a ledger begins with', () => {
  const origin = 'walsall.origin'
  const opening = () => damageOf(openEventStoreDbLedger(url, options))

  test.each([
    ['was deleted', () => server.streams.softDelete(origin), /walsall\.origin was deleted/],
    ['was deleted for good', () => server.streams.tombstone(origin), /walsall\.origin was deleted/],
    ['is hidden', () => server.streams.setMetadata(origin, { $tb: 1 }), /walsall\.origin has \$tb/],
    [
      'is no longer JSON',
      () => server.streams.change(origin, 0n, { data: Buffer.from('{') }),
      /revision 0 of walsall\.origin is not what a ledger begins with/,
    ],
  ])('%s: is damage when the ledger is opened', async (_, harm, says) => {
    harm()
    expect(await opening()).toEqual([0, expect.stringMatching(says)])
  })

  test('has lost its first event: is damage when the ledger is opened', async () => {
    server.streams.write(origin, { type: 'Note', data: '{}' })
    server.streams.remove(origin, 0n)
    expect(await opening()).toEqual([0, expect.stringMatching(/beginning of walsall\.origin/)])
  })

  test('is set to lose events: is damage when the ledger is read', async () => {
    server.streams.setMetadata(origin, { $maxAge: 1_000_000 })
    const again = await opened(openEventStoreDbLedger(url, options))
    expect(await damageOf(again.head())).toEqual([0, expect.stringMatching(/walsall\.origin has/)])
    await done(again.close())
  })
})

suite('an event in a stream of the ledger', () => {
  const record = {
    ...note(8, stream('a')),
    position: 6,
    revision: 4,
    recordedAt: second(30),
  }
  const text = recordText(record)
  const id = idOf(8)
  const { type } = record

  const wrong = [
    ['of another kind', { id, type: 'OrderPlaced', data: '{"order":1}' }],
    ['that is no JSON', { id, type, data: '{"id":' }],
    ['that is JSON, and no object', { id, type, data: '[]' }],
    ['with the id of another', { id: idOf(9), type, data: text }],
    ['of another type than it says', { id, type: 'PlanIssued', data: text }],
    ['of another stream', { id, type, data: text.replace('action-a', 'action-b') }],
    ['of another revision', { id, type, data: text.replace('"revision":4', '"revision":5') }],
    ['without a date', { id, type, data: text.replace('2021-05-04"', '2021-15-04"') }],
    ['without an instant', { id, type, data: text.replace('.000Z', 'Z') }],
    ['without data', { id, type, data: text.replace(/"data":\{.*?\}/, '"data":null') }],
    ['with a number beyond all', { id, type, data: text.replace('"note 8"', '1e999') }],
    ['with half a character', { id, type, data: text.replace('"note 8"', '"\\ud83c"') }],
  ] as const

  test.each(sampled(wrong, 4))('%s is damage where it stands', async (_, event) => {
    server.streams.write(a, event)
    await expectDamage(ledger, 6, /revision 4 of action-a/)
    await expectDamage(fresh, 6, /revision 4 of action-a/)
  })

  test('that another wrote as a ledger does is a record of it', async () => {
    server.streams.write(a, { id, type, data: text })
    expect((await all(ledger)).at(-1)).toEqual(record)
  })
})

suite('a record that is kept', () => {
  test('and was changed in its place, is damage to who knew it, and another root to others', async () => {
    const { root } = await done(ledger.head())
    const [, kept] = server.streams.of(a)
    const changed = Buffer.from(kept!.data).toString().replace('note 3', 'note X')
    server.streams.change(a, 1n, { data: Buffer.from(changed) })
    const says = [2, expect.stringMatching(/revision 1 of action-a is not the record that was/)]
    expect(await damageOf(ledger.readAll({ from: 0, limit: 6 }))).toEqual(says)
    expect(await damageOf(ledger.readStream(stream('a')))).toEqual(says)
    expect(await damageOf(ledger.append([write('a', 3, 3)]))).toEqual(says)
    expect(hex((await done(fresh.head())).root)).not.toBe(hex(root))
  })

  test('and was blacked out, is damage to all', async () => {
    await done(ledger.head())
    server.streams.change(a, 1n, { data: Buffer.from('00000') })
    const says = [2, expect.stringMatching(/revision 1 of action-a is no JSON object/)]
    expect(await damageOf(ledger.readAll({ from: 2, limit: 1 }))).toEqual(says)
    expect(await damageOf(fresh.head())).toEqual(says)
  })

  test('and was removed, is damage at the next of its stream', async () => {
    await done(ledger.head())
    server.streams.remove(a, 1n)
    expect(await damageOf(fresh.head())).toEqual([
      2,
      expect.stringMatching(/of action-a, revision 2 follows 0/),
    ])
    const gone = [2, 'the record is no longer there']
    expect(await damageOf(ledger.readAll({ from: 2, limit: 1 }))).toEqual(gone)
    expect(await damageOf(ledger.readStream(stream('a')))).toEqual(gone)
  })

  test('and was the last that was asked for and removed, is damage', async () => {
    await done(ledger.head())
    server.streams.remove(a, 3n)
    expect(await damageOf(ledger.readAll({ from: 3, limit: 3 }))).toEqual([
      5,
      expect.stringMatching(/no longer there/),
    ])
  })

  test('and the log ends before it, is damage', async () => {
    await append(ledger, write('z', 'noStream', 20))
    server.streams.remove('walsall.action-z', 0n)
    expect(await damageOf(ledger.head())).toEqual([
      6,
      expect.stringMatching(/the log of the server ends before this record/),
    ])
  })
})
