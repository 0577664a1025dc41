/**
 * Steps kept in a ring: what is found is what was kept, or nothing.
 */
import * as fc from 'fast-check'
import { StepRing } from '../../src/speed/step-ring.js'

const capacity = 40

const steps = (numbers: readonly number[]) => ({
  numbers: Float64Array.from([0, ...numbers]),
  from: 1,
  to: numbers.length + 1,
})

test('what is found was kept so, however often the ring is full; the last is found', () => {
  let [finds, losses] = [0, 0]
  const numbers = fc.array(fc.constantFrom(1, 2, 5_000_000_000), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 30 }), (sequence) => {
      const ring = new StepRing(capacity)
      const kept: (readonly [number, readonly number[]])[] = []
      for (const each of sequence) {
        kept.push([ring.keep(steps(each)), each])
        kept.forEach(([at, expected], i) => {
          const found = ring.find(at)
          if (found) expect([...found.numbers.slice(found.from, found.to)]).toEqual(expected)
          else expect(i).toBeLessThan(kept.length - 1)
          if (found) finds++
          else losses++
        })
      }
    }),
  )
  expect(finds).toBeGreaterThan(100)
  expect(losses).toBeGreaterThan(100)
})

test('steps that need more than the whole ring are not found', () => {
  const ring = new StepRing(capacity)
  expect(ring.find(ring.keep(steps(Array.from({ length: 60 }, () => 1))))).toBeUndefined()
})
