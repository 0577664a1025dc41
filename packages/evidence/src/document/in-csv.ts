/**
 * Tables as CSV, for machines: names as headings, dates and months as ISO writes them.
 */
import { stringify } from 'csv-stringify/sync'
import { type Cell, shorthandOf } from './cell.js'
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
      return harmless(plainText(cell.text))
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

/** A spreadsheet must not take words for a formula. Source: OWASP, CSV injection. */
const harmless = (text: string): string =>
  /^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text
