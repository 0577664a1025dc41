/**
 * The steps of the subjects folded lately, who are most often the next to be folded again. What a
 * subject counted for follows from its facts; this only spares working it out once more.
 *
 * Steps are kept in one ring of numbers: the newest overwrite the oldest, and no object is made.
 */
import type { StepCollector } from './steps.js'

/** Room for the steps of some thirty thousand subjects. Unit: numbers. */
const roomForThousands = 1 << 20

/** Steps of subjects by number, under projections by place. */
export class RecentSteps {
  private readonly ring: Int32Array
  /** How many numbers were ever written. */
  private written = 0
  /** Where a subject's steps start, counted as `written`, by place and subject. */
  private readonly starts: number[][]

  constructor(
    places: number,
    private readonly capacity = roomForThousands,
  ) {
    this.ring = new Int32Array(capacity)
    this.starts = Array.from({ length: places }, () => [])
  }

  /** Hands the steps of a subject to a collector; false where they are not at hand. */
  recall(place: number, subject: number, to: StepCollector): boolean {
    const start = this.starts[place]?.[subject]
    if (start === undefined || start < this.written - this.capacity) return false
    const { ring, capacity } = this
    const at = start % capacity
    const length = ring[at] as number
    for (let i = 0; i < length; i++) to.said[i] = ring[at + 1 + i] as number
    to.length = length
    return true
  }

  keep(place: number, subject: number, { said, length }: StepCollector): void {
    const { ring, capacity } = this
    const starts = this.starts[place] as number[]
    let at = this.written % capacity
    if (at + 1 + length > capacity) {
      // Steps stand in one piece: what is left at the end of the ring stays empty.
      this.written += capacity - at
      at = 0
    }
    starts[subject] = this.written
    this.written += 1 + length
    ring[at] = length
    for (let i = 0; i < length; i++) {
      const value = said[i] as number
      ring[at + 1 + i] = value
      if (ring[at + 1 + i] !== value) {
        // A change too large for the ring: these steps are not kept.
        starts[subject] = Number.NEGATIVE_INFINITY
        return
      }
    }
  }
}
