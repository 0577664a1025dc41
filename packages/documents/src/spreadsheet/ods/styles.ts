/**
 * How cells look in an OpenDocument spreadsheet: Arial, bold only in titles and headings.
 */
import { type ColumnKind, isFigureKind } from '../../model/table.js'
import { type Attributes, element, type Xml } from '../../model/xml.js'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

/** What the parts of the file are written in. */
export const namespaces: Attributes = {
  'xmlns:office': `${oasis}:office:1.0`,
  'xmlns:style': `${oasis}:style:1.0`,
  'xmlns:text': `${oasis}:text:1.0`,
  'xmlns:table': `${oasis}:table:1.0`,
  'xmlns:fo': `${oasis}:xsl-fo-compatible:1.0`,
  'xmlns:number': `${oasis}:datastyle:1.0`,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'office:version': '1.3',
}

const mostDecimals = 3

/** The look of a figure shown with so many decimals. */
export const styleOfDecimals = (decimals: number): string =>
  `figure${Math.min(decimals, mostDecimals)}`

/** The look of the heading of a column. */
export const headingStyle = (kind: ColumnKind): string =>
  isFigureKind(kind) ? 'columnOfFigures' : 'column'

/** The look of a column that is so wide. Unit: characters. */
export const widthStyle = (width: number): string => `width${Math.ceil(width)}`

/** Looks of cells, and of columns that are so wide. */
export const contentStyles = (widths: readonly number[]): readonly Xml[] => [
  ...numberFormats,
  style('sheet', 'table', { 'style:master-page-name': 'page' }),
  style(
    'row',
    'table-row',
    {},
    element('style:table-row-properties', { 'style:use-optimal-row-height': 'true' }),
  ),
  ...[...new Set(widths.map((width) => Math.ceil(width)))]
    .sort((a, b) => a - b)
    .map((width) =>
      style(
        widthStyle(width),
        'table-column',
        {},
        element('style:table-column-properties', { 'style:column-width': `${width * 2.3}mm` }),
      ),
    ),
  cell('plain', {}),
  cell('title', { size: 16, bold: true }),
  cell('heading', { size: 13, bold: true, above: '3mm' }),
  cell('column', { bold: true, wraps: true, align: 'start' }),
  cell('columnOfFigures', { bold: true, wraps: true, align: 'end' }),
  cell('words', { wraps: true, align: 'start' }),
  cell('link', { wraps: true, align: 'start' }),
  cell('shorthand', { align: 'end' }),
  cell('date', { align: 'start', format: 'dateFormat' }),
  ...decimals.map((n) => cell(styleOfDecimals(n), { align: 'end', format: `figureFormat${n}` })),
]

const decimals = Array.from({ length: mostDecimals + 1 }, (_, i) => i)

const style = (
  name: string,
  family: string,
  more: Attributes,
  ...properties: readonly Xml[]
): Xml =>
  element('style:style', { 'style:name': name, 'style:family': family, ...more }, ...properties)

interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly wraps?: boolean
  readonly align?: 'start' | 'end'
  readonly format?: string
  /** Room above the text. */
  readonly above?: string
}

const cell = (name: string, { size, bold, wraps, align, format, above }: Look): Xml =>
  style(
    name,
    'table-cell',
    { 'style:parent-style-name': 'Default', 'style:data-style-name': format },
    element('style:table-cell-properties', {
      'fo:wrap-option': wraps ? 'wrap' : undefined,
      'style:vertical-align': 'top',
      'fo:padding-top': above,
      // Keeps figures off the words of the next column.
      'fo:padding-right': align === 'end' ? '2mm' : undefined,
    }),
    ...(align === undefined
      ? []
      : [element('style:paragraph-properties', { 'fo:text-align': align })]),
    element('style:text-properties', {
      'fo:font-size': size === undefined ? undefined : `${size}pt`,
      'fo:font-weight': bold ? 'bold' : undefined,
    }),
  )

/** The space between the parts of a date, which an ordinary text would lose. */
const space: Xml = { xml: '<number:text> </number:text>' }

const numberFormats: readonly Xml[] = [
  element(
    'number:date-style',
    { 'style:name': 'dateFormat', 'number:language': 'en', 'number:country': 'GB' },
    element('number:day'),
    space,
    element('number:month', { 'number:textual': 'true', 'number:style': 'long' }),
    space,
    element('number:year', { 'number:style': 'long' }),
  ),
  ...decimals.map((n) =>
    element(
      'number:number-style',
      { 'style:name': `figureFormat${n}`, 'number:language': 'en', 'number:country': 'GB' },
      element('number:number', {
        'number:decimal-places': n,
        'number:min-decimal-places': n,
        'number:min-integer-digits': 1,
        'number:grouping': 'true',
      }),
    ),
  ),
]

/** What holds for the whole file: the font, the language, the page. */
export const stylesPart: Xml = element(
  'office:document-styles',
  namespaces,
  element(
    'office:font-face-decls',
    {},
    element('style:font-face', {
      'style:name': 'Arial',
      'xmlns:svg': `${oasis}:svg-compatible:1.0`,
      'svg:font-family': 'Arial',
    }),
  ),
  element(
    'office:styles',
    {},
    element(
      'style:default-style',
      { 'style:family': 'table-cell' },
      element('style:text-properties', {
        'style:font-name': 'Arial',
        'fo:font-size': '11pt',
        'fo:language': 'en',
        'fo:country': 'GB',
      }),
    ),
    style('Default', 'table-cell', {}),
  ),
  element(
    'office:automatic-styles',
    {},
    element(
      'style:page-layout',
      { 'style:name': 'a4' },
      element('style:page-layout-properties', {
        'fo:page-width': '297mm',
        'fo:page-height': '210mm',
        'style:print-orientation': 'landscape',
        'fo:margin': '15mm',
        'style:scale-to-X': 1,
        'style:scale-to-Y': 0,
      }),
    ),
  ),
  element(
    'office:master-styles',
    {},
    element('style:master-page', { 'style:name': 'page', 'style:page-layout-name': 'a4' }),
  ),
)
