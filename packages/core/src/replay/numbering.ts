/**
 * Small whole numbers for names, given in the order in which the names first come.
 */
export class Numbering<Name extends string> {
  private readonly numbers = new Map<Name, number>()
  private readonly names: Name[] = []

  numberOf(name: Name): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const number = this.names.push(name) - 1
    this.numbers.set(name, number)
    return number
  }

  /** The number of a name that has come; undefined where it has not. */
  find(name: Name): number | undefined {
    return this.numbers.get(name)
  }

  /** Every name, by its number. */
  all(): readonly Name[] {
    return this.names
  }

  nameOf(number: number): Name {
    return this.names[number] as Name
  }
}
