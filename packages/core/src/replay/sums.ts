/**
 * A measure as it stands day by day: the days on which it changes, and what it is from each on.
 */

/** At `days[i]` and until the next of the days, the measure is `sums[i]`; before the first, 0. */
export interface Sums {
  /** Ascending. */
  readonly days: Int32Array
  readonly sums: Float64Array
}

/** Of a measure that has no points. */
export const noSums: Sums = { days: new Int32Array(0), sums: new Float64Array(0) }

/**
 * The sum at a day: that of the last day of change not after it. Days ascend by one at least, so
 * that the first and the last say nearly where a day stands: there is little left to search.
 */
export const sumAt = ({ days, sums }: Sums, day: number): number => {
  const { length } = days
  if (length === 0) return 0
  const first = days[0] as number
  const last = days[length - 1] as number
  if (day < first) return 0
  if (day >= last) return sums[length - 1] as number
  let low = Math.max(1, length - (last - day))
  let high = Math.min(length - 1, day - first + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return sums[low - 1] as number
}

/** Both together. */
export const addSums = (a: Sums, b: Sums): Sums => {
  if (b.days.length === 0) return a
  if (a.days.length === 0) return b
  const days = new Int32Array(a.days.length + b.days.length)
  const sums = new Float64Array(days.length)
  let length = 0
  let i = 0
  let j = 0
  let [sumOfA, sumOfB] = [0, 0]
  while (i < a.days.length || j < b.days.length) {
    const dayOfA = i < a.days.length ? (a.days[i] as number) : Number.POSITIVE_INFINITY
    const dayOfB = j < b.days.length ? (b.days[j] as number) : Number.POSITIVE_INFINITY
    if (dayOfA <= dayOfB) sumOfA = a.sums[i++] as number
    if (dayOfB <= dayOfA) sumOfB = b.sums[j++] as number
    days[length] = Math.min(dayOfA, dayOfB)
    sums[length++] = sumOfA + sumOfB
  }
  return { days: days.slice(0, length), sums: sums.slice(0, length) }
}

/** Numbers in a column or a list. */
type Numbers = ArrayLike<number>

/** The changes from place `from` to place `to` (not included), of days in any order, as sums. */
export const sumsOf = (days: Numbers, changes: Numbers, from: number, to: number): Sums => {
  if (to - from <= few.days.length) return insertedInOrder(days, changes, from, to)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) {
    const day = days[i] as number
    if (day < first) first = day
    if (day > last) last = day
  }
  const places = { from, to, first, last }
  return last - first < room.length
    ? closeTogether(days, changes, places)
    : farApart(days, changes, places)
}

/** Which changes are meant, and the first and the last of their days. */
interface Places {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** Room for a few changes, each put in its place among those before it. */
const few = { days: new Int32Array(24), sums: new Float64Array(24) }

const insertedInOrder = (days: Numbers, changes: Numbers, from: number, to: number): Sums => {
  let length = 0
  for (let i = from; i < to; i++) {
    const day = days[i] as number
    const change = changes[i] as number
    let at = length
    while (at > 0 && (few.days[at - 1] as number) > day) at--
    if (at > 0 && few.days[at - 1] === day) {
      few.sums[at - 1] = (few.sums[at - 1] as number) + change
      continue
    }
    few.days.copyWithin(at + 1, at, length)
    few.sums.copyWithin(at + 1, at, length)
    few.days[at] = day
    few.sums[at] = change
    length++
  }
  for (let i = 1; i < length; i++)
    few.sums[i] = (few.sums[i] as number) + (few.sums[i - 1] as number)
  return { days: few.days.slice(0, length), sums: few.sums.slice(0, length) }
}

/** Room for changes on days that lie close together (44 years), and for their sums. */
const room = new Float64Array(16_384)
const found = { days: new Int32Array(room.length), sums: new Float64Array(room.length) }

const closeTogether = (
  days: Numbers,
  changes: Numbers,
  { from, to, first, last }: Places,
): Sums => {
  for (let i = from; i < to; i++) {
    const at = (days[i] as number) - first
    room[at] = (room[at] as number) + (changes[i] as number)
  }
  let length = 0
  let sum = 0
  for (let at = 0; at <= last - first; at++) {
    const change = room[at] as number
    if (change === 0) continue
    room[at] = 0
    sum += change
    found.days[length] = first + at
    found.sums[length++] = sum
  }
  return { days: found.days.slice(0, length), sums: found.sums.slice(0, length) }
}

const farApart = (days: Numbers, changes: Numbers, { from, to }: Places): Sums => {
  const net = new Map<number, number>()
  for (let i = from; i < to; i++) {
    const day = days[i] as number
    net.set(day, (net.get(day) ?? 0) + (changes[i] as number))
  }
  const sorted = Int32Array.from(net.keys()).sort()
  let sum = 0
  const sums = Float64Array.from(sorted, (day) => {
    sum += net.get(day) as number
    return sum
  })
  return { days: sorted, sums }
}
