/**
 * Small whole numbers for names, given in the order in which the names first come.
 */
export class Numbering<Name extends string> {
  private names: Name[] | undefined
  private readonly numbers = new Map<Name, number>()
  /** The name asked for last, which is most often asked for again. */
  private last: Name | undefined
  private numberOfLast: number | undefined

  /**
   * @param earlier names numbered before, read when one of them is first asked for.
   * @param count how many those are.
   */
  constructor(
    private readonly earlier: () => readonly Name[] = () => [],
    private readonly count = 0,
  ) {}

  /** How many names there are. */
  get size(): number {
    return this.names?.length ?? this.count
  }

  numberOf(name: Name): number {
    const known = this.find(name)
    if (known !== undefined) return known
    const number = this.list().push(name) - 1
    this.numbers.set(name, number)
    this.numberOfLast = number
    return number
  }

  /** The number of a name that has come; undefined where it has not. */
  find(name: Name): number | undefined {
    if (this.names === undefined) this.list()
    if (name !== this.last) {
      this.last = name
      this.numberOfLast = this.numbers.get(name)
    }
    return this.numberOfLast
  }

  /** Every name, by its number. */
  all(): readonly Name[] {
    return this.list()
  }

  nameOf(number: number): Name {
    return this.list()[number] as Name
  }

  private list(): Name[] {
    if (this.names === undefined) {
      this.names = [...this.earlier()]
      this.names.forEach((name, number) => {
        this.numbers.set(name, number)
      })
    }
    return this.names
  }
}
