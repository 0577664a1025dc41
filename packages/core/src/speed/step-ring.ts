/**
 * Steps kept lately, in one ring of numbers: the newest overwrite the oldest, and no list is made.
 */
import type { Steps } from './difference.js'

/** Room for the steps of some thirty thousand records. Unit: numbers. */
const roomForThousands = 1 << 20

/** By this no steps are found. */
export const notKept = -1

/** A ring of steps. */
export class StepRing {
  private readonly ring: Float64Array
  /** How many numbers were ever written. */
  private written = 0

  constructor(private readonly capacity = roomForThousands) {
    this.ring = new Float64Array(capacity)
  }

  /** Keeps steps; gives by what they are found. */
  keep({ numbers, from, to }: Steps): number {
    const length = to - from
    let at = this.written % this.capacity
    if (at + 1 + length > this.capacity) {
      // Steps stand in one piece: what is left at the end of the ring stays empty.
      this.written += this.capacity - at
      at = 0
    }
    const kept = this.written
    this.written += 1 + length
    this.ring[at] = length
    for (let i = 0; i < length; i++) this.ring[at + 1 + i] = numbers[from + i] as number
    return kept
  }

  /** Steps as they were kept, until the next are; undefined where they were overwritten. */
  find(kept: number): Steps | undefined {
    if (kept === notKept || kept < this.written - this.capacity) return undefined
    const from = (kept % this.capacity) + 1
    return { numbers: this.ring, from, to: from + (this.ring[from - 1] as number) }
  }
}
