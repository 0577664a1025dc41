/**
 * The promises of the ledger's port, as a suite of tests: a store is a store when it passes.
 */
import type { Instant, Ledger } from '@send-ledger/core'
import type { Appended } from '@send-ledger/core/store'
import { appendClosingContract } from './append-closing-contract.js'
import { clockContract } from './clock-contract.js'
import { all, append, done } from './done.js'
import { growthContract } from './growth-contract.js'
import { instantContract } from './instant-contract.js'
import { modelContract } from './model-contract.js'
import { ownEventsContract } from './own-events-contract.js'
import { recorderContract } from './recorder-contract.js'
import { idOf, minute, note, stream, write } from './told.js'
import { treeContract } from './tree-contract.js'

/** Opens a new, empty ledger with the clock given. */
export type OpenLedger = (now: () => Instant) => Promise<Ledger>

/**
 * Runs the contract on a store. Call it in a test file of the store.
 *
 * Errors: none; what a store does not keep fails as a test of its own.
 */
export const storeContract = (name: string, open: OpenLedger): void => {
  describe(`${name} keeps the contract of a store`, () => {
    const opened = (): Promise<Ledger> => open(() => minute(30))
    describe('appending', () => appendContract(opened))
    describe('closing an append', () => appendClosingContract(open))
    describe('repeats', () => repeatContract(opened))
    describe('refusals', () => refusalContract(opened))
    describe('instants', () => instantContract(open))
    describe('clocks', () => clockContract(open))
    describe('reading', () => readContract(opened))
    describe('growing and closing', () => growthContract(opened))
    describe('the tree', () => treeContract(opened))
    describe('any sequence of writes', () => modelContract(open))
    describe('events of one’s own', () => ownEventsContract(open))
    describe('recorders', () => recorderContract(open))
  })
}

const sizeOf = async (ledger: Ledger): Promise<number> => (await done(ledger.head())).size

const appendContract = (opened: () => Promise<Ledger>): void => {
  test('an empty ledger has no records, no instant and the root of nothing', async () => {
    const head = await done((await opened()).head())
    expect(head.size).toBe(0)
    expect(head.recordedAt).toBeUndefined()
    expect(Buffer.from(head.root).toString('hex')).toMatch(/^e3b0c44298fc1c14/)
  })

  test('positions and revisions are dense and start at 0', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1, 2), write('b', 'noStream', 3))
    await append(ledger, write('a', 1, 4))
    const kept = (await all(ledger)).map((r) => [r.position, r.stream, r.revision])
    expect(kept).toEqual([
      [0, 'action-a', 0],
      [1, 'action-a', 1],
      [2, 'action-b', 0],
      [3, 'action-a', 2],
    ])
  })

  test('what is kept is what was written', async () => {
    const ledger = await opened()
    const event = { ...note(1, stream('a')), actor: 'SEND officer' }
    await append(ledger, { stream: stream('a'), expected: 'noStream', events: [event] })
    expect((await all(ledger))[0]).toMatchObject(event)
  })

  test('the records that an append answers are those that are read', async () => {
    const ledger = await opened()
    const { appended } = await append(ledger, write('a', 'noStream', 1, 2))
    expect(appended.flatMap(({ records }) => records)).toEqual(await all(ledger))
  })

  test.each([
    'quotes " and \\ and line\nends\tand tabs',
    'Zo\u00eb, \u0141\u00f3d\u017a, \u4e2d\u6587, \ud83c\udf33',
    '__proto__',
    "'; DROP TABLE record; --",
    '<script>alert(1)</script>',
    '\u202eright to left\u202c',
  ])('text comes back as it went in: %j', async (text) => {
    const ledger = await opened()
    const events = [note(1, stream('a'), text)]
    await append(ledger, { stream: stream('a'), expected: 'noStream', events })
    expect((await all(ledger))[0]?.data).toEqual({ note: text })
  })

  test('of twenty writers at one revision, one wins', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => append(ledger, write('a', 0, 100 + i))),
    )
    const refused = outcomes.filter(({ refused }) => refused?._tag === 'StaleRevision')
    expect(refused).toHaveLength(19)
    expect(await sizeOf(ledger)).toBe(2)
  })
}

const isDuplicate = ({ duplicate }: Appended): boolean => duplicate

const repeatContract = (opened: () => Promise<Ledger>): void => {
  test('a repeat is answered with the records of the first time, and nothing is added', async () => {
    const ledger = await opened()
    const first = await append(ledger, write('a', 'noStream', 1, 2))
    const again = await append(ledger, write('a', 'noStream', 1, 2))
    expect(again.appended.map(isDuplicate)).toEqual([true])
    expect(again.appended[0]?.records).toEqual(first.appended[0]?.records)
    expect(await sizeOf(ledger)).toBe(2)
  })

  test('a repeat is a repeat whatever revision it expects', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1), write('a', 0, 2))
    const again = await append(ledger, write('a', 99, 1))
    expect(again.appended.map(isDuplicate)).toEqual([true])
  })

  test('an id with other content is refused, and its record named', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const changed = { stream: stream('a'), expected: 0, events: [note(1, stream('a'), 'other')] }
    const { refused } = await append(ledger, changed)
    expect(refused).toMatchObject({ _tag: 'IdReused', stream: 'action-a', position: 0 })
  })

  test('an id of another stream is refused', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const { refused } = await append(ledger, write('b', 'noStream', 1))
    expect(refused).toMatchObject({ _tag: 'IdReused', stream: 'action-a' })
    expect(await sizeOf(ledger)).toBe(1)
  })

  test('a write of which a part is kept is refused, and both parts named', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const { refused } = await append(ledger, write('a', 0, 1, 2))
    expect(refused).toMatchObject({ _tag: 'PartlyRecorded', kept: [idOf(1)], missing: [idOf(2)] })
    expect(await sizeOf(ledger)).toBe(1)
  })
}

const refusalContract = (opened: () => Promise<Ledger>): void => {
  test.each([
    ['noStream' as const, 0],
    [1, 0],
    [-1, 0],
  ])(
    'a writer who expects %s where the stream stands at %s is refused',
    async (expected, actual) => {
      const ledger = await opened()
      await append(ledger, write('a', 'noStream', 1))
      const { refused } = await append(ledger, write('a', expected, 2))
      expect(refused).toEqual({ _tag: 'StaleRevision', stream: 'action-a', expected, actual })
    },
  )

  test('a writer who expects a stream that is not there is refused', async () => {
    const { refused } = await append(await opened(), write('a', 0, 1))
    expect(refused).toMatchObject({ _tag: 'StaleRevision', actual: 'noStream' })
  })

  test('a write without events is refused', async () => {
    const { refused } = await append(await opened(), write('a', 'noStream'))
    expect(refused).toEqual({ _tag: 'EmptyWrite', stream: 'action-a' })
  })

  test('an event that does not fit the catalogue is refused', async () => {
    const event = { ...note(1, stream('a')), data: { nota: 'x' } } as never
    const { refused } = await append(await opened(), {
      stream: stream('a'),
      expected: 'noStream',
      events: [event],
    })
    expect(refused?._tag).toBe('InvalidEvent')
  })

  test('an event of another stream than its write is refused', async () => {
    const { refused } = await append(await opened(), {
      stream: stream('a'),
      expected: 'noStream',
      events: [note(1, stream('b'))],
    })
    expect(refused?._tag).toBe('InvalidEvent')
  })

  test('one id twice in one write is refused', async () => {
    const { refused } = await append(await opened(), write('a', 'noStream', 1, 1))
    expect(refused?._tag).toBe('InvalidEvent')
  })

  test('of a write with one bad event nothing is kept', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const events = [note(2, stream('a')), note(1, stream('a'), 'other')]
    await append(ledger, { stream: stream('a'), expected: 0, events })
    expect(await sizeOf(ledger)).toBe(1)
  })

  test('what stands before a refused write is kept, what stands after it is not', async () => {
    const ledger = await opened()
    const outcome = await append(
      ledger,
      write('a', 'noStream', 1),
      write('b', 0, 2),
      write('c', 'noStream', 3),
    )
    expect(outcome.appended).toHaveLength(1)
    expect(outcome.refused?._tag).toBe('StaleRevision')
    expect((await all(ledger)).map(({ stream }) => stream)).toEqual(['action-a'])
  })
}

const readContract = (opened: () => Promise<Ledger>): void => {
  test('a stream is read by revision, and one that is not there is empty', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1), write('b', 'noStream', 2), write('a', 0, 3))
    const read = await done(ledger.readStream(stream('a')))
    expect(read.map(({ position, revision }) => [position, revision])).toEqual([
      [0, 0],
      [2, 1],
    ])
    expect(await done(ledger.readStream(stream('none')))).toEqual([])
  })

  test('pages of any size, from anywhere, put together are the ledger', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1, 2, 3, 4, 5, 6, 7))
    const whole = await all(ledger)
    for (let from = 0; from <= 8; from++) {
      for (let limit = 1; limit <= 8; limit++) {
        const page = await done(ledger.readAll({ from, limit }))
        expect(page).toEqual(whole.slice(from, from + limit))
      }
    }
  })

  test('what was read does not change when more is written', async () => {
    const ledger = await opened()
    await append(ledger, write('a', 'noStream', 1))
    const before = await done(ledger.readStream(stream('a')))
    await append(ledger, write('a', 0, 2))
    expect(before).toHaveLength(1)
  })
}
