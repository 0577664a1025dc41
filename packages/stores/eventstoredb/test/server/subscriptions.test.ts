/**
 * What the client sees of subscriptions: order, filters, checkpoints, ends, and calls left open.
 */
import {
  type AllStreamSubscription,
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  NO_STREAM,
  type Position,
  START,
  type StreamSubscription,
  streamNameFilter,
} from '@eventstore/db-client'
import { connect, kindOf, saying, told, until } from './client.js'
import { failOnUnhandled } from './no-unhandled.js'
import { startServer, type TestServer } from './start-server.js'

failOnUnhandled()

let server: TestServer
let client: EventStoreDBClient
beforeEach(async () => {
  server = await startServer()
  client = connect(server.url)
})
afterEach(async () => {
  await client.dispose()
  await server.stop()
})

const append = (stream: string, ...events: number[]) =>
  client.appendToStream(stream, events.map(told))

/** What a subscription says, in order: its events and everything else. */
const listen = (subscription: StreamSubscription | AllStreamSubscription): unknown[] => {
  const heard: unknown[] = []
  subscription.on('data', (event) => heard.push(saying(event)))
  subscription.on('confirmation', () => heard.push('confirmed'))
  subscription.on('caughtUp', () => heard.push('caught up'))
  subscription.on('error', (error) => heard.push(kindOf(error)))
  subscription.on('end', () => heard.push('end'))
  return heard
}

describe('to a stream', () => {
  test('what there is comes after the revision given, then what is written', async () => {
    await append('a', 0, 1, 2)
    const heard = listen(client.subscribeToStream('a', { fromRevision: 0n }))
    await until(() => heard.includes('caught up'))
    await append('b', 8)
    await append('a', 3)
    await until(() => heard.includes(3))
    expect(heard).toEqual(['confirmed', 1, 2, 'caught up', 3])
  })

  test('from the start nothing is left out, from the end what there was', async () => {
    await append('a', 0, 1)
    const whole = listen(client.subscribeToStream('a', { fromRevision: START }))
    const rest = listen(client.subscribeToStream('a', { fromRevision: END }))
    await until(() => whole.includes('caught up') && rest.includes('caught up'))
    await append('a', 2)
    await until(() => whole.includes(2) && rest.includes(2))
    expect(whole).toEqual(['confirmed', 0, 1, 'caught up', 2])
    expect(rest).toEqual(['confirmed', 'caught up', 2])
  })

  test('a stream that is not there is waited for', async () => {
    const heard = listen(client.subscribeToStream('a'))
    await until(() => heard.includes('confirmed'))
    await append('a', 0)
    await until(() => heard.includes('caught up'))
    expect(heard).toEqual(['confirmed', 0, 'caught up'])
  })

  test('a tombstone in the middle ends it with stream-deleted', async () => {
    await append('a', 0)
    const heard = listen(client.subscribeToStream('a'))
    await until(() => heard.includes('caught up'))
    await client.tombstoneStream('a')
    await until(() => heard.includes('stream-deleted'))
    expect(heard).toEqual(['confirmed', 0, 'caught up', 'stream-deleted'])
    const late = listen(client.subscribeToStream('a'))
    await until(() => late.length > 0)
    expect(late).toEqual(['stream-deleted'])
  })

  test('a soft delete in the middle goes unnoticed', async () => {
    await append('a', 0)
    const heard = listen(client.subscribeToStream('a'))
    await until(() => heard.includes('caught up'))
    await client.deleteStream('a')
    await append('a', 1)
    await until(() => heard.includes(1))
    expect(heard).toEqual(['confirmed', 0, 'caught up', 1])
  })
})

describe('to all', () => {
  test("events of all streams come in order, the node's own among them", async () => {
    await append('a', 0)
    const heard = listen(client.subscribeToAll())
    await until(() => heard.includes('caught up'))
    await append('b', 1)
    server.streams.systemEvent()
    await append('a', 2)
    await until(() => heard.includes(2))
    expect(heard.slice(2)).toEqual([0, 'caught up', 1, '$statsCollected $stats-127.0.0.1:2113', 2])
  })

  test('it starts after the position given, and from the end with what comes', async () => {
    await append('a', 0, 1)
    const [first] = server.streams.of('a')
    const fromPosition = { commit: first!.position, prepare: first!.position }
    const rest = listen(client.subscribeToAll({ fromPosition }))
    const coming = listen(client.subscribeToAll({ fromPosition: END }))
    await until(() => rest.includes('caught up') && coming.includes('caught up'))
    await append('a', 2)
    await until(() => rest.includes(2) && coming.includes(2))
    expect(rest).toEqual(['confirmed', 1, 'caught up', 2])
    expect(coming).toEqual(['confirmed', 'caught up', 2])
  })

  test.each([
    ['stream names by prefix', streamNameFilter({ prefixes: ['a-', 'c-'] }), [0, 2]],
    ['stream names by pattern', streamNameFilter({ regex: '^[bc]-' }), [1, 2]],
    ['types by prefix', eventTypeFilter({ prefixes: ['Tol'] }), [0, 1, 2]],
    [
      'types by pattern',
      eventTypeFilter({ regex: '^\\$Epoch' }),
      ['$EpochInformation $epoch-information'],
    ],
    ["no events of the node's own", excludeSystemEvents(), [0, 1, 2]],
  ])('a filter lets through %s', async (_name, filter, expected) => {
    await append('a-1', 0)
    await append('b-1', 1)
    await append('c-1', 2)
    const heard = listen(client.subscribeToAll({ filter }))
    await until(() => heard.includes('caught up'))
    expect(heard).toEqual(['confirmed', ...expected, 'caught up'])
  })

  test('checkpoints come between events that are left out', async () => {
    for (const n of [0, 1, 2, 3, 4, 5]) await append('b', n)
    const reached: bigint[] = []
    const filter = streamNameFilter({
      prefixes: ['a'],
      maxSearchWindow: 1,
      checkpointInterval: 2,
      checkpointReached: (_subscription, { commit }) => {
        reached.push(commit)
      },
    })
    const heard = listen(client.subscribeToAll({ filter }))
    await until(() => heard.includes('caught up'))
    const positions = server.streams.all().map(({ position }) => position)
    expect(reached.slice(0, 3)).toEqual([positions[1], positions[3], positions[5]])
  })

  test('the checkpoint at the end of the log is where the next event will stand', async () => {
    await append('a', 0)
    let last: Position | undefined
    const filter = streamNameFilter({
      prefixes: ['a'],
      checkpointReached: (_subscription, position) => {
        last = position
      },
    })
    const heard = listen(client.subscribeToAll({ filter }))
    await until(() => heard.includes('caught up'))
    await append('a', 1)
    await until(() => heard.includes(1))
    expect(last?.commit).toBe(server.streams.of('a')[1]?.position)
    const resumed = listen(client.subscribeToAll({ filter, fromPosition: last! }))
    await until(() => resumed.includes('caught up'))
    expect(resumed).toEqual(['confirmed', 'caught up'])
  })

  test('a checkpoint that does not settle stalls the subscription without a word', async () => {
    const filter = streamNameFilter({
      prefixes: ['a'],
      checkpointReached: () => new Promise<void>(() => {}),
    })
    const heard = listen(client.subscribeToAll({ filter }))
    await until(() => heard.includes('confirmed'))
    await append('a', 0)
    expect(await until(() => heard.includes(0), 100)).toBe(false)
  })
})

describe('calls left open', () => {
  test('leaving a loop leaves the call open; unsubscribing ends it', async () => {
    await append('a', 0)
    const subscription = client.subscribeToStream('a')
    for await (const event of subscription) {
      expect(saying(event)).toBe(0)
      break
    }
    expect(await until(() => server.openCalls() === 0, 100)).toBe(false)
    expect(server.openCalls()).toBe(1)
    await subscription.unsubscribe()
    expect(await until(() => server.openCalls() === 0)).toBe(true)
  })

  test('a read that is left in the middle stays open until it is cancelled', async () => {
    const large = 'x'.repeat(200_000)
    for (let n = 0; n < 60; n += 1) await client.appendToStream('a', { ...told(n), data: large })
    let seen = 0
    const read = client.readStream('a')
    for await (const event of read) {
      seen += 1
      if (event.event?.revision === 3n) break
    }
    expect(server.openCalls()).toBe(1)
    await read.cancel()
    expect(await until(() => server.openCalls() === 0)).toBe(true)
    expect(seen).toBe(4)
  })

  test('a server that is killed drops its subscriptions, and starts again where it was', async () => {
    await client.appendToStream('a', told(0), { expectedRevision: NO_STREAM })
    const heard = listen(client.subscribeToStream('a'))
    await until(() => heard.includes('caught up'))
    await server.kill()
    await until(() => heard.includes('unavailable'))
    expect(heard).toEqual(['confirmed', 0, 'caught up', 'unavailable'])
    expect(server.openCalls()).toBe(0)
    await server.restart()
    const again = listen(client.subscribeToStream('a'))
    await until(() => again.includes('caught up'))
    expect(again).toEqual(['confirmed', 0, 'caught up'])
  })
})
