/**
 * What was known at an instant, by the definition, also where instants run backwards: two machines
 * may write to one ledger, and the clock of one be behind that of the other.
 */
import { type Instant, instant } from '@send-ledger/core'
import { GreatestInstants, sizeKnownAt } from '@send-ledger/core/store'
import * as fc from 'fast-check'

const minute = (n: number): Instant =>
  instant(`2021-05-04T09:${String(n).padStart(2, '0')}:00.000Z`)

/** Prefix by prefix. */
const defined = (minutes: readonly number[], known: number): number => {
  let size = 0
  while (size < minutes.length && Math.max(...minutes.slice(0, size + 1)) <= known) size++
  return size
}

test('it is the longest prefix whose greatest instant is not after it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(59)), fc.nat(59), (minutes, known) => {
      const instants = new GreatestInstants()
      for (const each of minutes) instants.add(minute(each))
      expect(instants.sizeKnownAt(minute(known))).toBe(defined(minutes, known))
      expect(instants.last).toBe(minutes.length ? minute(Math.max(...minutes)) : undefined)
    }),
  )
})

test('where instants do not run backwards, that of each record says it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(59)), fc.nat(59), (unsorted, known) => {
      const minutes = unsorted.toSorted((a, b) => a - b)
      const at = (position: number) => minute(minutes[position] as number)
      expect(sizeKnownAt(minutes.length, at, minute(known))).toBe(defined(minutes, known))
    }),
  )
})
