/**
 * Tables as CSV, for machines: names as headings, dates and months as ISO writes them.
 */
import { stringify } from 'csv-stringify/sync'
import { type Cell, shorthandOf } from './cell.js'
import { noFormula } from './no-formula.js'
import { plainText } from './plain-text.js'
import type { Table } from './table.js'

/** The CSV of a table. Source: RFC 4180, with line feeds, in UTF-8 without a mark. */
export const csvText = ({ columns, rows }: Table): string =>
  stringify(
    rows.map((row) => row.map(inCsv)),
    { header: true, columns: columns.map(({ name }) => name) },
  )

const inCsv = (cell: Cell): string => {
  switch (cell._tag) {
    case 'Raw':
    case 'Published':
      return cell.value
    case 'Words':
      return noFormula(plainText(cell.text))
    case 'Day':
      return cell.on
    case 'CalendarMonth':
      return cell.month
    case 'YesNo':
      return String(cell.yes)
    default:
      return shorthandOf(cell) ?? ''
  }
}
