/**
 * Sections as lines for a terminal.
 */
import type { Line } from '../printed.js'
import type { Cell, Section } from './section.js'
import { tableLines } from './table-lines.js'

/** The sections, one under the other; a section without rows says so. */
export const sectionsText = (sections: readonly Section[]): readonly Line[] =>
  sections.flatMap((each, i) => [...(i === 0 ? [] : ['']), ...sectionLines(each), ''])

const sectionLines = ({ title, headings, rows, names, says = [] }: Section): readonly Line[] =>
  rows.length === 0
    ? [{ bold: title }, '  nothing on record']
    : [
        { bold: title },
        ...says,
        ...tableLines({
          headings: headings.map((heading) => heading.split('\n')),
          rows: rows.map((row) => row.map(cellLines)),
          names,
        }),
      ]

/** `x` stands for a figure that there is not: the symbol of the Department for Education. */
const cellLines = (cell: Cell): readonly string[] => {
  if (cell === null) return ['x']
  if (typeof cell === 'boolean') return [cell ? 'yes' : 'no']
  if (typeof cell === 'number') return [grouped(cell)]
  return typeof cell === 'string' ? [cell] : cell
}

/** Digits in groups of three, as in 2,742, whatever the language of the machine. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
