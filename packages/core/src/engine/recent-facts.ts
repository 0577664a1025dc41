/**
 * The facts of the subjects folded lately. Those of the others are forgotten, so that a fold needs
 * the same room however many subjects there are: who is folded again is recalled from its records.
 */

/** A subject is forgotten when so many facts of others were kept since. */
const remembered = 1 << 17

/** Facts of subjects by number, under projections by place. */
export class RecentFacts {
  private readonly facts: unknown[][]
  /** Whose facts were kept, in a ring, and how often any were. */
  private readonly subjects: Uint32Array
  private kept = 0
  /** When facts of a subject were kept last, counted as `kept`. */
  private readonly last: number[] = []

  constructor(
    places: number,
    private readonly capacity = remembered,
  ) {
    this.facts = Array.from({ length: places }, () => [])
    this.subjects = new Uint32Array(capacity)
  }

  /** Whether the facts of a subject are at hand; undefined where none were ever kept. */
  has(subject: number): boolean | undefined {
    const last = this.last[subject]
    return last === undefined ? undefined : last >= this.kept - this.capacity
  }

  /** The facts of a subject; undefined where there are none. */
  find(place: number, subject: number): unknown {
    return (this.facts[place] as unknown[])[subject]
  }

  keep(place: number, subject: number, facts: unknown): void {
    const at = this.kept % this.capacity
    this.last[subject] = this.kept
    if (this.kept >= this.capacity) this.forgetUnlessNewer(this.subjects[at] as number)
    this.subjects[at] = subject
    ;(this.facts[place] as unknown[])[subject] = facts
    this.kept++
  }

  private forgetUnlessNewer(subject: number): void {
    if (this.last[subject] !== this.kept - this.capacity) return
    for (const facts of this.facts) if (facts[subject] !== undefined) facts[subject] = undefined
  }
}
