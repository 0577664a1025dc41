/**
 * Any history gives a pack, as at any date, and a second one that explains every change since the
 * first: a council must never be left without evidence because of what is on record.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { civilDate, defaultLaw, endOfDay, instant, recorder } from '@send-ledger/core'
import { keyTexts, readSignerKey } from '@send-ledger/core/proof'
import {
  buildPack,
  explainPack,
  type PackOrder,
  packSource,
  previousPackAt,
  writePackFolder,
} from '@send-ledger/evidence'
import { ed25519 } from '@send-ledger/evidence/sign'
import { memoryLedger } from '@send-ledger/store-memory'
import { histories } from '@send-ledger/testing'
import * as fc from 'fast-check'
import { runs } from '../kit/long.js'
import { plusDays } from '../oracle/known.js'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const now = () => endOfDay(civilDate('2023-12-31'))

const origin = 'urn:send-ledger:any'

const signer = (() => {
  const privateKey = new Uint8Array(32).fill(3)
  const texts = keyTexts(sha256, ed25519, { name: origin, use: 'signature', privateKey })
  const read = readSignerKey(sha256, ed25519, texts._tag === 'Right' ? texts.right.signerKey : '')
  if (read._tag === 'Left') throw new Error(read.left._tag)
  return read.right
})()

const order: Omit<PackOrder, 'asAt'> = {
  title: 'Any history',
  law: defaultLaw,
  signer,
  software: { name: 'send-ledger', version: '0.1.0' },
}

const asAt = fc.integer({ min: 0, max: 900 }).map((n) => civilDate(plusDays('2019-10-01', n)))

test('any history gives a pack as at any date', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(histories, asAt, async (history, on) => {
      const ledger = memoryLedger({ sha256, now, origin })
      await recorder(ledger, { now }).record(history)()
      const knownAt = instant('2023-12-30T00:00:00.000Z')
      const source = await packSource(ledger, { knownAt, now: now() })()
      if (source._tag === 'Left') {
        expect(source.left._tag).toBe('NothingRecorded')
        return
      }
      const pack = await buildPack(source.right, { ...order, asAt: on })()
      expect(pack._tag === 'Left' ? explainPack(pack.left) : '').toBe('')
      made++
    }),
    { numRuns: runs(6, 60) },
  )
  expect(made).toBeGreaterThan(runs(0, 30))
}, 180_000)

test('and a second one that explains what changed, from any earlier date and state of knowledge', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-histories-'))
  let made = 0
  await fc.assert(
    fc.asyncProperty(histories, asAt, asAt, asAt, async (history, on, before, knownOn) => {
      const ledger = memoryLedger({ sha256, now, origin })
      await recorder(ledger, { now }).record(history)()
      const packAt = async (known: typeof on, wanted: Pick<PackOrder, 'asAt' | 'previous'>) => {
        const source = await packSource(ledger, { knownAt: endOfDay(known), now: now() })()
        if (source._tag === 'Left') return undefined
        const pack = await buildPack(source.right, { ...order, ...wanted })()
        if (pack._tag === 'Left') throw new Error(explainPack(pack.left))
        return pack.right
      }
      const first = await packAt(knownOn, { asAt: before })
      if (first === undefined) return
      const path = join(folder, String(made++))
      await writePackFolder(first, path)()
      const previous = previousPackAt(path)
      if (previous._tag === 'Left') throw new Error(previous.left._tag)
      const second = await packAt(civilDate('2023-12-01'), { asAt: on, previous: previous.right })
      expect(second?.basis.previous?.differing).toEqual([])
    }),
    { numRuns: runs(4, 40) },
  )
  expect(made).toBeGreaterThan(runs(0, 15))
}, 180_000)
