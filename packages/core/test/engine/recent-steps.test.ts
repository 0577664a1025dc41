/**
 * Steps kept in a ring: what is found is what was kept last, or nothing.
 */
import { civilDate } from '@send-ledger/core'
import * as fc from 'fast-check'
import { Numbering } from '../../src/columns/numbering.js'
import { RecentSteps } from '../../src/engine/recent-steps.js'
import { StepCollector, type Steps } from '../../src/engine/steps.js'

const capacity = 40
const day = civilDate('2021-05-03')

const saying = (changes: readonly number[]): Steps => {
  const collector = new StepCollector(new Numbering<string>())
  for (const change of changes) collector.step('open', day, change)
  return collector.said
}

const changesIn = ({ numbers, from, to }: Steps): readonly number[] =>
  [...numbers.slice(from, to)].filter((_, i) => i % 3 === 2)

test('what is found was kept last, in any order of keeping, however often the ring is full', () => {
  const kept = fc.record({
    place: fc.nat(1),
    subject: fc.nat(5),
    changes: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 15 }),
  })
  let finds = 0
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 40 }), (sequence) => {
      const recent = new RecentSteps(2, capacity)
      const last = new Map<string, readonly number[]>()
      for (const { place, subject, changes } of sequence) {
        recent.keep(place, subject, saying(changes))
        last.set(`${place} ${subject}`, changes)
        for (const [key, expected] of last) {
          const [of, who] = key.split(' ').map(Number) as [number, number]
          const found = recent.find(of, who)
          if (found === undefined) continue
          finds++
          expect(changesIn(found)).toEqual(expected)
        }
      }
    }),
  )
  expect(finds).toBeGreaterThan(100)
})

test('the steps kept last are at hand, unless they need more than the whole ring', () => {
  const recent = new RecentSteps(1, capacity)
  recent.keep(0, 0, saying([1, 2]))
  expect(recent.find(0, 0)).toBeDefined()
  recent.keep(0, 1, saying(Array.from({ length: 20 }, () => 1)))
  expect(recent.find(0, 1)).toBeUndefined()
})

test('a change of any size is kept as it is', () => {
  const recent = new RecentSteps(1, capacity)
  recent.keep(0, 0, saying([5_000_000_000, -Number.MAX_SAFE_INTEGER]))
  expect(changesIn(recent.find(0, 0) as Steps)).toEqual([5_000_000_000, -Number.MAX_SAFE_INTEGER])
})

test('as many steps as a subject says are collected', () => {
  const many = Array.from({ length: 1000 }, (_, i) => i + 1)
  expect(changesIn(saying(many))).toEqual(many)
})
