/**
 * The points of one measure, block by block, with the sums of all points up to the end of each
 * block: a question costs one set of sums and a short scan, however many points there are.
 */
import { Block, blockLength, type Counting, type SubjectMask, type VisitPoint } from './block.js'
import { KnownSeries } from './known-series.js'
import { addSums, type KeptSums, noSums, type Summing, sumAt } from './sums.js'

/** A full block, at hand or where it can be read from. */
export interface FullBlock {
  /** Position of its first point. */
  readonly first: number
  readonly block: () => Block
  /** The sums of all points of the measure up to the end of the block. */
  readonly sums: () => KeptSums
}

/** The points of one measure. */
export class Series {
  private last = -1
  private filling: Block | undefined

  /**
   * @param summing what makes its sums; all measures of one set of points may share it.
   * @param full the full blocks, from the first on.
   * @param kept the one being filled, read when it is first asked for.
   */
  constructor(
    private readonly summing: Summing,
    private readonly full: FullBlock[] = [],
    private readonly kept: () => Block = () => new Block(),
  ) {}

  /** The block being filled. */
  private get open(): Block {
    this.filling ??= this.kept()
    return this.filling
  }

  get length(): number {
    return this.full.length * blockLength + this.open.length
  }

  /** Every block, the last of them not full. */
  blocks(): { readonly full: readonly FullBlock[]; readonly open: Block } {
    return { full: this.full, open: this.open }
  }

  /** Adds a point; positions must not run backwards. */
  add(position: number, day: number, change: number, subject: number): void {
    if (position < this.last) {
      throw new Error(`points must come by position: ${position} after ${this.last}`)
    }
    this.last = position
    this.open.add(position, day, change, subject)
    if (this.open.length === blockLength) this.seal()
  }

  /** How many points come from the first `size` records. */
  countKnownAt(size: number): number {
    const at = this.blockKnownAt(size)
    return at * blockLength + this.block(at).countKnownAt(size)
  }

  /** The sum of the points with `day` or before, of the first `size` records. */
  sum(day: number, size: number): number {
    const at = this.blockKnownAt(size)
    const block = this.block(at)
    return sumAt(this.sumsBefore(at), day) + block.sum(day, block.countKnownAt(size))
  }

  /** The measure as known at the first `size` records. */
  knownAt(size: number): KnownSeries {
    const at = this.blockKnownAt(size)
    const block = this.block(at)
    const { parts, rest } = block.known(block.countKnownAt(size), this.summing)
    return new KnownSeries(this.sumsBefore(at), parts, rest)
  }

  /** The measure as known at the first `size` records, of some subjects only. */
  knownAmong(size: number, mask: SubjectMask): KnownSeries {
    const days: number[] = []
    const changes: number[] = []
    const take: VisitPoint = (_, day, change) => {
      changes[days.push(day) - 1] = change
    }
    this.visit(0, size, take, mask)
    return new KnownSeries(this.summing.sumsOf(days, changes, 0, days.length))
  }

  /** Each point of the records from position `from` to the first `size`, in recorded order. */
  visit(from: number, size: number, visit: VisitPoint, mask?: SubjectMask): void {
    const last = this.blockKnownAt(size)
    for (let at = this.blockKnownAt(from); at <= last; at++) {
      const block = this.block(at)
      block.visit(block.countKnownAt(from), block.countKnownAt(size), visit, mask)
    }
  }

  /** Adds to what each subject counts for, by its number, some points of the first `size` records. */
  countBySubject(counts: Float64Array, size: number, counting: Counting): void {
    const last = this.blockKnownAt(size)
    for (let at = 0; at <= last; at++) {
      const block = this.block(at)
      const count = at < last ? block.length : block.countKnownAt(size)
      block.countBySubject(counts, count, counting)
    }
  }

  /** The last block that has a point of the first `size` records, or the first block. */
  private blockKnownAt(size: number): number {
    const { full, open } = this
    if (open.length > 0 && (open.positions[0] as number) < size) return full.length
    let low = 0
    let high = full.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((full[middle] as FullBlock).first < size) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  private block(at: number): Block {
    return this.full[at]?.block() ?? this.open
  }

  private sumsBefore(at: number): KeptSums {
    return this.full[at - 1]?.sums() ?? noSums
  }

  private seal(): void {
    const block = this.open
    const sums = addSums(this.sumsBefore(this.full.length), block.total(this.summing))
    const first = block.positions[0] as number
    this.full.push({ first, block: () => block, sums: () => sums })
    this.filling = new Block(blockLength)
  }
}
