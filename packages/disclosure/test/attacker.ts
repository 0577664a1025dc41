/**
 * Somebody who tries everything: he goes through all whole numbers that fit what is published.
 * Written from the definitions alone; it shares no code with what it attacks.
 */

/** A cell as he sees it: what it counts, and what is printed. */
export interface Seen {
  readonly name: string
  /** How often each unknown counts in it; of a percentage, in its numerator. */
  readonly sum: readonly number[]
  /** The same of a percentage's denominator. */
  readonly of?: readonly number[]
  /** What is printed; undefined where it is hidden. */
  readonly printed?: number | string | null
  /** A count that is shown is the nearest multiple of this, halves up, and is never 1 to 4. */
  readonly roundedTo?: number
  /** Within what he knows a hidden count to lie, as one that is hidden for its own sake. */
  readonly within?: readonly [least: number, most: number]
}

/** A sum that he knows to lie between two bounds. */
interface Bound {
  readonly sum: readonly number[]
  readonly least: number
  readonly most: number
}

type Ranges = readonly (readonly [least: number, most: number])[]

/** One decimal, halves up, by integers. */
export const percentText = (n: number, d: number): string | null => {
  if (d === 0) return null
  const tenths = (BigInt(n) * 2000n + BigInt(d)) / (2n * BigInt(d))
  return `${tenths / 10n}.${tenths % 10n}`
}

const come = (sum: readonly number[], tried: readonly number[]): number =>
  sum.reduce((total, times, i) => total + times * (tried[i] as number), 0)

/** The nearest multiple of a base, halves up. */
export const roundedOf = (count: number, base: number): number => {
  const below = count - (((count % base) + base) % base)
  return count - below >= below + base - count ? below + base : below
}

/** What a cell tells him, as bounds. */
const bounds = ({ sum, of, printed, within, roundedTo = 1 }: Seen): readonly Bound[] => {
  if (of === undefined) {
    if (typeof printed === 'number') {
      const near = Array.from({ length: 2 * roundedTo + 1 }, (_, i) => printed - roundedTo + i)
      const same = near
        .filter((each) => roundedOf(each, roundedTo) === printed)
        .filter((each) => each === 0 || each > 4)
      return [{ sum, least: same[0] as number, most: same.at(-1) as number }]
    }
    return [{ sum, least: within?.[0] ?? 0, most: within?.[1] ?? Infinity }]
  }
  if (printed === undefined) return []
  if (printed === null) return [{ sum: of, least: 0, most: 0 }]
  // p tenths are printed where p - 1/2 <= 1000 n / d < p + 1/2.
  const tenths = Number(String(printed).replace('.', ''))
  const side = (half: number): readonly number[] =>
    sum.map((times, i) => 2000 * times - (2 * tenths + half) * (of[i] as number))
  return [
    { sum: of, least: 1, most: Infinity },
    { sum: side(-1), least: 0, most: Infinity },
    { sum: side(1), least: -Infinity, most: -1 },
  ]
}

/** Everything that he sees, and no unknown above the most. */
export interface Attack {
  readonly unknowns: number
  readonly cells: readonly Seen[]
  readonly most: number
}

/** Up to two values that a sum can have: with one, he has worked it out. */
export const valuesOf = (attack: Attack, target: readonly number[]): readonly number[] => {
  const known = attack.cells.flatMap(bounds)
  const find = (least: number, most: number): number | undefined => {
    const solution = solve([...known, { sum: target, least, most }], attack)
    return solution && come(target, solution)
  }
  const first = find(-Infinity, Infinity)
  if (first === undefined) return []
  const second = find(first + 1, Infinity) ?? find(-Infinity, first - 1)
  return second === undefined ? [first] : [first, second]
}

/** The least and the most that a sum can be, the latter no more than a limit. */
export const rangeOf = (
  attack: Attack,
  target: readonly number[],
  limit: number,
): readonly [least: number, most: number] => {
  const known = attack.cells.flatMap(bounds)
  const find = (least: number, most: number): number | undefined => {
    const solution = solve([...known, { sum: target, least, most }], attack)
    return solution && come(target, solution)
  }
  const any = find(-Infinity, limit) as number
  let [least, most] = [any, any]
  for (let next: number | undefined = any; next !== undefined; next = find(-Infinity, least - 1))
    least = next
  for (let next: number | undefined = any; next !== undefined; next = find(most + 1, limit))
    most = next
  return [least, most]
}

const solve = (known: readonly Bound[], { unknowns, cells, most }: Attack) => {
  const looksRight = (tried: readonly number[]): boolean =>
    cells.every(({ sum, of, printed }) => {
      if (printed === undefined) return true
      const count = come(sum, tried)
      return of ? percentText(count, come(of, tried)) === printed : count === 0 || count > 4
    })
  const go = (ranges: Ranges): readonly number[] | undefined => {
    const left = narrowed(known, ranges)
    if (left === undefined) return undefined
    const sizes = left.map(([least, highest]) => highest - least)
    const open = sizes.map((size) => (size === 0 ? Infinity : size))
    const next = open.indexOf(Math.min(...open))
    if (open[next] === Infinity) {
      const tried = left.map(([value]) => value)
      return looksRight(tried) ? tried : undefined
    }
    const [least, highest] = left[next] as Ranges[number]
    for (let value = least; value <= highest; value++) {
      const found = go(left.map((range, i) => (i === next ? [value, value] : range)))
      if (found) return found
    }
    return undefined
  }
  return go(Array.from({ length: unknowns }, () => [0, most] as const))
}

/** The ranges that are left when each bound is used on each unknown; undefined if one is empty. */
const narrowed = (known: readonly Bound[], given: Ranges): Ranges | undefined => {
  const ranges = given.map(([least, most]) => [least, most] as [number, number])
  for (let again = true; again; ) {
    again = false
    for (const { sum, least, most } of known) {
      let [low, high] = [0, 0]
      sum.forEach((times, i) => {
        const [from, to] = ranges[i] as [number, number]
        low += times > 0 ? times * from : times * to
        high += times > 0 ? times * to : times * from
      })
      if (low > most || high < least) return undefined
      for (const [i, times] of sum.entries()) {
        if (times === 0) continue
        const range = ranges[i] as [number, number]
        const [from, to] = range
        const size = Math.abs(times)
        // The others give at least and at most so much.
        const spareHigh = Math.floor((most - low) / size)
        const spareLow = Math.floor((high - least) / size)
        const [newFrom, newTo] =
          times > 0
            ? [Math.max(from, to - spareLow), Math.min(to, from + spareHigh)]
            : [Math.max(from, to - spareHigh), Math.min(to, from + spareLow)]
        if (newFrom > newTo) return undefined
        if (newFrom === from && newTo === to) continue
        range[0] = newFrom
        range[1] = newTo
        again = true
        low += times > 0 ? times * (newFrom - from) : times * (newTo - to)
        high += times > 0 ? times * (newTo - to) : times * (newFrom - from)
      }
    }
  }
  return ranges
}
