/**
 * Who waits for a store to grow is told, soon, and leaves nothing behind.
 */
import type { Ledger } from '@send-ledger/core'
import { closingContract } from './closing-contract.js'
import { done } from './done.js'
import { write } from './told.js'

const settledIn = async (wait: Promise<unknown>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([wait.then(() => true), late]).finally(() => clearTimeout(timer))
}

/** Tests of waiting and of closing. */
export const growthContract = (opened: () => Promise<Ledger>): void => {
  closingContract(opened)

  test('a ledger that has more already answers at once', async () => {
    const ledger = await opened()
    await done(ledger.append([write('a', 'noStream', 1)]))
    expect(await settledIn(done(ledger.grown(0, new AbortController().signal)), 2000)).toBe(true)
  })

  test('who waits is told of the next record, and not before', async () => {
    const ledger = await opened()
    await done(ledger.append([write('a', 'noStream', 1)]))
    const stop = new AbortController()
    const waiting = done(ledger.grown(1, stop.signal))
    expect(await settledIn(waiting, 50)).toBe(false)
    await done(ledger.append([write('a', 0, 2)]))
    expect(await settledIn(waiting, 2000)).toBe(true)
    expect((await done(ledger.head())).size).toBe(2)
  })

  test('a stop ends the wait, before it and in the course of it', async () => {
    const ledger = await opened()
    const stop = new AbortController()
    const waiting = done(ledger.grown(0, stop.signal))
    expect(await settledIn(waiting, 50)).toBe(false)
    stop.abort()
    expect(await settledIn(waiting, 2000)).toBe(true)
    expect(await settledIn(done(ledger.grown(0, stop.signal)), 2000)).toBe(true)
  })
}
