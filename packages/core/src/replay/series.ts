/**
 * The points of one measure in typed columns, in the order of their positions, with a checkpoint
 * of sums every few thousand points: a question costs one checkpoint and a short scan, however
 * many points there are.
 */

/** How many points lie between two checkpoints. */
const checkpointEvery = 4096

/** Sums of all points up to a place in the columns: at `days[i]` and after, `sums[i]`. */
interface Checkpoint {
  /** Days on which the measure changes, ascending. */
  readonly days: Int32Array
  /** The measure as at that day. */
  readonly sums: Float64Array
}

/** A measure that has no points. */
export const noSeries: KnownSeries = { days: new Int32Array(0), sums: new Float64Array(0) }

/** A measure as known at one size, for many questions: where it changes, and its sums. */
export interface KnownSeries {
  readonly days: Int32Array
  readonly sums: Float64Array
}

/** The points of one measure. */
export class Series {
  length = 0
  private positions = new Uint32Array(8)
  private days = new Int32Array(8)
  private changes = new Float64Array(8)
  private subjects = new Uint32Array(8)
  private readonly checkpoints: Checkpoint[] = []

  /** Adds a point; positions must not run backwards. */
  add(position: number, day: number, change: number, subject: number): void {
    const i = this.length
    if (i > 0 && position < (this.positions[i - 1] as number)) {
      throw new Error(`points must come by position: ${position} after ${this.positions[i - 1]}`)
    }
    if (i === this.positions.length) this.grow()
    this.positions[i] = position
    this.days[i] = day
    this.changes[i] = change
    this.subjects[i] = subject
    this.length = i + 1
    if (this.length % checkpointEvery === 0) this.checkpoint()
  }

  position(i: number): number {
    return this.positions[i] as number
  }

  day(i: number): number {
    return this.days[i] as number
  }

  change(i: number): number {
    return this.changes[i] as number
  }

  subject(i: number): number {
    return this.subjects[i] as number
  }

  /** How many points come from the first `size` records. */
  countKnownAt(size: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.positions[middle] as number) < size) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The sum of the points with `day` or before, of the first `size` records. */
  sum(day: number, size: number): number {
    const count = this.countKnownAt(size)
    const full = Math.floor(count / checkpointEvery)
    let sum = full === 0 ? 0 : sumAt(this.checkpoints[full - 1] as Checkpoint, day)
    const { days, changes } = this
    for (let i = full * checkpointEvery; i < count; i++) {
      if ((days[i] as number) <= day) sum += changes[i] as number
    }
    return sum
  }

  /** The measure as known at the first `size` records; of these subjects only, where told. */
  knownAt(size: number, subjects?: ReadonlySet<number>): KnownSeries {
    if (subjects) return this.extended(noSeries, 0, this.countKnownAt(size), subjects)
    const count = this.countKnownAt(size)
    const full = Math.floor(count / checkpointEvery)
    const base = full === 0 ? noSeries : (this.checkpoints[full - 1] as Checkpoint)
    return this.extended(base, full * checkpointEvery, count)
  }

  private grow(): void {
    const capacity = this.positions.length * 2
    this.positions = enlarged(this.positions, new Uint32Array(capacity))
    this.days = enlarged(this.days, new Int32Array(capacity))
    this.changes = enlarged(this.changes, new Float64Array(capacity))
    this.subjects = enlarged(this.subjects, new Uint32Array(capacity))
  }

  private checkpoint(): void {
    const base = this.checkpoints.at(-1) ?? noSeries
    this.checkpoints.push(this.extended(base, this.length - checkpointEvery, this.length))
  }

  /** A checkpoint with the points `from` to `to` (not included) put in. */
  private extended(
    base: Checkpoint,
    from: number,
    to: number,
    subjects?: ReadonlySet<number>,
  ): Checkpoint {
    if (from === to) return base
    const net = new Map<number, number>()
    for (let i = from; i < to; i++) {
      if (subjects && !subjects.has(this.subjects[i] as number)) continue
      const day = this.days[i] as number
      net.set(day, (net.get(day) ?? 0) + (this.changes[i] as number))
    }
    const added = Int32Array.from(net.keys()).sort()
    const days = new Int32Array(base.days.length + added.length)
    const sums = new Float64Array(days.length)
    let length = 0
    let sum = 0
    for (let b = 0, a = 0; b < base.days.length || a < added.length; ) {
      const day = Math.min(base.days[b] ?? Infinity, added[a] ?? Infinity)
      const before = b === 0 ? 0 : (base.sums[b - 1] as number)
      if (base.days[b] === day) sum += (base.sums[b++] as number) - before
      if (added[a] === day) {
        sum += net.get(day) as number
        a++
      }
      days[length] = day
      sums[length++] = sum
    }
    return { days: days.slice(0, length), sums: sums.slice(0, length) }
  }
}

/** The sum at a day: that of the last day of change not after it. */
export const sumAt = ({ days, sums }: KnownSeries, day: number): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : (sums[low - 1] as number)
}

const enlarged = <Column extends { set: (from: Column) => void }>(
  from: Column,
  to: Column,
): Column => {
  to.set(from)
  return to
}
