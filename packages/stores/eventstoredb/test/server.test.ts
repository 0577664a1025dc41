/**
 * What the client sees of the test server: what is written, and what is read.
 */
import {
  BACKWARDS,
  binaryEvent,
  END,
  type EventStoreDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import { connect, gathered, kindOf, said, told, wrongIn } from './server/client.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer, type TestServer } from './server/start-server.js'

failOnUnhandled()

let time = Date.UTC(2021, 4, 4, 9, 12)
let server: TestServer
let client: EventStoreDBClient
beforeEach(async () => {
  server = await startServer({ now: () => time })
  client = connect(server.url)
})
afterEach(async () => {
  await client.dispose()
  await server.stop()
})

const append = (stream: string, expected: bigint | typeof NO_STREAM, ...events: number[]) =>
  client.appendToStream(stream, events.map(told), { expectedRevision: expected })

describe('appending', () => {
  test('revisions are dense from 0, positions grow over all streams with gaps', async () => {
    const first = await append('a', NO_STREAM, 1, 2)
    server.streams.systemEvent()
    const second = await append('b', NO_STREAM, 3)
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 0n])
    const { events } = await gathered(client.readAll())
    expect(events.map(({ event }) => [event?.streamId, event?.revision])).toEqual([
      ['$epoch-information', 0n],
      ['a', 0n],
      ['a', 1n],
      ['$stats-127.0.0.1:2113', 0n],
      ['b', 0n],
    ])
    const positions = events.map(({ commitPosition }) => commitPosition ?? -1n)
    expect(positions).toEqual([...positions].sort((x, y) => Number(x - y)))
    expect(positions[2]! - positions[1]!).toBeGreaterThan(1n)
    expect([first.position?.commit, second.position?.commit]).toEqual([positions[2], positions[4]])
  })

  test('a wrong revision is told with the right one', async () => {
    await append('a', NO_STREAM, 1, 2)
    const wrong = async (expected: bigint | typeof NO_STREAM | typeof STREAM_EXISTS, to = 'a') => {
      const options = { expectedRevision: expected }
      const error = await client.appendToStream(to, [told(9)], options).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(WrongExpectedVersionError)
      const { expectedVersion, actualVersion } = error as WrongExpectedVersionError
      return [expectedVersion, actualVersion]
    }
    expect(await wrong(NO_STREAM)).toEqual([NO_STREAM, 1n])
    expect(await wrong(0n)).toEqual([0n, 1n])
    expect(await wrong(2n)).toEqual([2n, 1n])
    expect(await wrong(STREAM_EXISTS, 'b')).toEqual([STREAM_EXISTS, NO_STREAM])
    expect(server.streams.of('a')).toHaveLength(2)
  })

  test('the same ids at the same place are a repeat, and only there', async () => {
    const first = await append('a', NO_STREAM, 1, 2)
    await append('a', 1n, 3)
    expect(await append('a', NO_STREAM, 1, 2)).toEqual(first)
    expect((await append('a', 0n, 2, 3)).nextExpectedRevision).toBe(2n)
    expect(await wrongIn(append('a', NO_STREAM, 1, 4))).toBe('wrong-expected-version')
    expect(await wrongIn(append('a', 0n, 1))).toBe('wrong-expected-version')
    expect(await wrongIn(append('a', 1n, 3, 4))).toBe('wrong-expected-version')
    expect(server.streams.of('a')).toHaveLength(3)
  })

  test('a repeat is known by its ids, whatever its content', async () => {
    await append('a', NO_STREAM, 1)
    const other = { ...told(1), data: { n: 99 } }
    const repeat = client.appendToStream('a', other, { expectedRevision: NO_STREAM })
    expect((await repeat).nextExpectedRevision).toBe(0n)
    expect(await said(client.readStream('a'))).toEqual([1])
  })

  test('without an expected revision a repeat is known until the node starts again', async () => {
    await client.appendToStream('a', told(1))
    await append('a', 0n, 2)
    expect((await client.appendToStream('a', told(1))).nextExpectedRevision).toBe(0n)
    await server.restart()
    await said(client.readStream('a'))
    expect((await client.appendToStream('a', told(1))).nextExpectedRevision).toBe(2n)
  })

  test('without an expected revision a repeat in part is a wrong revision', async () => {
    await client.appendToStream('a', [1, 2].map(told))
    for (const part of [
      [1, 2, 3],
      [1, 3, 2],
    ]) {
      const append = client.appendToStream('a', part.map(told))
      expect(await wrongIn(append)).toBe('wrong-expected-version')
    }
  })

  test('a stream with nothing but metadata exists, a deleted one does not', async () => {
    const expectedRevision = STREAM_EXISTS
    await client.setStreamMetadata('a', { maxCount: 9 })
    expect((await client.appendToStream('a', told(1), { expectedRevision })).success).toBe(true)
    await client.deleteStream('a')
    const deleted = client.appendToStream('a', told(2), { expectedRevision })
    expect(await wrongIn(deleted)).toBe('stream-deleted')
  })

  test('an append without events reports success and writes nothing', async () => {
    expect((await append('a', NO_STREAM)).success).toBe(true)
    expect(server.streams.of('a')).toEqual([])
  })

  test('an append over the limit is refused whole', async () => {
    const large = [1, 2].map((n) => ({ ...told(n), data: 'x'.repeat(600_000) }))
    const error = await client.appendToStream('a', large).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError)
    expect((error as MaxAppendSizeExceededError).maxAppendSize).toBe(1024 * 1024)
    expect(server.streams.of('a')).toEqual([])
    expect((await client.appendToStream('a', large.slice(0, 1))).success).toBe(true)
  })

  test('an event keeps its id, type, content, metadata and instant', async () => {
    const bytes = Uint8Array.from([0, 255, 1])
    const binary = binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes })
    const json = { ...told(1), metadata: { by: 'somebody' } }
    await client.appendToStream('a', [json, binary])
    const { events } = await gathered(client.readStream('a'))
    const [first, second] = events.map(({ event }) => event)
    expect(first).toMatchObject({ id: json.id, type: 'Told', data: { n: 1 }, isJson: true })
    expect(first?.metadata).toEqual({ by: 'somebody' })
    expect(first?.created.toISOString()).toBe('2021-05-04T09:12:00.000Z')
    expect(second).toMatchObject({ id: binary.id, isJson: false, data: bytes, metadata: bytes })
  })
})

describe('reading', () => {
  test('a stream is read from a revision, which is the first, both ways and up to a count', async () => {
    await append('a', NO_STREAM, 0, 1, 2, 3)
    expect(await said(client.readStream('a', { fromRevision: 2n }))).toEqual([2, 3])
    expect(await said(client.readStream('a', { fromRevision: 4n }))).toEqual([])
    expect(await said(client.readStream('a', { maxCount: 2 }))).toEqual([0, 1])
    const back = { direction: BACKWARDS } as const
    expect(await said(client.readStream('a', { ...back, fromRevision: 2n }))).toEqual([2, 1, 0])
    expect(await said(client.readStream('a', { ...back, fromRevision: END, maxCount: 1 }))).toEqual(
      [3],
    )
  })

  test('all is read from a position: forwards with the event there, backwards without', async () => {
    await append('a', NO_STREAM, 0, 1, 2)
    const [, at] = server.streams.of('a')
    const fromPosition = { commit: at!.position, prepare: at!.position }
    expect(await said(client.readAll({ fromPosition }))).toEqual([1, 2])
    const back = { direction: BACKWARDS, maxCount: 1 } as const
    expect(await said(client.readAll({ ...back, fromPosition }))).toEqual([0])
    expect(await said(client.readAll({ ...back, fromPosition: END }))).toEqual([2])
    expect(await said(client.readAll({ fromPosition: END }))).toEqual([])
  })

  test('a stream that is not there is not found', async () => {
    const { events, error } = await gathered(client.readStream('none'))
    expect(events).toEqual([])
    expect(error).toBeInstanceOf(StreamNotFoundError)
  })

  test('an older node does not tell the positions of events in a stream', async () => {
    const older = await startServer({ streamPositions: false })
    const client = connect(older.url)
    await client.appendToStream('a', told(1))
    const [read] = (await gathered(client.readStream('a'))).events
    expect(read?.event?.position?.commit).toBe(18446744073709551615n)
    expect(read?.commitPosition).toBeUndefined()
    await client.dispose()
    await older.stop()
  })

  test('data that is no JSON comes as text', async () => {
    await append('a', NO_STREAM, 1)
    server.streams.change('a', 0n, { data: Buffer.from('{"n":') })
    const [read] = (await gathered(client.readStream('a'))).events
    expect(read?.event?.data).toBe('{"n":')
  })
})

describe('what is hidden and deleted', () => {
  test('metadata hides events from readers of the stream, not from readers of all', async () => {
    await append('a', NO_STREAM, 0, 1, 2)
    await client.setStreamMetadata('a', { maxCount: 2 })
    expect(await said(client.readStream('a'))).toEqual([1, 2])
    await client.setStreamMetadata('a', { truncateBefore: 2 })
    expect(await said(client.readStream('a'))).toEqual([2])
    expect(await client.getStreamMetadata('a')).toMatchObject({ metadata: { truncateBefore: 2 } })
    expect(await said(client.readAll())).toEqual(expect.arrayContaining([0, 1, 2]))
    server.streams.scavenge()
    expect(await said(client.readAll())).not.toContain(1)
    await client.setStreamMetadata('a', {})
    expect(await said(client.readStream('a'))).toEqual([2])
  })

  test('events older than the metadata allows are hidden', async () => {
    await append('a', NO_STREAM, 0)
    time += 61_000
    await append('a', 0n, 1)
    await client.setStreamMetadata('a', { maxAge: 60 })
    expect(await said(client.readStream('a'))).toEqual([1])
  })

  test('an event that was taken away leaves a gap; without the last one the stream is shorter', async () => {
    await append('a', NO_STREAM, 0, 1, 2, 3)
    server.streams.remove('a', 1n)
    server.streams.remove('a', 3n)
    expect(await said(client.readStream('a'))).toEqual([0, 2])
    expect((await append('a', 2n, 4)).nextExpectedRevision).toBe(3n)
  })

  test('after a soft delete the stream is not found, and its numbers go on', async () => {
    await append('a', NO_STREAM, 0, 1)
    await client.deleteStream('a', { expectedRevision: 1n })
    expect(await said(client.readStream('a'))).toEqual(['stream-not-found'])
    expect((await append('a', NO_STREAM, 2)).nextExpectedRevision).toBe(2n)
    expect(await said(client.readStream('a'))).toEqual([2])
    expect((await client.getStreamMetadata('a')).metadata).toEqual({ truncateBefore: 2 })
  })

  test('what stood before a soft delete is still known by its ids', async () => {
    await append('a', NO_STREAM, 0, 1)
    await client.deleteStream('a')
    expect(await wrongIn(append('a', NO_STREAM, 0, 5))).toBe('wrong-expected-version')
    expect((await append('a', NO_STREAM, 0, 1)).nextExpectedRevision).toBe(1n)
    expect(await said(client.readStream('a'))).toEqual(['stream-not-found'])
  })

  test('a scavenge leaves the last event of a stream, so that its numbers go on', async () => {
    await append('a', NO_STREAM, 0, 1)
    await client.deleteStream('a')
    server.streams.scavenge()
    expect(server.streams.of('a').map(({ revision }) => revision)).toEqual([1n])
    expect((await append('a', NO_STREAM, 2)).nextExpectedRevision).toBe(2n)
  })

  test('of the metadata of a stream only the last is shown', async () => {
    await client.setStreamMetadata('a', { maxCount: 1 })
    await client.setStreamMetadata('a', { maxCount: 2 })
    expect(await said(client.readStream('$$a'))).toEqual(['$metadata $$a'])
    expect(server.streams.of('$$a')).toHaveLength(2)
  })

  test('a delete of another revision than expected is refused', async () => {
    await append('a', NO_STREAM, 0)
    const wrong = client.deleteStream('a', { expectedRevision: 5n }).catch((e: unknown) => e)
    expect(await wrong).toMatchObject({ expectedVersion: 5n, actualVersion: 0n, streamName: 'a' })
    expect(await wrongIn(client.deleteStream('none'))).toBe('wrong-expected-version')
  })

  test('after a tombstone the stream is deleted for good, and all has the tombstone', async () => {
    await append('a', NO_STREAM, 0)
    await client.tombstoneStream('a')
    const { error } = await gathered(client.readStream('a'))
    expect(error).toBeInstanceOf(StreamDeletedError)
    expect((error as StreamDeletedError).streamName).toBe('a')
    const again = await append('a', NO_STREAM, 1).catch((e: unknown) => e)
    expect(kindOf(again)).toBe('stream-deleted')
    expect((await said(client.readAll())).slice(1)).toEqual([0, '$streamDeleted a'])
  })
})
