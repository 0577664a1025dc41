/**
 * Steps as they are said, and the difference between two lists of them.
 */
import { civilDate, defaultLaw, streamId } from '@send-ledger/core'
import * as fc from 'fast-check'
import type { AnyProjection } from '../../src/engine/projection.js'
import { StepCollector } from '../../src/engine/steps.js'
import { difference, type Steps } from '../../src/speed/difference.js'
import { Numbering } from '../../src/speed/numbering.js'

const day = civilDate('2021-05-03')

const saying = (changes: readonly number[]): Steps => {
  const collector = new StepCollector(new Numbering<string>(), defaultLaw)
  const projection = {
    steps: (_: unknown, count: StepCollector) => {
      for (const change of changes) count.step('open', day, change)
    },
  } as unknown as AnyProjection
  return collector.stepsOf(projection, streamId('case-1'), {})
}

const changesIn = ({ numbers, from, to }: Steps): readonly number[] =>
  [...numbers.slice(from, to)].filter((_, i) => i % 3 === 2)

test('as many steps as a subject says are collected', () => {
  const many = Array.from({ length: 1000 }, (_, i) => i + 1)
  expect(changesIn(saying(many))).toEqual(many)
})

test('a change of any size is kept as it is', () => {
  const large = [5_000_000_000, -Number.MAX_SAFE_INTEGER]
  expect(changesIn(saying(large))).toEqual(large)
})

test('what comes and goes leads from the steps before to those after, few or many', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 })
  fc.assert(
    fc.property(steps, steps, fc.constantFrom(1, 30), (before, after, times) => {
      const often = (list: readonly number[]) => Array.from({ length: times }, () => list).flat()
      const [was, is] = [often(before), often(after)]
      const counts = new Map<number, number>()
      const add = (change: number, by: number) => counts.set(change, (counts.get(change) ?? 0) + by)
      for (const change of was) add(change, 1)
      for (const change of is) add(change, -1)
      const differing = [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
      let told = 0
      difference(saying(was), saying(is), (_, __, change) => {
        told++
        add(Math.abs(change), Math.sign(change))
      })
      expect(told).toBe(differing)
      expect([...counts.values()].every((count) => count === 0)).toBe(true)
    }),
  )
})
