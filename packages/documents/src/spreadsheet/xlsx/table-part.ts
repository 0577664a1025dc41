/**
 * The mark that makes a table of cells, so that screen readers and programs find it.
 */
import { element, type Xml } from '../../model/xml.js'
import { columnLetters } from '../column-letters.js'
import type { SheetTable } from '../workbook.js'
import { literal } from './shared-strings.js'

/** The table part of a sheet whose table stands under so many lines. */
export const tablePart = (table: SheetTable, id: number, lines: number): Xml =>
  element(
    'table',
    {
      xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      id,
      name: table.name,
      displayName: table.name,
      ref: `A${lines + 1}:${columnLetters(table.headings.length - 1)}${lines + 1 + table.rows.length}`,
      totalsRowShown: 0,
    },
    element(
      'tableColumns',
      { count: table.headings.length },
      ...table.headings.map((name, i) =>
        element('tableColumn', { id: i + 1, name: literal(name) }),
      ),
    ),
    element('tableStyleInfo', {
      showFirstColumn: 0,
      showLastColumn: 0,
      showRowStripes: 0,
      showColumnStripes: 0,
    }),
  )
