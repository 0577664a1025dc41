/**
 * Steps kept in a ring: what is recalled is what was kept last, or nothing.
 */
import { civilDate } from '@send-ledger/core'
import * as fc from 'fast-check'
import { Numbering } from '../../src/replay/numbering.js'
import { RecentSteps } from '../../src/replay/recent-steps.js'
import { StepCollector } from '../../src/replay/steps.js'

const capacity = 40
const day = civilDate('2021-05-03')

const collector = (): StepCollector => new StepCollector(new Numbering<string>())

const saying = (changes: readonly number[]): StepCollector => {
  const said = collector()
  for (const change of changes) said.step('open', day, change)
  return said
}

const changesIn = ({ said, length }: StepCollector): readonly number[] =>
  said.slice(0, length).filter((_, i) => i % 3 === 2)

test('what is recalled was kept last, in any order of keeping, however often the ring is full', () => {
  const kept = fc.record({
    place: fc.nat(1),
    subject: fc.nat(5),
    changes: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 15 }),
  })
  let recalls = 0
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 40 }), (sequence) => {
      const recent = new RecentSteps(2, capacity)
      const last = new Map<string, readonly number[]>()
      for (const { place, subject, changes } of sequence) {
        recent.keep(place, subject, saying(changes))
        last.set(`${place} ${subject}`, changes)
        for (const [key, expected] of last) {
          const [of, who] = key.split(' ').map(Number) as [number, number]
          const found = collector()
          if (!recent.recall(of, who, found)) continue
          recalls++
          expect(changesIn(found)).toEqual(expected)
        }
      }
    }),
  )
  expect(recalls).toBeGreaterThan(100)
})

test('the steps kept last are at hand, unless they need more than the whole ring', () => {
  const recent = new RecentSteps(1, capacity)
  recent.keep(0, 0, saying([1, 2]))
  expect(recent.recall(0, 0, collector())).toBe(true)
  recent.keep(0, 1, saying(Array.from({ length: 20 }, () => 1)))
  expect(recent.recall(0, 1, collector())).toBe(false)
})

test('a change too large for the ring is not kept wrongly', () => {
  const recent = new RecentSteps(1, capacity)
  recent.keep(0, 0, saying([5_000_000_000]))
  expect(recent.recall(0, 0, collector())).toBe(false)
})
