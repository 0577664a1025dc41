/**
 * What the client sees of each fault.
 */
import { setTimeout } from 'node:timers/promises'
import { type EventStoreDBClient, NO_STREAM, NotLeaderError } from '@eventstore/db-client'
import { connect, kindOf, said, saying, told, until, wrongIn } from './client.js'
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
  expect(server.faults.waiting()).toBe(0)
  await client.dispose()
  await server.stop()
})

const append = (n: number, options: { deadline?: number } = {}) =>
  client.appendToStream('a', told(n), { expectedRevision: NO_STREAM, ...options })

const kept = (): number => server.streams.of('a').length

const fill = async (): Promise<void> => {
  await client.appendToStream('a', [0, 1, 2, 3].map(told))
}

describe('an append', () => {
  test('that is never answered ends at its deadline, and nothing is written', async () => {
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Append' })
    expect(await wrongIn(append(1, { deadline: 100 }))).toBe('deadline-exceeded')
    expect(kept()).toBe(0)
    expect(await until(() => server.openCalls() === 0)).toBe(true)
  })

  test('that is answered too late has been written all the same', async () => {
    server.faults.next({ _tag: 'AnswersLate', ms: 300 }, { method: 'Append' })
    expect(await wrongIn(append(1, { deadline: 100 }))).toBe('deadline-exceeded')
    expect(kept()).toBe(1)
    await setTimeout(250)
    expect((await append(1)).nextExpectedRevision).toBe(0n)
  })

  test('that is answered late, but in time, succeeds', async () => {
    server.faults.next({ _tag: 'AnswersLate', ms: 50 }, { method: 'Append' })
    expect((await append(1)).success).toBe(true)
  })

  test.each([
    ['after it was written', { _tag: 'FailsAfterApplying' }, 1],
    ['before it was written', { _tag: 'FailsBeforeApplying' }, 0],
    ['by a reset after it was written', { _tag: 'ResetsConnection', applied: true }, 1],
    ['by a reset before it was written', { _tag: 'ResetsConnection' }, 0],
  ] as const)('that fails %s looks the same, and is safely made again', async (_when, fault, n) => {
    server.faults.next(fault, { method: 'Append', stream: 'a' })
    expect(await wrongIn(append(1))).toBe('unavailable')
    expect(kept()).toBe(n)
    expect((await append(1)).nextExpectedRevision).toBe(0n)
    expect(kept()).toBe(1)
  })

  test('is told who the leader is, and the next one goes there', async () => {
    const leader = await startServer()
    const fault = { _tag: 'NotLeader', host: '127.0.0.1', port: leader.port } as const
    server.faults.next(fault, { method: 'Append' })
    const error = await append(1).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(NotLeaderError)
    expect((error as NotLeaderError).leader).toEqual({ address: '127.0.0.1', port: leader.port })
    await append(1)
    expect([kept(), leader.streams.of('a').length]).toEqual([0, 1])
    await leader.stop()
  })

  test('is called too large', async () => {
    server.faults.next({ _tag: 'TooLarge' })
    expect(await wrongIn(append(1))).toBe('maximum-append-size-exceeded')
  })

  test('waits for ever for a list of methods, unless the call has credentials', async () => {
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Features' })
    let isSettled = false
    const hanging = append(1, { deadline: 50 })
      .catch(() => undefined)
      .finally(() => {
        isSettled = true
      })
    expect(await until(() => isSettled, 200)).toBe(false)
    const credentials = { username: 'any', password: 'any' }
    const direct = client.appendToStream('a', told(1), { credentials })
    expect((await direct).success).toBe(true)
    await server.kill()
    await hanging
  })
})

describe('a connection', () => {
  test('that goes away lets its call end, and the next call opens another', async () => {
    server.faults.next({ _tag: 'GoesAway', graceMs: 1000 }, { method: 'Append' })
    expect((await append(1)).success).toBe(true)
    expect(server.connections()).toBe(1)
    expect(await said(client.readStream('a'))).toEqual([1])
    expect(server.connections()).toBe(2)
  })

  test('that goes away ends its subscriptions when the grace is over', async () => {
    await fill()
    server.faults.next({ _tag: 'GoesAway', graceMs: 50 }, { method: 'Subscribe' })
    const heard: unknown[] = []
    const subscription = client.subscribeToStream('a')
    subscription.on('data', (event) => heard.push(saying(event)))
    subscription.on('error', (error) => heard.push(kindOf(error)))
    subscription.on('end', () => heard.push('end'))
    expect(await until(() => heard.length > 4)).toBe(true)
    expect(heard).toEqual([0, 1, 2, 3, 'cancelled'])
  })

  test('is found through discovery', async () => {
    const found = connect(server.discoverUrl)
    await found.appendToStream('a', told(1))
    expect(server.calls[0]?.method).toBe('Gossip')
    expect(kept()).toBe(1)
    await found.dispose()
  })
})

describe('a read', () => {
  beforeEach(fill)

  test.each([
    ['ends early with OK and looks complete', { _tag: 'EndsEarly', after: 2 }, [0, 1]],
    ['has an event twice', { _tag: 'DuplicatesEvent', at: 1 }, [0, 1, 1, 2, 3]],
    ['has two events the wrong way round', { _tag: 'ReordersEvents', at: 1 }, [0, 2, 1, 3]],
    ['fails midway', { _tag: 'FailsMidway', after: 3 }, [0, 1, 2, 'unavailable']],
    ['fails at once', { _tag: 'FailsBeforeApplying' }, ['unavailable']],
    ['is of a stream deleted midway', { _tag: 'DeletedMidway', after: 1 }, [0, 'stream-deleted']],
    ['comes late', { _tag: 'AnswersLate', ms: 50 }, [0, 1, 2, 3]],
    ['is for another node', { _tag: 'NotLeader', host: 'b', port: 1 }, ['not-leader']],
  ] as const)('%s', async (_name, fault, expected) => {
    server.faults.next(fault, { stream: 'a' })
    expect(await said(client.readStream('a'))).toEqual(expected)
  })

  test('of all ends early too', async () => {
    server.faults.next({ _tag: 'EndsEarly', after: 3 }, { method: 'Read', stream: '$all' })
    expect((await said(client.readAll())).slice(1)).toEqual([0, 1])
  })

  test('that is reset midway fails after what came', async () => {
    server.faults.next({ _tag: 'ResetsConnection', after: 2 }, { method: 'Read' })
    const got = await said(client.readStream('a'))
    expect(got.at(-1)).toBe('unavailable')
    expect([0, 1, 2].slice(0, got.length - 1)).toEqual(got.slice(0, -1))
  })

  test('that is never answered never ends, until it is cancelled', async () => {
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Read' })
    let isSettled = false
    const read = client.readStream('a')
    const reading = said(read).finally(() => {
      isSettled = true
    })
    expect(await until(() => isSettled, 150)).toBe(false)
    expect(server.openCalls()).toBe(1)
    await read.cancel()
    expect(await until(() => server.openCalls() === 0)).toBe(true)
    read.destroy()
    await reading
  })

  test('that fails twice is well the third time', async () => {
    server.faults.next({ _tag: 'FailsBeforeApplying' }, { method: 'Read', times: 2 })
    expect(await said(client.readStream('a'))).toEqual(['unavailable'])
    expect(await said(client.readStream('a'))).toEqual(['unavailable'])
    expect(await said(client.readStream('a'))).toEqual([0, 1, 2, 3])
  })
})

describe('a subscription', () => {
  beforeEach(fill)

  test.each([
    ['ends without an error', { _tag: 'EndsEarly', after: 2 }, [0, 1, 'end']],
    ['ends with an error', { _tag: 'FailsMidway', after: 3 }, [0, 1, 2, 'unavailable']],
    [
      'ends as its stream is deleted',
      { _tag: 'DeletedMidway', after: 4 },
      [0, 1, 2, 3, 'stream-deleted'],
    ],
    ['fails at once', { _tag: 'FailsBeforeApplying' }, ['unavailable']],
  ] as const)('%s', async (_name, fault, expected) => {
    server.faults.next(fault, { method: 'Subscribe' })
    const heard: unknown[] = []
    const subscription = client.subscribeToStream('a')
    subscription.on('data', (event) => heard.push(saying(event)))
    subscription.on('error', (error) => heard.push(kindOf(error)))
    subscription.on('end', () => heard.push('end'))
    expect(await until(() => heard.length >= expected.length)).toBe(true)
    await setTimeout(20)
    expect(heard).toEqual(expected)
    expect(server.openCalls()).toBe(0)
  })
})
