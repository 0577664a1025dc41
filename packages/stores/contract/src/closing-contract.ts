/**
 * A closed ledger ends who waits for it, and says that it is closed; a wrong argument is named.
 */
import type { Instant, Ledger } from '@send-ledger/core'
import { follow } from '@send-ledger/core/live'
import { done } from './done.js'
import { write } from './told.js'

/** Tests of closing, and of arguments. */
export const closingContract = (opened: () => Promise<Ledger>): void => {
  test('closing ends who waits, and may be asked for again', async () => {
    const ledger = await opened()
    const waiting = ledger.grown(0, new AbortController().signal)()
    await done(ledger.close())
    expect(await waiting).toMatchObject({ left: { _tag: 'LedgerClosed' } })
    await done(ledger.close())
    expect(await ledger.head()()).toMatchObject({ left: { _tag: 'LedgerClosed' } })
  })

  test('closing ends who follows, without a failure', async () => {
    const ledger = await opened()
    await done(ledger.append([write('a', 'noStream', 1)]))
    const seen: unknown[] = []
    for await (const page of follow(ledger, { stop: new AbortController().signal })) {
      seen.push(page)
      await done(ledger.close())
    }
    expect(seen).toMatchObject([{ right: { isCaughtUp: true } }])
  })

  test.each<[string, (ledger: Ledger) => Promise<unknown>]>([
    ['from', (ledger) => ledger.readAll({ from: -1, limit: 10 })()],
    ['from', (ledger) => ledger.readAll({ from: 0.5, limit: 10 })()],
    ['limit', (ledger) => ledger.readAll({ from: 0, limit: Number.NaN })()],
    ['limit', (ledger) => ledger.readAll({ from: 0 } as never)()],
    ['size', (ledger) => ledger.rootAt(-1)()],
    ['size', (ledger) => ledger.rootAt('3' as never)()],
    ['size', (ledger) => ledger.grown(-1, new AbortController().signal)()],
    ['known', (ledger) => ledger.sizeKnownAt('2021-06-15' as Instant)()],
    ['known', (ledger) => ledger.sizeKnownAt(new Date(0) as never)()],
    ['stream', (ledger) => ledger.readStream('nobody' as never)()],
    ['writes', (ledger) => ledger.append({} as never)()],
    ['events', (ledger) => ledger.append([{ ...write('a', 0, 1), events: 1 as never }])()],
    ['expected', (ledger) => ledger.append([{ ...write('a', 0, 1), expected: 'any' as never }])()],
    ['stream', (ledger) => ledger.append([null as never])()],
    ['recordedAt', (ledger) => ledger.append([{ ...write('a', 0, 1), recordedAt: '' as never }])()],
    ['event', (ledger) => ledger.append([{ ...write('a', 0), events: [null as never] }])()],
    ['event', (ledger) => ledger.append([{ ...write('a', 0), events: ['x' as never] }])()],
    ['reads', (ledger) => ledger.append([], 'x' as never)()],
    ['stream', (ledger) => ledger.append([], [null as never])()],
    ['revision', (ledger) => ledger.append([], [{ ...write('a', 0), revision: 'x' as never }])()],
    ['stop', (ledger) => ledger.grown(0, undefined as never)()],
  ])('a wrong %s is named', async (what, call) => {
    expect(await call(await opened())).toMatchObject({ left: { _tag: 'WrongArgument', what } })
  })

  test('a root beyond the end is refused, not made up', async () => {
    expect(await (await opened()).rootAt(3)()).toMatchObject({ _tag: 'Left' })
  })

  test('nothing is taken where a stream that a decision rests on has grown', async () => {
    const ledger = await opened()
    await done(ledger.append([write('a', 'noStream', 1)]))
    const read = { stream: write('a', 0).stream, revision: 'noStream' } as const
    const refused = await done(ledger.append([write('b', 'noStream', 2)], [read]))
    expect(refused).toMatchObject({ appended: [], refused: { _tag: 'StaleRevision', actual: 0 } })
    expect((await done(ledger.head())).size).toBe(1)
    const now = { ...read, revision: 0 } as const
    expect((await done(ledger.append([], [now]))).refused).toBeUndefined()
  })
}
