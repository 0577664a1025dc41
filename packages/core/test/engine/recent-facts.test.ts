/**
 * Facts of the subjects folded lately: at hand or forgotten as a whole, and never those of before.
 */
import * as fc from 'fast-check'
import { RecentFacts } from '../../src/engine/recent-facts.js'

const capacity = 3

test('who was kept among the last few is at hand with everything; who was not is forgotten', () => {
  const kept = fc.record({ place: fc.nat(1), subject: fc.nat(7) })
  let [found, forgotten] = [0, 0]
  fc.assert(
    fc.property(fc.array(kept, { minLength: 10, maxLength: 40 }), (sequence) => {
      const recent = new RecentFacts(2, capacity)
      sequence.forEach(({ place, subject }, i) => {
        recent.keep(place, subject, i)
        for (let who = 0; who <= 7; who++) {
          const last = sequence.slice(0, i + 1).findLastIndex((each) => each.subject === who)
          const isAtHand = last > i - capacity
          expect(recent.has(who)).toBe(last < 0 ? undefined : isAtHand)
          if (last < 0) continue
          if (isAtHand) found++
          else forgotten++
          const isHere = isAtHand && sequence[last]?.place === place
          if (isHere) expect(recent.find(place, who)).toBe(last)
          if (!isAtHand)
            expect([recent.find(0, who), recent.find(1, who)]).toEqual([undefined, undefined])
        }
      })
    }),
  )
  expect(found).toBeGreaterThan(100)
  expect(forgotten).toBeGreaterThan(100)
})
