/**
 * How cells look in an Excel workbook: Arial, bold only in titles and headings, no colours.
 */
import { type ColumnKind, isFigureKind } from '../../model/table.js'
import { element, type Xml } from '../../model/xml.js'

/** The looks of a cell by their numbers, which are their places in `looks`. */
export const style = {
  plain: 0,
  title: 1,
  heading: 2,
  columnOfFigures: 3,
  shorthand: 4,
  columnOfWords: 5,
  words: 6,
  date: 7,
  link: 8,
} as const

const mostDecimals = 3
const firstOfDecimals = 9
const firstBeside = firstOfDecimals + mostDecimals + 1

/** The look of a figure shown with so many decimals. */
export const styleOfDecimals = (decimals: number): number =>
  firstOfDecimals + Math.min(decimals, mostDecimals)

/** The look of the heading of a column. */
export const headingStyle = (kind: ColumnKind): number =>
  isFigureKind(kind) ? style.columnOfFigures : style.columnOfWords

/** The same look in a column counted from 0: words keep off the figures of the column before. */
export const besideOthers = (look: number, column: number): number =>
  column > 0 && look >= style.columnOfWords && look <= style.link
    ? firstBeside + look - style.columnOfWords
    : look

interface Look {
  readonly font?: number
  readonly format?: number
  readonly horizontal?: 'left' | 'right'
  readonly vertical?: 'top' | 'bottom'
  readonly wraps?: boolean
  readonly indent?: number
}

const dateFormat = 164
const decimalFormat = (decimals: number): number => dateFormat + 1 + decimals

const decimals = Array.from({ length: mostDecimals + 1 }, (_, i) => i)

const ofWords: readonly Look[] = [
  { font: 3, horizontal: 'left', wraps: true },
  { horizontal: 'left', wraps: true },
  { format: dateFormat, horizontal: 'left' },
  { font: 4, horizontal: 'left', wraps: true },
]

const looks: readonly Look[] = [
  {},
  { font: 1, vertical: 'bottom' },
  { font: 2, vertical: 'bottom' },
  { font: 3, horizontal: 'right', wraps: true },
  { horizontal: 'right' },
  ...ofWords,
  ...decimals.map((n): Look => ({ format: decimalFormat(n), horizontal: 'right' })),
  ...ofWords.map((look): Look => ({ ...look, indent: 1 })),
]

const font = (size: number, ...marks: readonly Xml[]): Xml =>
  element(
    'font',
    {},
    ...marks,
    element('sz', { val: size }),
    element('name', { val: 'Arial' }),
    element('family', { val: 2 }),
  )

const bold = element('b')

const alignment = ({ horizontal, vertical = 'top', wraps, indent }: Look): Xml =>
  element('alignment', { horizontal, vertical, wrapText: wraps ? 1 : undefined, indent })

/** The part that holds the looks. */
export const stylesPart: Xml = element(
  'styleSheet',
  { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
  element(
    'numFmts',
    { count: decimals.length + 1 },
    element('numFmt', { numFmtId: dateFormat, formatCode: 'd mmmm yyyy' }),
    ...decimals.map((n) =>
      element('numFmt', {
        numFmtId: decimalFormat(n),
        formatCode: n === 0 ? '#,##0' : `#,##0.${'0'.repeat(n)}`,
      }),
    ),
  ),
  element(
    'fonts',
    { count: 5 },
    font(11),
    font(16, bold),
    font(13, bold),
    font(11, bold),
    font(11, element('u')),
  ),
  element(
    'fills',
    { count: 2 },
    element('fill', {}, element('patternFill', { patternType: 'none' })),
    element('fill', {}, element('patternFill', { patternType: 'gray125' })),
  ),
  element(
    'borders',
    { count: 1 },
    element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((s) => element(s))),
  ),
  element(
    'cellStyleXfs',
    { count: 1 },
    element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
  ),
  element(
    'cellXfs',
    { count: looks.length },
    ...looks.map((look) =>
      element(
        'xf',
        {
          numFmtId: look.format ?? 0,
          fontId: look.font ?? 0,
          fillId: 0,
          borderId: 0,
          xfId: 0,
          applyNumberFormat: look.format === undefined ? undefined : 1,
          applyFont: look.font === undefined ? undefined : 1,
          applyAlignment: 1,
        },
        alignment(look),
      ),
    ),
  ),
  element(
    'cellStyles',
    { count: 1 },
    element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
  ),
)
