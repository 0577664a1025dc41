/**
 * The same reader with both packs for the public of the Walsall example: each count that they hide,
 * in the long run.
 */
import { civilDate, endOfDay } from '@send-ledger/core'
import { defaultPolicy } from '@send-ledger/disclosure'
import { longTest } from '../../../../test/kit/long.js'
import { walsallPublic } from '../public/walsall-public.js'
import { Reader } from './reader.js'
import { hiddenIn, readAll } from './what-is-printed.js'
import { truthOf } from './what-is-true.js'

longTest(
  'no small count that the Walsall packs hide can be worked out',
  async () => {
    const { ledger, july, october } = await walsallPublic()
    const found: string[] = []
    let asked = 0
    for (const pack of [july, october]) {
      const reader = new Reader(9999)
      readAll(reader, pack)
      const asAt = civilDate(pack.basis.asAt)
      const truth = await truthOf(ledger, { asAt, knownAt: endOfDay(asAt) })
      for (const hidden of hiddenIn(pack)) {
        const value = hidden.value(truth)
        if (value <= 0 || value >= defaultPolicy.threshold) continue
        asked++
        const [least, most] = await reader.range(hidden.of)
        expect([hidden.name, least <= value && value <= most]).toEqual([hidden.name, true])
        if (most - least + 1 < defaultPolicy.protection) found.push(hidden.name)
      }
    }
    expect(found).toEqual([])
    expect(asked).toBeGreaterThan(100)
  },
  900_000,
)
