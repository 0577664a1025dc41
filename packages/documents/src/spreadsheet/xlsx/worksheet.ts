/**
 * A sheet of an Excel workbook.
 */
import { inWords } from '../../model/in-words.js'
import { type ColumnKind, isFigureKind } from '../../model/table.js'
import { element, type Xml } from '../../model/xml.js'
import { columnLetters } from '../column-letters.js'
import { quoted } from '../sheet-names.js'
import { linesOfCover, linesOfRows, widthsOf } from '../widths.js'
import type { Line, Sheet, SheetCell, SheetTable } from '../workbook.js'
import type { SharedStrings } from './shared-strings.js'
import { besideOthers, headingStyle, style, styleOfDecimals } from './styles.js'

/** A worksheet; the first one is shown when the file is opened. */
export const worksheetPart = (sheet: Sheet, isFirst: boolean, strings: SharedStrings): Xml => {
  const { lines, table } = sheet
  const isCover = table === undefined
  const rows = [
    ...lines.map((line) => [lineCell(line, isCover)]),
    ...(table === undefined ? [] : [headings(table), ...bodyRows(table)]),
  ]
  const heights = [...lines.map((line) => heightOfLine(line, isCover)), ...heightsOf(sheet)]
  return element(
    'worksheet',
    {
      xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element(
      'sheetViews',
      {},
      element('sheetView', { tabSelected: isFirst ? 1 : undefined, workbookViewId: 0 }),
    ),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element('cols', {}, ...widthsOf(sheet).map(column)),
    element(
      'sheetData',
      {},
      ...rows.map((row, y) =>
        element(
          'row',
          { r: y + 1, ...heightOf(heights[y]) },
          ...row.map((cell, x) => written(cell, x, y + 1, strings)),
        ),
      ),
    ),
    ...links(sheet),
    element('pageMargins', {
      left: 0.5,
      right: 0.5,
      top: 0.6,
      bottom: 0.6,
      header: 0.3,
      footer: 0.3,
    }),
    element('pageSetup', { paperSize: 9, orientation: 'landscape', fitToHeight: 0 }),
    ...(isCover
      ? []
      : [element('tableParts', { count: 1 }, element('tablePart', { 'r:id': 'rId1' }))]),
  )
}

/** A cell ready to be written: a number as it is, or a text. */
interface Written {
  readonly style: number
  readonly number?: string
  readonly text?: string
}

/** The height of a line of text. Unit: points. */
const lineHeight = 15

const heightOfLine = (line: Line, isCover: boolean): number =>
  line.style === 'plain' ? lineHeight * (isCover ? linesOfCover(line) : 1) : 24

const heightsOf = (sheet: Sheet): readonly number[] =>
  linesOfRows(sheet).map((count) => count * lineHeight)

const heightOf = (height = lineHeight) =>
  height === lineHeight ? {} : { ht: height, customHeight: 1 }

const column = (width: number, i: number): Xml =>
  element('col', { min: i + 1, max: i + 1, width, customWidth: 1 })

const lineCell = ({ text, style: look }: Line, isCover: boolean): Written => ({
  text,
  style: look === 'plain' ? (isCover ? style.words : style.plain) : style[look],
})

const headings = (table: SheetTable): readonly Written[] =>
  table.headings.map((text, i) => ({ text, style: headingStyle(table.kinds[i] ?? 'text') }))

const bodyRows = ({ rows, kinds, decimals }: SheetTable): readonly (readonly Written[])[] =>
  rows.map((row) => row.map((cell, i) => bodyCell(cell, kinds[i] ?? 'text', decimals[i] ?? 0)))

const bodyCell = (cell: SheetCell, kind: ColumnKind, decimals: number): Written => {
  switch (cell._tag) {
    case 'Link':
      return { text: cell.sheet, style: style.link }
    case 'Raw':
    case 'Published':
      return { number: cell.value, style: styleOfDecimals(decimals) }
    case 'Day':
      return { number: serialOf(cell.on), style: style.date }
    default:
      return {
        text: inWords(cell),
        style: isFigureKind(kind) ? style.shorthand : style.words,
      }
  }
}

/** Days since 30 December 1899, which is how Excel keeps a date. */
const serialOf = (on: string): string => String(Date.parse(`${on}T00:00:00Z`) / 86_400_000 + 25_569)

const written = (cell: Written, x: number, row: number, strings: SharedStrings): Xml => {
  const place = { r: `${columnLetters(x)}${row}`, s: besideOthers(cell.style, x) }
  return cell.number === undefined
    ? element('c', { ...place, t: 's' }, element('v', {}, `${strings.numberOf(cell.text ?? '')}`))
    : element('c', place, element('v', {}, cell.number))
}

const links = ({ lines, table }: Sheet): readonly Xml[] => {
  const found = (table?.rows ?? []).flatMap((row, y) =>
    row.flatMap((cell, x) =>
      cell._tag === 'Link'
        ? [
            element('hyperlink', {
              ref: `${columnLetters(x)}${lines.length + y + 2}`,
              location: `${quoted(cell.sheet)}!A1`,
              display: cell.sheet,
            }),
          ]
        : [],
    ),
  )
  return found.length === 0 ? [] : [element('hyperlinks', {}, ...found)]
}
