/**
 * Calls that are made again.
 */
import { doubling, retried } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'

const failing = (...failures: readonly string[]) => {
  const left = [...failures]
  const calls = { count: 0 }
  const call = async (): Promise<E.Either<string, string>> => {
    calls.count++
    const failure = left.shift()
    return failure === undefined ? E.right('done') : E.left(failure)
  }
  return { call, calls }
}

const mayPass = (failure: string): boolean => failure === 'busy'

test('a call is made again until it is done', async () => {
  const { call, calls } = failing('busy', 'busy')
  const failures: number[] = []
  const retryAfter = (count: number) => {
    failures.push(count)
    return 0
  }
  expect(await retried(call, { mayPass, retryAfter })).toEqual(E.right('done'))
  expect([calls.count, failures]).toEqual([3, [1, 2]])
})

test('what does not pass, and what is given up on, is the outcome', async () => {
  const damaged = failing('busy', 'damaged')
  expect(await retried(damaged.call, { mayPass, retryAfter: () => 0 })).toEqual(E.left('damaged'))
  const tired = failing('busy', 'busy', 'busy')
  const retryAfter = (count: number) => (count > 1 ? undefined : 0)
  expect(await retried(tired.call, { mayPass, retryAfter })).toEqual(E.left('busy'))
  expect(tired.calls.count).toBe(2)
})

test('a signal ends a wait, and the call is made at once', async () => {
  const { call } = failing('busy')
  const stop = new AbortController()
  const waiting = retried(call, { mayPass, retryAfter: () => 60_000, wake: [stop.signal] })
  stop.abort()
  expect(await waiting).toEqual(E.right('done'))
})

test('waits double up to the longest', () => {
  expect([1, 2, 3, 4].map(doubling(100, 300))).toEqual([100, 200, 300, 300])
})
