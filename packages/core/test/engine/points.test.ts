/**
 * Sums over points, across checkpoints, against adding them up one by one.
 */
import { streamId } from '@send-ledger/core'
import { pointsMonoid } from '@send-ledger/core/live'
import * as fc from 'fast-check'
import { Points } from '../../src/engine/points.js'
import type { Series } from '../../src/speed/series.js'

interface Given {
  readonly position: number
  readonly day: number
  readonly change: number
}

const pointsOf = (given: readonly Given[], subject = 'case-1'): Points => {
  const points = new Points()
  const open = points.measureNumbers.numberOf('open')
  for (const { position, day, change } of given) {
    points.add(position, open, day, change, points.subjectNumbers.numberOf(streamId(subject)))
    points.size = position + 1
  }
  return points
}

const bruteForce = (given: readonly Given[], day: number, size: number): number =>
  given
    .filter((point) => point.position < size && point.day <= day)
    .reduce((sum, { change }) => sum + change, 0)

/** More points than lie between two checkpoints, some of one position, days in any order. */
const many: readonly Given[] = Array.from({ length: 13_000 }, (_, i) => ({
  position: Math.floor(i / 2),
  day: 18_000 + ((i * 7919) % 900),
  change: i % 5 === 0 ? -1 : 1,
}))

test.each([0, 1, 2047, 2048, 2049, 4096, 6499, 6500, 9999])(
  'a sum known at %i records is that of the points before it',
  (size) => {
    const points = pointsOf(many)
    const series = points.find('open') as Series
    const known = series.knownAt(size)
    // Of these no sums of parts were made.
    const alone = pointsOf(many)
    const changes = [...known.changes()]
    expect(series.countKnownAt(size)).toBe(many.filter(({ position }) => position < size).length)
    for (const day of [17_999, 18_000, 18_333, 18_899, 19_000]) {
      const expected = bruteForce(many, day, size)
      expect(points.sum('open', day, size)).toBe(expected)
      expect(alone.sum('open', day, size)).toBe(expected)
      expect(known.sum(day)).toBe(expected)
      const until = changes.filter((each) => each.day <= day)
      expect(until.reduce((sum, { change }) => sum + change, 0)).toBe(expected)
    }
  },
)

test('points that run backwards are refused', () => {
  const points = pointsOf([{ position: 5, day: 1, change: 1 }])
  expect(() => points.add(4, 0, 1, 1, 0)).toThrow('position')
})

const arbitrary = fc
  .array(
    fc.record({
      position: fc.nat(50),
      day: fc.integer({ min: -5, max: 5 }),
      change: fc.integer({ min: -3, max: 3 }),
    }),
  )
  .map((list) => list.sort((a, b) => a.position - b.position))

test('changes that are large, and days that lie far apart, are summed exactly', () => {
  const wide = many.map((point, i) => ({
    ...point,
    day: point.day * (i % 3 === 0 ? 100 : 1),
    change: i % 1000 === 999 ? 3_000_000_000 : i % 100 === 99 ? 40_000 : point.change,
  }))
  const points = pointsOf(wide)
  for (const size of [1, 400, 5000, 6500]) {
    const known = (points.find('open') as Series).knownAt(size)
    for (const day of [18_500, 1_850_000]) {
      expect(points.sum('open', day, size)).toBe(bruteForce(wide, day, size))
      expect(known.sum(day)).toBe(bruteForce(wide, day, size))
    }
  }
})

test('partitions add up, in any order and bracketing, and nothing is their unit', () => {
  fc.assert(
    fc.property(arbitrary, arbitrary, arbitrary, fc.nat(51), (a, b, c, size) => {
      const [x, y, z] = [pointsOf(a, 'case-a'), pointsOf(b, 'case-b'), pointsOf(c, 'case-c')]
      const { concat, empty } = pointsMonoid
      for (const whole of [
        concat(concat(x, y), z),
        concat(x, concat(y, z)),
        concat(concat(z, empty), concat(y, x)),
      ]) {
        for (let day = -6; day <= 6; day++) {
          expect(whole.sum('open', day, size)).toBe(bruteForce([...a, ...b, ...c], day, size))
        }
      }
    }),
  )
})
