/**
 * What was kept lately, by number; the rest is forgotten, so that it needs the same room however
 * much there is. It stands in two generations: when the younger is full, the older is forgotten.
 */
export class Recent<Kept> {
  private younger = new Map<number, Kept>()
  private older = new Map<number, Kept>()
  /** What was found last, which is most often asked for again. */
  private last: Kept | undefined
  private numberOfLast = -1

  /** @param least so many at least are remembered, those kept last, and at most twice as many. */
  constructor(private readonly least: number) {}

  /** What is found counts as kept again. */
  find(number: number): Kept | undefined {
    if (number === this.numberOfLast) return this.last
    const young = this.younger.get(number)
    const found = young ?? this.older.get(number)
    if (found === undefined) return undefined
    if (young === undefined) this.keep(number, found)
    this.last = found
    this.numberOfLast = number
    return found
  }

  keep(number: number, kept: Kept): void {
    this.younger.set(number, kept)
    this.numberOfLast = -1
    if (this.younger.size < this.least) return
    this.older = this.younger
    this.younger = new Map()
  }
}
