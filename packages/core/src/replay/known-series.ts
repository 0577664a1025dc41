/**
 * A measure as known at one size of the ledger: a few sums that are added, those of its full
 * blocks and those of the points after them.
 */
import { type Sums, sumAt } from './sums.js'

/** A day on which a measure changes, and by how much. */
export interface DayOfChange {
  /** Days since 1 January 1970. */
  readonly day: number
  readonly change: number
}

/** A measure as known. */
export class KnownSeries {
  constructor(private readonly parts: readonly Sums[] = []) {}

  /** As at a day. */
  sum(day: number): number {
    const { parts } = this
    let sum = 0
    for (let i = 0; i < parts.length; i++) sum += sumAt(parts[i] as Sums, day)
    return sum
  }

  /** The days on which it changes, in order. */
  *changes(): Generator<DayOfChange> {
    const next = this.parts.map(() => 0)
    let before = 0
    for (;;) {
      let day = Number.POSITIVE_INFINITY
      this.parts.forEach(({ days }, i) => {
        day = Math.min(day, days[next[i] as number] ?? Number.POSITIVE_INFINITY)
      })
      if (day === Number.POSITIVE_INFINITY) return
      let now = 0
      this.parts.forEach(({ days, sums }, i) => {
        const at = next[i] as number
        if (days[at] === day) next[i] = at + 1
        now += sums[(next[i] as number) - 1] ?? 0
      })
      if (now !== before) yield { day, change: now - before }
      before = now
    }
  }
}
