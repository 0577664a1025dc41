/**
 * Chance that is the same on every machine: seeded, and of whole numbers only.
 *
 * Source: the generator is mulberry32 (public domain), in integer arithmetic.
 */

/** Draws from a seed. */
export interface Chance {
  /** A whole number between two, both included. */
  readonly between: (least: number, most: number) => number
  /** One of a list. */
  readonly of: <T>(list: readonly T[]) => T
  /** True in so many cases of a hundred. */
  readonly percent: (percent: number) => boolean
}

/** Chance from a seed. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const between = (least: number, most: number): number => least + (next() % (most - least + 1))
  return {
    between,
    of: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
    percent: (percent) => between(1, 100) <= percent,
  }
}
