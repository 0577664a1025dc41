/**
 * The content of an OpenDocument spreadsheet: its sheets, and the ranges that are tables.
 */
import { inWords } from '../../model/in-words.js'
import { type ColumnKind, isFigureKind } from '../../model/table.js'
import { element, type Xml } from '../../model/xml.js'
import { columnLetters } from '../column-letters.js'
import { quoted } from '../sheet-names.js'
import { widthsOf } from '../widths.js'
import type { Line, Sheet, SheetCell, SheetTable } from '../workbook.js'
import { contentStyles, headingStyle, namespaces, styleOfDecimals, widthStyle } from './styles.js'

/** The content of the file. */
export const contentPart = (sheets: readonly Sheet[]): Xml =>
  element(
    'office:document-content',
    namespaces,
    element('office:automatic-styles', {}, ...contentStyles(sheets.flatMap(widthsOf))),
    element(
      'office:body',
      {},
      element(
        'office:spreadsheet',
        {},
        ...sheets.map(sheetPart),
        element('table:database-ranges', {}, ...sheets.flatMap(range)),
      ),
    ),
  )

const sheetPart = (sheet: Sheet): Xml =>
  element(
    'table:table',
    { 'table:name': sheet.name, 'table:style-name': 'sheet' },
    ...widthsOf(sheet).map((width) =>
      element('table:table-column', { 'table:style-name': widthStyle(width) }),
    ),
    ...sheet.lines.map((line) => rowOf([lineCell(line, sheet.table === undefined)])),
    ...(sheet.table === undefined ? [] : tableRows(sheet.table)),
  )

const rowOf = (cells: readonly Xml[]): Xml =>
  element('table:table-row', { 'table:style-name': 'row' }, ...cells)

const lineCell = ({ text, style }: Line, isCover: boolean): Xml =>
  textCell(text, style === 'plain' ? (isCover ? 'words' : 'plain') : style)

const tableRows = ({ headings, kinds, rows, decimals }: SheetTable): readonly Xml[] => [
  element(
    'table:table-header-rows',
    {},
    rowOf(headings.map((heading, i) => textCell(heading, headingStyle(kinds[i] ?? 'text')))),
  ),
  ...rows.map((row) =>
    rowOf(row.map((cell, i) => bodyCell(cell, kinds[i] ?? 'text', decimals[i] ?? 0))),
  ),
]

const textCell = (text: string, style: string): Xml =>
  valueCell({ 'office:value-type': 'string' }, text, style)

const valueCell = (value: Readonly<Record<string, string>>, text: string, style: string): Xml =>
  element('table:table-cell', { 'table:style-name': style, ...value }, element('text:p', {}, text))

const bodyCell = (cell: SheetCell, kind: ColumnKind, decimals: number): Xml => {
  switch (cell._tag) {
    case 'Link':
      return link(cell.sheet)
    case 'Raw':
    case 'Published':
      return valueCell(
        { 'office:value-type': 'float', 'office:value': cell.value },
        inWords(cell, decimals),
        styleOfDecimals(decimals),
      )
    case 'Day':
      return valueCell(
        { 'office:value-type': 'date', 'office:date-value': cell.on },
        inWords(cell),
        'date',
      )
    default:
      return textCell(inWords(cell), isFigureKind(kind) ? 'shorthand' : 'words')
  }
}

const link = (sheet: string): Xml =>
  element(
    'table:table-cell',
    { 'table:style-name': 'link', 'office:value-type': 'string' },
    element(
      'text:p',
      {},
      element('text:a', { 'xlink:type': 'simple', 'xlink:href': `#${quoted(sheet)}.A1` }, sheet),
    ),
  )

/** The range of the table of a sheet, by which programs and screen readers find it. */
const range = ({ name, lines, table }: Sheet): readonly Xml[] => {
  if (table === undefined) return []
  const top = lines.length + 1
  const from = `${quoted(name)}.A${top}`
  const to = `${quoted(name)}.${columnLetters(table.headings.length - 1)}${top + table.rows.length}`
  return [
    element('table:database-range', {
      'table:name': table.name,
      'table:target-range-address': `${from}:${to}`,
      'table:contains-header': 'true',
      'table:display-filter-buttons': 'false',
    }),
  ]
}
