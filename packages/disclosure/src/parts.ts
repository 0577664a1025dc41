/**
 * Parts of a table that have nothing to do with each other: no sum counts unknowns of two of them.
 */
import type { Form } from './form.js'

/** Joins unknowns that count in one sum. */
export class Parts {
  private readonly above: number[]

  constructor(unknowns: number) {
    this.above = Array.from({ length: unknowns }, (_, i) => i)
  }

  /** The unknowns of a sum belong together. */
  join(form: Form): void {
    const [first, ...rest] = form.keys()
    if (first === undefined) return
    for (const unknown of rest) this.above[this.of(unknown)] = this.of(first)
  }

  /** The part of an unknown. */
  of(unknown: number): number {
    let part = unknown
    while (this.above[part] !== part) {
      this.above[part] = this.above[this.above[part] as number] as number
      part = this.above[part] as number
    }
    return part
  }

  /** The part of a sum; undefined for the empty one. */
  ofForm(form: Form): number | undefined {
    const [first] = form.keys()
    return first === undefined ? undefined : this.of(first)
  }
}
