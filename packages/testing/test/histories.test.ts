/**
 * Lawful histories are lawful: a ledger takes them whole, and they are no few.
 */
import { createHash } from 'node:crypto'
import { civilDate, endOfDay, recorder } from '@send-ledger/core'
import { memoryLedger } from '@send-ledger/store-memory'
import { histories, lawfulHistories } from '@send-ledger/testing'
import * as fc from 'fast-check'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const now = () => endOfDay(civilDate('2024-12-31'))

test('a ledger refuses nothing of a lawful history', async () => {
  await fc.assert(
    fc.asyncProperty(lawfulHistories, async (drafts) => {
      const outcomes = await recorder(memoryLedger({ sha256, now }), { now }).record(drafts)()
      if (outcomes._tag === 'Left') throw new Error(outcomes.left._tag)
      expect(outcomes.right.filter(({ _tag }) => _tag === 'Left')).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('most of a history is lawful, and all kinds of subject are in some', () => {
  const lawful = fc.sample(lawfulHistories, { numRuns: 60, seed: 1 }).flat()
  const all = fc.sample(histories, { numRuns: 60, seed: 1 }).flat()
  expect(lawful.length).toBeGreaterThan(all.length / 2)
  const kinds = new Set(lawful.map(({ event }) => event.stream.split('-')[0]))
  expect([...kinds].sort()).toEqual(
    ['action', 'case', 'measure', 'oversight', 'post', 'programme', 'risk', 'worker'].sort(),
  )
})
