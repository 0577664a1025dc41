/**
 * What is too large is refused before it is sent, with its size; a server with a smaller limit is
 * understood.
 */
import { civilDate, explain, type NewEvent, streamId } from '@send-ledger/core'
import { recordBytes } from '@send-ledger/core/proof'
import type { Write } from '@send-ledger/core/store'
import type { EventStoreDbOptions } from '@send-ledger/store-eventstoredb'
import { ledgers, realServer } from './ledgers.js'
import { all, append, idOf, note, second, stream, write } from './notes.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, create, server, close } = ledgers()
afterAll(close)

const suite = realServer === undefined ? describe : describe.skip
const options: EventStoreDbOptions = { now: () => second(0) }

/** An action whose criteria make its record so many bytes large, in letters of one size. */
const actionOf = (n: number, bytes: number, letter = 'x'): NewEvent => {
  const of = (successCriteria: readonly string[]): NewEvent<'ActionAgreed'> => ({
    ...note(n, stream('a')),
    type: 'ActionAgreed',
    data: {
      programmeId: streamId('programme-1'),
      number: '1',
      title: 'An action',
      areaIds: ['1'],
      workstreamId: '1',
      owner: 'SEND lead',
      dueOn: civilDate('2022-05-04'),
      successCriteria: [...successCriteria],
    },
  })
  const sizeOf = (event: NewEvent): number =>
    recordBytes({ ...event, position: 0, revision: 0, recordedAt: second(0) }).length
  const full = letter.repeat(2000)
  const criteria: string[] = []
  while (sizeOf(of([...criteria, full, letter])) <= bytes) criteria.push(full)
  // The last one fills up what is left, to the letter.
  const left = bytes - sizeOf(of([...criteria, '']))
  return of([...criteria, letter.repeat(Math.ceil(left / Buffer.byteLength(letter)))])
}

const writeOf = (...events: readonly NewEvent[]): Write => ({
  stream: stream('a'),
  expected: 'noStream',
  events,
})

const appends = (): number =>
  server().calls.filter((c) => c.method === 'Append' && c.stream.endsWith('a')).length

suite('an event', () => {
  test('of 64 KiB is kept, one byte more is refused with its size', async () => {
    const ledger = await create(await newUrl(), options)
    const { refused } = await append(ledger, writeOf(actionOf(1, 64 * 1024 + 1)))
    expect(refused && explain(refused)).toBe(
      'events[0]: is 65537 bytes as a record; at most 65536 are taken',
    )
    expect(appends()).toBe(0)
    expect((await append(ledger, writeOf(actionOf(1, 64 * 1024)))).refused).toBeUndefined()
    expect(await all(ledger)).toHaveLength(1)
  })

  test('is measured in bytes, not in letters', async () => {
    const ledger = await create(await newUrl(), options)
    const { refused } = await append(ledger, writeOf(actionOf(1, 64 * 1024 + 3, '\u4e2d')))
    expect(refused && explain(refused)).toMatch(/events\[0\]: is 6554\d bytes/)
  })

  test('that is too large, among others: nothing of its write is kept', async () => {
    const ledger = await create(await newUrl(), options)
    const outcome = await append(
      ledger,
      write('b', 'noStream', 9),
      writeOf(actionOf(1, 500), actionOf(2, 70_000)),
      write('c', 'noStream', 10),
    )
    expect(outcome.appended).toHaveLength(1)
    expect(outcome.refused && explain(outcome.refused)).toMatch(/events\[1\]: is 70000 bytes/)
    expect((await all(ledger)).map(({ id }) => id)).toEqual([idOf(9)])
  })
})

suite('a write', () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, n) => actionOf(n, n < 10 ? 60_001 : 60_000))

  test('just below a mebibyte is taken by a server whose limit is that', async () => {
    const ledger = await create(await newUrl({ maxAppendSize: 1024 * 1024 }), options)
    const { refused } = await append(ledger, writeOf(...events(17)))
    expect(refused).toBeUndefined()
    expect(await all(ledger)).toHaveLength(17)
  })

  test('above it is refused with its size, and is not sent', async () => {
    const ledger = await create(await newUrl(), options)
    const { refused } = await append(ledger, writeOf(...events(18)))
    expect(refused && explain(refused)).toMatch(
      /^events: are 10\d{5} bytes together; at most 1044480 are taken in one write$/,
    )
    expect(appends()).toBe(0)
  })

  test('above the smaller limit of a server is refused with that', async () => {
    const ledger = await create(await newUrl({ maxAppendSize: 2000 }), options)
    const large = writeOf(...Array.from({ length: 10 }, (_, n) => actionOf(n, 500)))
    const { refused } = await append(ledger, large)
    expect(refused && explain(refused)).toMatch(
      /^events: are \d+ bytes together; at most 2000 are taken in one write$/,
    )
    expect((await append(ledger, writeOf(actionOf(1, 500)))).refused).toBeUndefined()
    expect(await all(ledger)).toHaveLength(1)
  })

  test('that a server calls too large, whatever its size, is refused', async () => {
    const ledger = await create(await newUrl(), options)
    server().faults.next({ _tag: 'TooLarge' })
    const { refused } = await append(ledger, write('a', 'noStream', 1))
    expect(refused && explain(refused)).toMatch(/more than the server takes at once/)
  })
})
