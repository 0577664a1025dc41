/**
 * Several writers at once, each with a connection of its own: one wins where all want the same, and
 * all see one order.
 */
import type { Ledger, LedgerRecord } from '@send-ledger/core'
import type { AppendOutcome } from '@send-ledger/core/store'
import { ledgers } from './ledgers.js'
import { all, append, done, hex, idOf, second, write } from './notes.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, create, open, close } = ledgers()
afterAll(close)

const twenty = Array.from({ length: 20 }, (_, i) => i)

const writersOf = async (url: string): Promise<readonly Ledger[]> => {
  await create(url, { now: () => second(0) })
  return Promise.all(twenty.map((i) => open(url, { now: () => second(i) })))
}

const refusals = (outcomes: readonly AppendOutcome[]): readonly string[] =>
  outcomes.flatMap(({ refused }) => (refused ? [refused._tag] : []))

describe('of twenty writers', () => {
  test.each([
    ['a stream that is not there', 'noStream', []],
    ['one revision', 1, [1, 2]],
  ] as const)(
    'at %s, one wins and nineteen are told that they are stale',
    async (_, at, before) => {
      const writers = await writersOf(await newUrl())
      if (before.length > 0) await append(writers[0]!, write('a', 'noStream', ...before))
      const outcomes = await Promise.all(
        writers.map((writer, i) => append(writer, write('a', at, 100 + i))),
      )
      expect(outcomes.filter(({ appended }) => appended.length === 1)).toHaveLength(1)
      expect(refusals(outcomes)).toEqual(Array(19).fill('StaleRevision'))
      const actual = before.length
      for (const { refused } of outcomes) {
        if (refused) expect(refused).toMatchObject({ expected: at, actual })
      }
      const records = await all(writers[7]!)
      expect(records).toHaveLength(before.length + 1)
    },
  )

  test('who tell the same, one records each and nineteen are told that it was', async () => {
    const writers = await writersOf(await newUrl())
    const outcomes = await Promise.all(
      writers.map((writer) => append(writer, write('a', 'noStream', 1, 2), write('a', 1, 3))),
    )
    expect(refusals(outcomes)).toEqual([])
    // Whoever was first with each: one says that it wrote it.
    const flags = outcomes.map(({ appended }) => appended.map(({ duplicate }) => duplicate))
    for (const i of [0, 1]) {
      expect(flags.map((each) => each[i]).sort()).toEqual([false, ...Array(19).fill(true)])
    }
    // All answer with the records that are there, to the instant of the one who was first.
    const records = await all(writers[0]!)
    for (const { appended } of outcomes) {
      expect(appended.flatMap((each) => each.records)).toEqual(records)
    }
  })
})

/** The longest prefix whose running greatest instant is not after one, by its definition. */
const sizeKnownAt = (records: readonly LedgerRecord[], known: string): number => {
  const end = records.findIndex(({ recordedAt }) => recordedAt > known)
  return end < 0 ? records.length : end
}

describe('two writers of many streams', () => {
  const streams = ['p', 'q', 'r', 's', 't']
  const rounds = 15

  /** Writes to each stream in turn, at whatever revision it finds it; what it wrote, in order. */
  const keepWriting = async (ledger: Ledger, first: number): Promise<readonly LedgerRecord[]> => {
    const mine: LedgerRecord[] = []
    for (let n = 0; n < rounds * streams.length; n++) {
      const name = streams[n % streams.length] as string
      let expected: number | 'noStream' = 'noStream'
      for (;;) {
        const { appended, refused } = await append(ledger, write(name, expected, first + n))
        mine.push(...appended.flatMap(({ records }) => records))
        if (refused === undefined) break
        if (refused._tag !== 'StaleRevision') throw new Error(refused._tag)
        expected = refused.actual
      }
    }
    return mine
  }

  test('see one order, in which nothing is lost and each has its own in turn', async () => {
    const url = await newUrl()
    let tick = 0
    // One clock is ten seconds behind the other.
    const one = await create(url, { now: () => second(10 + tick++) })
    const two = await open(url, { now: () => second(tick++) })
    const [ofOne, ofTwo] = await Promise.all([keepWriting(one, 1000), keepWriting(two, 5000)])
    const anew = await open(url)
    const records = await all(anew)
    expect(records).toHaveLength(2 * rounds * streams.length)
    for (const ledger of [one, two]) {
      expect(await all(ledger)).toEqual(records)
      expect(hex((await done(ledger.head())).root)).toBe(hex((await done(anew.head())).root))
    }
    for (const mine of [ofOne, ofTwo]) {
      const ids = new Set(mine.map(({ id }) => id))
      expect(records.filter(({ id }) => ids.has(id))).toEqual(mine)
      const instants = mine.map(({ recordedAt }) => recordedAt)
      expect(instants).toEqual([...instants].sort())
    }
    for (const name of streams) {
      const revisions = records.filter(({ stream }) => stream === `action-${name}`)
      expect(revisions.map(({ revision }) => revision)).toEqual([...revisions.keys()])
    }
    for (let n = 0; n <= tick + 10; n++) {
      const known = await done(anew.sizeKnownAt(second(n)))
      expect([n, known]).toEqual([n, sizeKnownAt(records, second(n))])
    }
    const head = await done(anew.head())
    expect(head.recordedAt).toBe(
      records
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .at(-1),
    )
  }, 60_000)

  test('who use one id for two streams: the second of them is refused when it is known', async () => {
    const url = await newUrl()
    const one = await create(url)
    const two = await open(url)
    await append(one, write('a', 'noStream', 1))
    const { refused } = await append(two, write('b', 'noStream', 1))
    expect(refused).toMatchObject({ _tag: 'IdReused', stream: 'action-a', position: 0 })
    expect((await all(two)).map(({ id }) => id)).toEqual([idOf(1)])
  })
})
