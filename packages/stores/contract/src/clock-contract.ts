/**
 * A clock that cannot be right is not recorded by: neither the one of this machine nor the one that
 * made the ledger's last record.
 */
import { explain, type Instant, instant } from '@send-ledger/core'
import { done } from './done.js'
import type { OpenLedger } from './store-contract.js'
import { idOf, note, stream, write } from './told.js'

/** Tests of clocks that disagree. Events told in the contract are of 4 May 2021. */
export const clockContract = (open: OpenLedger): void => {
  let now: Instant
  const at = (text: string): void => {
    now = instant(text)
  }
  const begun = async (first: string) => {
    at(first)
    const ledger = await open(() => now)
    const { refused } = await done(ledger.append([write('a', 'noStream', 1)]))
    expect(refused).toBeUndefined()
    return ledger
  }

  test.each([
    ['2021-05-04T09:07:00.000Z', undefined],
    ['2021-05-04T09:06:59.999Z', 'ledger'],
    ['2021-05-03T22:59:00.000Z', 'clock'],
    ['2001-01-01T00:00:00.000Z', 'clock'],
    ['2022-05-05T09:12:00.000Z', undefined],
    ['2022-05-06T09:12:00.000Z', 'clock'],
    ['2036-05-04T09:12:00.000Z', 'clock'],
  ])('after a record of 09:12 a clock of %s: %s looks wrong', async (text, looksWrong) => {
    const ledger = await begun('2021-05-04T09:12:00.000Z')
    at(text)
    const { refused, appended } = await done(ledger.append([write('b', 'noStream', 2)]))
    if (looksWrong === undefined) {
      expect(refused).toBeUndefined()
      return
    }
    expect(appended).toEqual([])
    expect(refused).toMatchObject({ _tag: 'ClocksDisagree', looksWrong })
    expect(refused && explain(refused)).toContain(
      `The ${looksWrong === 'ledger' ? 'ledger' : 'clock here'} looks wrong`,
    )
    expect((await done(ledger.head())).size).toBe(1)
  })

  test('a ledger that rested goes on with what happened lately', async () => {
    const ledger = await begun('2021-05-04T09:12:00.000Z')
    at('2026-11-27T09:00:00.000Z')
    const lately = { ...note(2, stream('b')), effectiveOn: '2026-11-20' } as never
    const { refused } = await done(
      ledger.append([{ stream: stream('b'), expected: 'noStream', events: [lately] }]),
    )
    expect(refused).toBeUndefined()
    expect((await done(ledger.append([write('c', 'noStream', 3)]))).refused).toBeUndefined()
  })

  test('a record of a clock years ahead stops the next, and is repeated without harm', async () => {
    const ledger = await begun('2031-05-04T09:12:00.000Z')
    at('2021-05-04T09:13:00.000Z')
    const again = await done(ledger.append([write('a', 'noStream', 1)]))
    expect(again.appended).toMatchObject([{ duplicate: true }])
    const next = await done(ledger.append([write('b', 'noStream', 2)]))
    expect(next.refused).toMatchObject({ _tag: 'ClocksDisagree', looksWrong: 'ledger' })
  })

  test('an instant that is kept may not have still to come', async () => {
    const ledger = await begun('2021-05-04T09:12:00.000Z')
    const kept = (n: number, text: string) => ({
      ...write(`k${n}`, 'noStream', n),
      recordedAt: instant(text),
    })
    const near = await done(ledger.append([kept(2, '2021-05-04T09:17:00.000Z')]))
    expect(near.refused).toBeUndefined()
    const far = await done(
      ledger.append([kept(3, '2021-05-04T09:17:00.001Z'), write('b', 'noStream', 4)]),
    )
    expect(far).toMatchObject({ appended: [], refused: { _tag: 'RecordedAhead' } })
    expect(await done(ledger.readAll({ from: 0, limit: 9 }))).toMatchObject([
      { id: idOf(1) },
      { id: idOf(2) },
    ])
  })
}
