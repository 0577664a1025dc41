/**
 * What histories by chance are made of: events told by days after the start of their subject, about
 * the days on which figures turn.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import type { EventType } from '@send-ledger/core/records'
import * as fc from 'fast-check'

/** An event of a subject. */
export interface Told {
  readonly stream: string
  readonly type: EventType
  /** Days after the start of the stream. */
  readonly after: number
  readonly data: object
  /** Days until it was recorded. */
  readonly late: number
}

/** Events of a type, or of one of several. */
export const told = (
  type: EventType | fc.Arbitrary<EventType>,
  after: fc.Arbitrary<number>,
  data: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Omit<Told, 'stream'>> =>
  fc.record({
    type: typeof type === 'string' ? fc.constant(type) : type,
    after,
    data,
    late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  })

/** Days from one number to another. */
export const days = (least: number, most: number) => fc.integer({ min: least, max: most })
/** One of a list. */
export const one = <T>(...list: readonly T[]) => fc.constantFrom(...list)
/** At most one. */
export const maybe = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 1 })

/** Days on which the figures may turn: the ends of 6, 16 and 20 weeks, of months and years. */
export const turning = (around: number) =>
  one(around - 2, around - 1, around, around + 1, around + 60)

/** Starts about leap day, both changes of the clock, and ends of months. */
export const start: fc.Arbitrary<CivilDate> = one(
  ...[
    '2019-10-27',
    '2019-12-31',
    '2020-01-31',
    '2020-02-29',
    '2020-03-01',
    '2020-03-29',
    '2020-05-31',
    '2020-10-25',
    '2020-11-30',
    '2021-01-04',
    '2021-02-28',
    '2021-03-28',
  ].map(civilDate),
)
