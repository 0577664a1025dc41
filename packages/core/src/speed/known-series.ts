/**
 * A measure as known at one size of the ledger: the sums of its full blocks, of the whole parts of
 * the block after them, and of the few points that are left.
 */
import { noSums, type Sums, sumAt } from './sums.js'

/** A day on which a measure changes, and by how much. */
export interface DayOfChange {
  /** Days since 1 January 1970. */
  readonly day: number
  readonly change: number
}

/** A measure as known. */
export class KnownSeries {
  constructor(
    private readonly full: Sums = noSums,
    private readonly parts: Sums = noSums,
    private readonly rest: Sums = noSums,
  ) {}

  /** As at a day. */
  sum(day: number): number {
    return sumAt(this.full, day) + sumAt(this.parts, day) + sumAt(this.rest, day)
  }

  /** The days on which it changes, in order. */
  *changes(): Generator<DayOfChange> {
    const all = [this.full, this.parts, this.rest]
    const next = all.map(() => 0)
    let before = 0
    for (;;) {
      let day = Number.POSITIVE_INFINITY
      all.forEach(({ days }, i) => {
        day = Math.min(day, days[next[i] as number] ?? Number.POSITIVE_INFINITY)
      })
      if (day === Number.POSITIVE_INFINITY) return
      let now = 0
      all.forEach(({ days, sums }, i) => {
        const at = next[i] as number
        if (days[at] === day) next[i] = at + 1
        now += sums[(next[i] as number) - 1] ?? 0
      })
      if (now !== before) yield { day, change: now - before }
      before = now
    }
  }
}
