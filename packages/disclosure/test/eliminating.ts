/**
 * Somebody who reckons instead of trying: he adds and subtracts what is published, exactly, and he
 * narrows down what every number can be. For tables that are too large to try everything.
 */

/** Numbers that are not known, each so many times. */
export type Terms = ReadonlyMap<string, number>

/** A sum that is published, or known, to lie between two bounds. */
export interface Told {
  readonly terms: Terms
  readonly least: number
  readonly most: number
}

/** Which of some sums follow from sums that are known exactly, by adding and subtracting those. */
export const followingFrom = (
  known: readonly Terms[],
  targets: ReadonlyMap<string, Terms>,
): readonly string[] => {
  const places = new Map<string, number>()
  const placed = (terms: Terms): Row =>
    new Map(
      [...terms].map(([name, times]) => {
        const place = places.get(name) ?? places.size
        places.set(name, place)
        return [place, BigInt(times)]
      }),
    )
  const rows = new Map<number, Row>()
  for (const terms of known) {
    const rest = reduced(placed(terms), rows)
    const first = firstOf(rest)
    if (first !== undefined) rows.set(first, rest)
  }
  return [...targets]
    .filter(([, terms]) => reduced(placed(terms), rows).size === 0)
    .map(([name]) => name)
}

type Row = Map<number, bigint>

const firstOf = (row: Row): number | undefined => {
  let first: number | undefined
  for (const place of row.keys()) if (first === undefined || place < first) first = place
  return first
}

/** What is left of a row when those before it are taken away, as often as they fit. */
const reduced = (given: Row, rows: ReadonlyMap<number, Row>): Row => {
  let row = given
  const done = new Map<number, bigint>()
  for (let first = firstOf(row); first !== undefined; first = firstOf(row)) {
    const own = row.get(first) as bigint
    const other = rows.get(first)
    if (other === undefined) {
      done.set(first, own)
      row.delete(first)
      continue
    }
    const lead = other.get(first) as bigint
    const next: Row = new Map()
    for (const [place, times] of row) next.set(place, times * lead)
    for (const [place, times] of other) next.set(place, (next.get(place) ?? 0n) - times * own)
    for (const [place, times] of done) done.set(place, times * lead)
    row = new Map([...next].filter(([, times]) => times !== 0n))
  }
  return shortened(done)
}

/** Divided by what all its numbers can be divided by. */
const shortened = (row: Row): Row => {
  let divisor = 0n
  for (const times of row.values()) divisor = gcd(divisor, times < 0n ? -times : times)
  return divisor <= 1n ? row : new Map([...row].map(([place, times]) => [place, times / divisor]))
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** He does not go on for ever: bounds may creep. */
const rounds = 40

/** What every number can be, when each sum is used on each of its numbers again and again. */
export const narrowedBy = (
  told: readonly Told[],
): ReadonlyMap<string, readonly [number, number]> => {
  const ranges = new Map<string, [number, number]>()
  const of = (name: string): [number, number] => {
    const range = ranges.get(name) ?? [-Infinity, Infinity]
    ranges.set(name, range)
    return range
  }
  for (let round = 0; round < rounds; round++) {
    let again = false
    for (const { terms, least, most } of told) {
      for (const [name, times] of terms) {
        const [low, high] = spread(terms, of, name)
        const [from, to] = of(name)
        const a = (least - high) / times
        const b = (most - low) / times
        const range = of(name)
        const newFrom = Math.max(from, Math.ceil(Math.min(a, b)))
        const newTo = Math.min(to, Math.floor(Math.max(a, b)))
        if (!(newFrom <= newTo)) throw new Error(`${name} cannot be`)
        if (newFrom === from && newTo === to) continue
        range[0] = newFrom
        range[1] = newTo
        again = true
      }
    }
    if (!again) return ranges
  }
  return ranges
}

/** What a sum can be without one of its numbers. */
const spread = (
  terms: Terms,
  of: (name: string) => readonly [number, number],
  without: string,
): readonly [number, number] => {
  let [low, high] = [0, 0]
  for (const [name, times] of terms) {
    if (name === without) continue
    const [from, to] = of(name)
    low += times > 0 ? times * from : times * to
    high += times > 0 ? times * to : times * from
  }
  return [low, high]
}

/** What a sum can be. */
export const rangeIn = (
  ranges: ReadonlyMap<string, readonly [number, number]>,
  terms: Terms,
): readonly [number, number] =>
  spread(terms, (name) => ranges.get(name) ?? [-Infinity, Infinity], '')
