/**
 * Sections as text for a terminal.
 */
import Table from 'cli-table3'
import type { Cell, Section } from './section.js'

/** The sections, one under the other; a section without rows says so. */
export const sectionsText = (
  sections: readonly Section[],
  bold: (text: string) => string,
): string => sections.map((each) => `${sectionText(each, bold)}\n`).join('\n')

const sectionText = (each: Section, bold: (text: string) => string): string => {
  if (each.rows.length === 0) return `${bold(each.title)}\n  nothing on record\n`
  const table = new Table({
    head: each.headings.map((heading) => bold(heading)),
    colAligns: each.headings.map((_, i) => (i < each.names ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  })
  table.push(...each.rows.map((row) => row.map(cellText)))
  return `${bold(each.title)}\n${table.toString()}\n`
}

/** `x` stands for a figure that there is not: the symbol of the Department for Education. */
const cellText = (cell: Cell): string => {
  if (cell === null) return 'x'
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  // What is on record must not steer the terminal that shows it.
  return typeof cell === 'number' ? grouped(cell) : cell.replace(/[^\P{C}\n]/gu, ' ')
}

/** Digits in groups of three, as in 2,742, whatever the language of the machine. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
