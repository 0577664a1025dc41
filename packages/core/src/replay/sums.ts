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

/** The sum at a day: that of the last day of change not after it. */
export const sumAt = ({ days, sums }: Sums, day: number): number => {
  let low = 0
  let high = days.length
  if (high === 0 || day < (days[0] as number)) return 0
  if (day >= (days[high - 1] as number)) return sums[high - 1] as number
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
  for (let i = 0, j = 0; i < a.days.length || j < b.days.length; ) {
    const day = Math.min(a.days[i] ?? Infinity, b.days[j] ?? Infinity)
    if (a.days[i] === day) i++
    if (b.days[j] === day) j++
    days[length] = day
    sums[length++] = (a.sums[i - 1] ?? 0) + (b.sums[j - 1] ?? 0)
  }
  return { days: days.slice(0, length), sums: sums.slice(0, length) }
}

/** Numbers in a column or a list. */
type Numbers = ArrayLike<number>

/** The changes from place `from` to place `to` (not included), of days in any order, as sums. */
export const sumsOf = (days: Numbers, changes: Numbers, from: number, to: number): Sums => {
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
