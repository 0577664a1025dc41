/**
 * The instants of records: the clock's, or those that are kept, and never backwards.
 */
import * as fc from 'fast-check'
import { all, append, done } from './done.js'
import type { OpenLedger } from './store-contract.js'
import { minute, write } from './told.js'

/** Tests of recorded instants. */
export const instantContract = (open: OpenLedger): void => {
  test('the recorded instant is that of the clock, and never runs backwards', async () => {
    const clock = [minute(10), minute(5), minute(12)]
    const ledger = await open(() => clock.shift() ?? minute(59))
    await append(ledger, write('a', 'noStream', 1))
    await append(ledger, write('a', 0, 2))
    await append(ledger, write('a', 1, 3))
    const instants = (await all(ledger)).map(({ recordedAt }) => recordedAt)
    expect(instants).toEqual([minute(10), minute(10), minute(12)])
  })

  test('a kept instant is kept', async () => {
    const ledger = await open(() => minute(30))
    await append(ledger, { ...write('a', 'noStream', 1), recordedAt: minute(3) })
    expect((await all(ledger))[0]?.recordedAt).toBe(minute(3))
    expect((await done(ledger.head())).recordedAt).toBe(minute(3))
  })

  test('a kept instant before the last one is refused, one equal to it is kept', async () => {
    const ledger = await open(() => minute(30))
    const outcome = await append(
      ledger,
      { ...write('a', 'noStream', 1), recordedAt: minute(3) },
      { ...write('a', 0, 2), recordedAt: minute(3) },
      { ...write('a', 1, 3), recordedAt: minute(2) },
    )
    expect(outcome.appended).toHaveLength(2)
    expect(outcome.refused).toMatchObject({ _tag: 'RecordedOutOfOrder', last: minute(3) })
  })

  test('as known at any instant it has its longest prefix with none later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(59), { maxLength: 8 }), async (minutes) => {
        const ledger = await open(() => minute(59))
        const kept = minutes.toSorted((a, b) => a - b)
        const writes = kept.map((at, i) => ({
          ...write('a', i === 0 ? 'noStream' : i - 1, i + 1),
          recordedAt: minute(at),
        }))
        await append(ledger, ...writes)
        for (let at = 0; at < 60; at += 1) {
          // By the definition alone: prefix by prefix.
          const prefixes = [...kept.keys()].filter((i) => Math.max(...kept.slice(0, i + 1)) <= at)
          const size = (prefixes.at(-1) ?? -1) + 1
          expect([at, await done(ledger.sizeKnownAt(minute(at)))]).toEqual([at, size])
        }
        await done(ledger.close())
      }),
      { numRuns: 15, examples: [[[]], [[1, 3, 3, 5]]] },
    )
  }, 60_000)
}
