/**
 * A part of an answer laid out for people: a titled table.
 */

/** What stands in a cell; null where there is no such figure; a list is of lines. */
export type Cell = string | number | boolean | null | readonly string[]

/** A titled table. */
export interface Section {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many columns from the left are names, set to the left; the others are figures. */
  readonly names: number
  /** What is said above the table, a sentence or more each. */
  readonly says?: readonly string[]
}

/** A section; one column of names unless told. */
export const section = (
  title: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  names = 1,
): Section => ({ title, headings, rows, names })
