/**
 * Every call of every operation meets every fault: the answer is as without it, or a refusal or a
 * typed failure; nothing is lost, nothing stands twice, nothing hangs, nothing stays open.
 */
import { createServer } from 'node:net'
import { explain, type LedgerFailure } from '@send-ledger/core'
import type { AppendOutcome } from '@send-ledger/core/store'
import { openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import * as E from 'fp-ts/lib/Either.js'
import { sampled } from '../../../../test/kit/long.js'
import { faultTable, type Outcome, type Row } from './fault-table.js'
import { opened, realServer } from './ledgers.js'
import { expectSound, idOf } from './notes.js'
import { until } from './server/client.js'
import { type Aim, type Fault, type Method, suits } from './server/faults.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import type { Called } from './server/node.js'
import { firstNumbers, newWorld, type Operation, operations, type World } from './worlds.js'

failOnUnhandled()

/** A port at which nobody listens: one that was free a moment ago. */
const deadPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Answer = E.Either<LedgerFailure, unknown>

const inWorld = async <A>(act: (world: World) => Promise<A>): Promise<A> => {
  const world = await newWorld()
  try {
    return await act(world)
  } finally {
    await world.end()
  }
}

/** The calls of an operation that meets no fault, and its answer. */
const undisturbed = ({ run }: Operation) =>
  inWorld(async (world) => {
    const before = world.server.calls.length
    const answer = await run(world)
    expect(answer._tag).toBe('Right')
    return { calls: world.server.calls.slice(before), answer }
  })

/** The aim at one of the calls of an operation. */
const aimAt = (calls: readonly Called[], i: number): Aim & Called => {
  const { method, stream } = calls[i] as Called
  const skip = calls.slice(0, i).filter((c) => c.method === method && c.stream === stream).length
  return { method, stream, skip }
}

const outcomeOf = (answer: Answer): Partial<AppendOutcome> =>
  (E.isRight(answer) && (answer.right as Partial<AppendOutcome> | undefined)) || {}

const kindOf = (answer: Answer, undisturbedAnswer: Answer): Outcome | 'other' => {
  if (E.isLeft(answer)) return explain(answer.left).length > 20 ? 'fails' : 'other'
  if (JSON.stringify(answer) === JSON.stringify(undisturbedAnswer)) return 'same'
  const { refused } = outcomeOf(answer)
  return refused?._tag === 'InvalidEvent' ? 'refused' : 'other'
}

const acknowledged = (answer: Answer): readonly string[] => {
  const { appended = [] } = outcomeOf(answer)
  return appended.flatMap(({ records }) => records.map(({ id }) => id))
}

/** What a ledger holds afterwards, opened anew: what was acknowledged, each write whole or not. */
const expectKept = async ({ server, url }: World, { writes }: Operation, answer: Answer) => {
  server.faults.clear()
  const again = await opened(openEventStoreDbLedger(url))
  const ids = (await expectSound(again)).map(({ id }) => id)
  await again.close()()
  expect(ids).toEqual(expect.arrayContaining(firstNumbers.map(idOf)))
  expect(ids).toEqual(expect.arrayContaining([...acknowledged(answer)]))
  const kept = writes.filter(([n]) => ids.includes(idOf(n as number)))
  expect([...ids].sort()).toEqual([...firstNumbers, ...kept.flat()].map(idOf).sort())
}

/** Runs an operation that meets a fault, and once more when the fault is over. */
const disturbed = (operation: Operation, fault: Fault, aim: Aim) =>
  inWorld(async (world) => {
    const { server } = world
    server.faults.next(fault, aim)
    const answer = await operation.run(world)
    const isMet = aim.times !== undefined || server.faults.waiting() === 0
    await expectKept(world, operation, answer)
    expect(await until(() => server.openCalls() === 0)).toBe(true)
    const again = await operation.run(world)
    if (operation.writes.length > 0) await expectKept(world, operation, again)
    // What was created before is not created again.
    expect(again._tag === 'Right' || operation.name === 'creating').toBe(true)
    return { answer, isMet }
  })

/** What is to be expected of an operation one of whose calls meets a fault. */
const expectedOf = (
  { fault, once, always }: Row,
  { name }: Operation,
  { method, times }: Aim,
): Outcome => {
  const isOnce = times === undefined
  // A subscription that stood is no loss when it ends: the log is looked at.
  const isLooked = method === 'Subscribe' && 'after' in fault && once === 'same'
  const outcome = isOnce || isLooked ? once : always
  // A ledger that is not made has nobody to refuse it to.
  return name === 'creating' && outcome === 'refused' ? 'fails' : outcome
}

const suite = realServer === undefined ? describe : describe.skip
const casesOf = ({ fault }: Row) =>
  operations
    .filter(({ methods }) => methods.some((method) => suits(fault, method)))
    .map((operation) => [operation.name, operation] as const)

suite('a call that', () => {
  let port = 0
  const plain = new Map<Operation, Awaited<ReturnType<typeof undisturbed>>>()
  beforeAll(async () => {
    port = await deadPort()
    for (const operation of operations) {
      const { calls, answer } = await undisturbed(operation)
      expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(operation.methods))
      plain.set(operation, { calls, answer })
    }
  })

  /** Each aim in a world of its own, all at the same time. */
  const expectOutcomes = async (name: string, operation: Operation, aims: readonly Aim[]) => {
    const row = faultTable(port).find((each) => each.name === name) as Row
    const suited = aims.filter(({ method }) => suits(row.fault, method as Method))
    expect(suited.length).toBeGreaterThan(0)
    await Promise.all(
      suited.map(async (aim) => {
        const { answer, isMet } = await disturbed(operation, row.fault, aim)
        expect([aim, isMet]).toEqual([aim, true])
        const outcome = kindOf(answer, plain.get(operation)!.answer)
        const expected = expectedOf(row, operation, aim)
        expect([aim, expected.split(' or ')]).toEqual([aim, expect.arrayContaining([outcome])])
      }),
    )
  }

  // In a short run each fault meets some operations, and each operation some faults.
  const rows = faultTable(0).map((row, i) => [row.name, row, i] as const)

  describe.each(rows)('%s', (name, row, i) => {
    test.each(sampled(casesOf(row), 7, i))('once, in %s', async (_, operation) => {
      const { calls } = plain.get(operation)!
      await expectOutcomes(
        name,
        operation,
        calls.map((_, i) => aimAt(calls, i)),
      )
    })

    test.each(sampled(casesOf(row), 7, i + 2))('always, in %s', async (_, operation) => {
      const { calls } = plain.get(operation)!
      const aims = new Map(calls.map((call) => [`${call.method} ${call.stream}`, call]))
      await expectOutcomes(
        name,
        operation,
        [...aims.values()].map((call) => ({ ...call, times: 1_000_000 })),
      )
    })
  })
})
