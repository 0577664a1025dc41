/**
 * Small whole numbers for names, given in the order in which the names first come.
 */
export class Numbering<Name extends string> {
  private names: Name[] | undefined
  private readonly numbers = new Map<Name, number>()

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
    const names = this.names ?? this.list()
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const number = names.push(name) - 1
    this.numbers.set(name, number)
    return number
  }

  /** The number of a name that has come; undefined where it has not. */
  find(name: Name): number | undefined {
    if (this.names === undefined) this.list()
    return this.numbers.get(name)
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
