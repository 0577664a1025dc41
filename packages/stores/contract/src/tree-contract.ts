/**
 * The Merkle root that a store gives is that of RFC 6962 over the bytes of its records.
 */
import { createHash } from 'node:crypto'
import type { Ledger } from '@send-ledger/core'
import { recordBytes } from '@send-ledger/core/proof'
import { done } from './done.js'
import { write } from './told.js'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Section 2.1 word for word: split at the largest power of two below the size. */
const rootOf = (leaves: readonly Uint8Array[]): Buffer => {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0] as Uint8Array)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/** Tests of the roots. */
export const treeContract = (opened: () => Promise<Ledger>): void => {
  test('the root of every prefix is that of its definition, in whatever order it is asked', async () => {
    const ledger = await opened()
    for (let n = 0; n < 40; n++) await done(ledger.append([write(`${n % 3}-${n}`, 'noStream', n)]))
    const leaves = (await done(ledger.readAll({ from: 0, limit: 100 }))).map(recordBytes)
    for (const size of [40, 0, 7, 39, 1, 32, 31, 33, 2, 3, 16, 40]) {
      const root = await done(ledger.rootAt(size))
      expect(Buffer.from(root).toString('hex')).toBe(rootOf(leaves.slice(0, size)).toString('hex'))
    }
    expect(Buffer.from((await done(ledger.head())).root)).toEqual(rootOf(leaves))
  })

  test('the root of a ledger of thousands is that of its definition', async () => {
    const ledger = await opened()
    const numbers = Array.from({ length: 2100 }, (_, n) => n)
    await done(ledger.append([write('many', 'noStream', ...numbers)]))
    const leaves = (await done(ledger.readAll({ from: 0, limit: 2100 }))).map(recordBytes)
    for (const size of [1023, 1024, 1025, 2048, 2100]) {
      const root = await done(ledger.rootAt(size))
      expect(Buffer.from(root).toString('hex')).toBe(rootOf(leaves.slice(0, size)).toString('hex'))
    }
  })
}
