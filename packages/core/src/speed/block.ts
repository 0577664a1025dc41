/**
 * Points of one measure in typed columns, in the order of their positions; a block is full at
 * 4,096 points, and never changes after that.
 */
import { kept, noSums, type Summing, type Sums, sumAt } from './sums.js'

/** How many points a full block has. */
export const blockLength = 4096

/** The first so many points of a block, and twice, three times as many, are summed together. */
const partLength = 128

/** Most changes are 1 or -1: a column is as narrow as its widest change allows. */
export type ChangeColumn = Int8Array | Int32Array | Float64Array

/** Told of each point. */
export type VisitPoint = (position: number, day: number, change: number, subject: number) => void

/** By the number of a subject: 0 leaves it out. */
export type SubjectMask = ArrayLike<number>

/** Which points are counted, and how often: those of the days from the first to the last. */
export interface Counting {
  readonly first: number
  readonly last: number
  readonly times: number
  readonly mask?: SubjectMask | undefined
}

/** Columns of points. */
export class Block {
  length = 0
  positions: Uint32Array
  days: Int32Array
  changes: ChangeColumn
  subjects: Uint32Array
  /** The sums of its first parts, one part and more, made when they are first asked for. */
  private readonly parts: Sums[] = [noSums]

  /** @param capacity how many points there is room for before the columns grow. */
  constructor(capacity = 8) {
    this.positions = new Uint32Array(capacity)
    this.days = new Int32Array(capacity)
    this.changes = new Int8Array(capacity)
    this.subjects = new Uint32Array(capacity)
  }

  /** A block of points that are in columns already. */
  static of(columns: Pick<Block, 'positions' | 'days' | 'changes' | 'subjects'>): Block {
    const block = new Block(0)
    block.positions = columns.positions
    block.days = columns.days
    block.changes = columns.changes
    block.subjects = columns.subjects
    block.length = columns.positions.length
    return block
  }

  add(position: number, day: number, change: number, subject: number): void {
    const i = this.length
    if (i === this.positions.length) this.grow()
    this.positions[i] = position
    this.days[i] = day
    this.changes[i] = change
    if (this.changes[i] !== change) this.widen(change)[i] = change
    this.subjects[i] = subject
    this.length = i + 1
  }

  /** How many of its points come from the first `size` records. */
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

  /** The sum of the first `count` points with `day` or before. */
  sum(day: number, count: number): number {
    const { days, changes } = this
    const parts = Math.floor(count / partLength)
    // For one sum alone, the sums of parts are not worth making.
    const known = this.parts[parts]
    let sum = known ? sumAt(known, day) : 0
    for (let i = known ? parts * partLength : 0; i < count; i++) {
      if ((days[i] as number) <= day) sum += changes[i] as number
    }
    return sum
  }

  /** The first `count` points as sums: those of whole parts, and those of the rest. */
  known(count: number, summing: Summing): { readonly parts: Sums; readonly rest: Sums } {
    const parts = Math.floor(count / partLength)
    const rest = summing.sumsOf(this.days, this.changes, parts * partLength, count)
    return { parts: this.sumsOfParts(parts, summing), rest }
  }

  /** All its points as sums; nothing is kept for later. */
  total(summing: Summing): Sums {
    return summing.sumsOf(this.days, this.changes, 0, this.length)
  }

  /** Each of some points of the subjects that a mask does not leave out. */
  visit(from: number, to: number, visit: VisitPoint, mask?: SubjectMask): void {
    const { positions, days, changes, subjects } = this
    for (let i = from; i < to; i++) {
      const subject = subjects[i] as number
      if (mask !== undefined && mask[subject] === 0) continue
      visit(positions[i] as number, days[i] as number, changes[i] as number, subject)
    }
  }

  /** Adds to what each subject counts for, by its number, some of the first `count` points. */
  countBySubject(
    counts: Float64Array,
    count: number,
    { first, last, times, mask }: Counting,
  ): void {
    const { days, changes, subjects } = this
    for (let i = 0; i < count; i++) {
      const day = days[i] as number
      if (day < first || day > last) continue
      const subject = subjects[i] as number
      if (mask !== undefined && mask[subject] === 0) continue
      counts[subject] = (counts[subject] as number) + (changes[i] as number) * times
    }
  }

  private sumsOfParts(parts: number, summing: Summing): Sums {
    const known = this.parts[parts]
    if (known) return known
    const sums = kept(summing.sumsOf(this.days, this.changes, 0, parts * partLength))
    this.parts[parts] = sums
    return sums
  }

  private grow(): void {
    const capacity = Math.min(Math.max(8, this.positions.length * 2), blockLength)
    this.positions = enlarged(this.positions, new Uint32Array(capacity))
    this.days = enlarged(this.days, new Int32Array(capacity))
    this.changes = enlarged(this.changes, emptyLike(this.changes, capacity))
    this.subjects = enlarged(this.subjects, new Uint32Array(capacity))
  }

  private widen(change: number): ChangeColumn {
    const capacity = this.positions.length
    const isWhole32 = (change | 0) === change && !(this.changes instanceof Float64Array)
    const wider = isWhole32 ? new Int32Array(capacity) : new Float64Array(capacity)
    this.changes = enlarged<ChangeColumn>(this.changes, wider)
    return this.changes
  }
}

const emptyLike = (column: ChangeColumn, capacity: number): ChangeColumn => {
  if (column instanceof Int8Array) return new Int8Array(capacity)
  return column instanceof Int32Array ? new Int32Array(capacity) : new Float64Array(capacity)
}

const enlarged = <Column extends { set: (from: Column) => void }>(
  from: Column,
  to: Column,
): Column => {
  to.set(from)
  return to
}
