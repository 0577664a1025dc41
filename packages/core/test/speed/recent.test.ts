/**
 * What was kept lately is at hand as it was kept last; what was not is forgotten in the end.
 */
import * as fc from 'fast-check'
import { Recent } from '../../src/speed/recent.js'

const least = 3

test('the last few numbers are at hand, at most twice as many, and never as they were before', () => {
  let [found, forgotten] = [0, 0]
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 10, maxLength: 40 }), (sequence) => {
      const recent = new Recent<number>(least)
      sequence.forEach((number, i) => {
        recent.keep(number, i)
        const until = sequence.slice(0, i + 1)
        const newestFirst = [...new Set(until.toReversed())]
        newestFirst.forEach((each, age) => {
          const kept = recent.find(each)
          if (kept === undefined) forgotten++
          else found++
          if (age < least) expect(kept).toBeDefined()
          if (age >= 2 * least) expect(kept).toBeUndefined()
          if (kept !== undefined) expect(kept).toBe(until.lastIndexOf(each))
        })
      })
    }),
  )
  expect(found).toBeGreaterThan(100)
  expect(forgotten).toBeGreaterThan(100)
})
