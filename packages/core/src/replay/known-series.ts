/**
 * A measure as known at one size of the ledger: the sums of its full blocks, of the whole parts of
 * the block after them, and the few points that are left.
 */
import type { KnownPart } from './block.js'
import { addSums, noSums, type Sums, sumAt, sumsOf } from './sums.js'

const noPart: KnownPart = {
  parts: noSums,
  days: new Int32Array(0),
  changes: new Int8Array(0),
  from: 0,
  to: 0,
}

/** A measure as known. */
export class KnownSeries {
  private rest: Sums | undefined

  constructor(
    private readonly full: Sums = noSums,
    private readonly part: KnownPart = noPart,
  ) {}

  /** As at a day. */
  sum(day: number): number {
    return sumAt(this.full, day) + sumAt(this.part.parts, day) + sumAt(this.sumsOfRest(), day)
  }

  /** Day by day. */
  sums(): Sums {
    return addSums(addSums(this.full, this.part.parts), this.sumsOfRest())
  }

  private sumsOfRest(): Sums {
    const { days, changes, from, to } = this.part
    this.rest ??= sumsOf(days, changes, from, to)
    return this.rest
  }
}
