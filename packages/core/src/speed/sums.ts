/**
 * A measure as it stands day by day: the days on which it changes, and what it is from each on.
 */

/** At `days[i]` and until the next of the days, the measure is `sums[i]`; before the first, 0. */
export interface Sums {
  /** Ascending. */
  readonly days: Numbers
  readonly sums: Numbers
}

/** Numbers in a column or a list. A short list is made much faster than a column. */
export type Numbers = ArrayLike<number>

/** Sums that are kept, in columns. */
export interface KeptSums {
  readonly days: Int32Array
  readonly sums: Float64Array
}

/** Sums in columns, to be kept. */
export const kept = ({ days, sums }: Sums): KeptSums => ({
  days: new Int32Array(days),
  sums: new Float64Array(sums),
})

/** Of a measure that has no points. */
export const noSums: KeptSums = { days: new Int32Array(0), sums: new Float64Array(0) }

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
export const addSums = (a: Sums, b: Sums): KeptSums => {
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

/** Which changes are meant, and the first and the last of their days. */
interface Places {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** Makes sums of changes. What it works with is its own, and used again for the next ones. */
export class Summing {
  /** Room for changes on days that lie close together (44 years). */
  private readonly room = new Float64Array(16_384)
  /** A bit for each day on which something changes: most days have none. */
  private readonly touched = new Int32Array(16_384 / 32)

  /** The changes from place `from` to place `to` (not included), of days in any order, as sums. */
  sumsOf(days: Numbers, changes: Numbers, from: number, to: number): Sums {
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (let i = from; i < to; i++) {
      const day = days[i] as number
      if (day < first) first = day
      if (day > last) last = day
    }
    const places = { from, to, first, last }
    return last - first < this.room.length
      ? this.closeTogether(days, changes, places)
      : farApart(days, changes, places)
  }

  private closeTogether(days: Numbers, changes: Numbers, places: Places): Sums {
    const { room, touched } = this
    const { from, to, first, last } = places
    for (let i = from; i < to; i++) {
      const at = (days[i] as number) - first
      room[at] = (room[at] as number) + (changes[i] as number)
      touched[at >> 5] = (touched[at >> 5] as number) | (1 << (at & 31))
    }
    const sums = { days: [] as number[], sums: [] as number[] }
    let sum = 0
    for (let word = 0; word <= (last - first) >> 5; word++) {
      for (let bits = touched[word] as number; bits !== 0; bits &= bits - 1) {
        const at = 32 * word + 31 - Math.clz32(bits & -bits)
        const change = room[at] as number
        if (change === 0) continue
        room[at] = 0
        sum += change
        sums.days.push(first + at)
        sums.sums.push(sum)
      }
      touched[word] = 0
    }
    return sums
  }
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
