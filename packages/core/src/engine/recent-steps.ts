/**
 * The steps of the subjects folded lately, who are most often the next to be folded again. What a
 * subject counted for follows from its facts; this only spares working it out once more.
 *
 * Steps are kept in one ring of numbers: the newest overwrite the oldest, and no object is made.
 */
import type { Steps } from './steps.js'

/** Room for the steps of some thirty thousand records. Unit: numbers. */
const roomForThousands = 1 << 20

/** Steps of subjects by number, under projections by place. */
export class RecentSteps {
  private readonly ring: Float64Array
  /** How many numbers were ever written. */
  private written = 0
  /** Where a subject's steps start, counted as `written`, by place and subject. */
  private readonly starts: number[][]

  constructor(
    places: number,
    private readonly capacity = roomForThousands,
  ) {
    this.ring = new Float64Array(capacity)
    this.starts = Array.from({ length: places }, () => [])
  }

  /** The steps of a subject, until the next are kept; undefined where they are not at hand. */
  find(place: number, subject: number): Steps | undefined {
    const start = (this.starts[place] as number[])[subject]
    if (start === undefined || start < this.written - this.capacity) return undefined
    const { ring, capacity } = this
    const from = (start % capacity) + 1
    return { numbers: ring, from, to: from + (ring[from - 1] as number) }
  }

  keep(place: number, subject: number, { numbers, from, to }: Steps): void {
    const { ring, capacity } = this
    const length = to - from
    let at = this.written % capacity
    if (at + 1 + length > capacity) {
      // Steps stand in one piece: what is left at the end of the ring stays empty.
      this.written += capacity - at
      at = 0
    }
    ;(this.starts[place] as number[])[subject] = this.written
    this.written += 1 + length
    ring[at] = length
    for (let i = 0; i < length; i++) ring[at + 1 + i] = numbers[from + i] as number
  }
}
