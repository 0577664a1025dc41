/**
 * The closing write of an append: made of what was taken, and kept right after it.
 */
import type { Appended } from '@send-ledger/core/store'
import { all, done } from './done.js'
import type { OpenLedger } from './store-contract.js'
import { minute, write } from './told.js'

/** Tests of the closing write. */
export const appendClosingContract = (open: OpenLedger): void => {
  const opened = () => open(() => minute(30))
  const idsOf = (appended: readonly Appended[]): readonly string[] =>
    appended.flatMap(({ records }) => records.map(({ id }) => id))

  test.each([
    ['all were taken', 2, 2],
    ['the second was refused', 7, 1],
  ])('it knows what was taken, and comes right after: %s', async (_, expected, taken) => {
    const ledger = await opened()
    await done(ledger.append([write('b', 'noStream', 1, 2, 3)]))
    const writes = [write('a', 'noStream', 4), write('b', expected, 5)]
    let told: readonly string[] = []
    const outcome = await done(
      ledger.append(writes, [], (appended) => {
        told = idsOf(appended)
        return write('c', 'noStream', 6)
      }),
    )
    const records = await all(ledger)
    expect(told).toEqual(records.slice(3, 3 + taken).map(({ id }) => id))
    expect(outcome.closing).toMatchObject({ right: { records: [records[3 + taken]] } })
    expect(records).toHaveLength(4 + taken)
  })

  test('there is none where nothing was taken, or none is wanted', async () => {
    const ledger = await opened()
    const never = await done(ledger.append([write('a', 4, 1)], [], () => write('c', 'noStream', 6)))
    const none = await done(ledger.append([write('a', 'noStream', 1)], [], () => undefined))
    expect([never.closing, none.closing]).toEqual([undefined, undefined])
    expect(await all(ledger)).toHaveLength(1)
  })

  test('one that is refused leaves what was taken', async () => {
    const ledger = await opened()
    const outcome = await done(
      ledger.append([write('a', 'noStream', 1)], [], () => write('c', 5, 6)),
    )
    expect(outcome.closing).toMatchObject({ left: { _tag: 'StaleRevision' } })
    expect(await all(ledger)).toHaveLength(1)
  })
}
