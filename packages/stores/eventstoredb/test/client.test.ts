/**
 * What the driver does where nobody can catch it does not reach the process.
 */
import { setTimeout } from 'node:timers/promises'
import { NO_STREAM } from '@eventstore/db-client'
import { append } from '@eventstore/db-client/dist/streams/appendToStream/append.js'
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import { openClient } from '../src/client.js'
import { realServer } from './ledgers.js'
import { kindOf, told, until, wrongIn } from './server/client.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer } from './server/start-server.js'

failOnUnhandled()

const suite = realServer === undefined ? describe : describe.skip

/** What the driver keeps to itself. */
interface Inside {
  readonly getGRPCClient: (of: unknown, name: string) => Promise<unknown>
  readonly handleError: (of: unknown, error: Error) => Promise<void>
}

const isAway = Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: 'away' })

const after = (microtasks: number, act: () => void): void => {
  if (microtasks === 0) act()
  else queueMicrotask(() => after(microtasks - 1, act))
}

suite('a client', () => {
  test('whose connection is given up while an append begins answers, whenever that is', async () => {
    const server = await startServer()
    const { calls, close } = openClient(server.url)
    const write = (n: number) =>
      append.call(calls, `s${n}`, [told(n)], {
        expectedRevision: NO_STREAM,
        batchAppendSize: 0,
        deadline: 1000,
      })
    const inside = calls as unknown as Inside
    for (let n = 0; n < 10; n++) {
      await write(100 + n)
      const caller = await inside.getGRPCClient(StreamsClient, 'streams')
      const answer = Promise.race([wrongIn(write(n)).then(() => true), setTimeout(500)])
      after(n, () => void inside.handleError(caller, isAway))
      expect([n, await answer]).toEqual([n, true])
    }
    await close()
    await server.stop()
  })

  test.each([
    ['an append', 'Append'],
    ['a read', 'Read'],
  ] as const)('that is told in %s of a leader without a name goes on', async (_, method) => {
    const server = await startServer()
    const { calls, close } = openClient(server.url)
    server.faults.next({ _tag: 'NotLeader' }, { method })
    const act = async (): Promise<void> => {
      if (method === 'Append') await calls.appendToStream('a', told(1), { credentials })
      else for await (const _ of calls.readAll()) await setTimeout(0)
    }
    expect(await act().catch(kindOf)).toBe('unavailable')
    expect(await act().catch(kindOf)).toBeUndefined()
    await close()
    await server.stop()
  })

  test('has closed its connection when it is closed', async () => {
    const server = await startServer()
    const { calls, close } = openClient(server.url)
    await calls.appendToStream('a', told(1), { credentials })
    expect(server.connected()).toBe(1)
    await close()
    expect(await until(() => server.connected() === 0)).toBe(true)
    await server.stop()
  })
})

/** Any; they make the driver append one call at a time. */
const credentials = { username: 'any', password: 'any' }
