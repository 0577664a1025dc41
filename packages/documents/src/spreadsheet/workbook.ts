/**
 * A report as sheets, the same for every spreadsheet format: a cover, the contents, one table a
 * sheet, the columns explained, the notes.
 *
 * Source: Government Analysis Function, releasing statistics in spreadsheets: a table starts in
 * column A under its title, has one row of headings, and no cell is blank or merged.
 */
import { type Cell, words } from '../model/cell.js'
import type { Checked } from '../model/check.js'
import { type Document, noteMarks, notesOf, tablesOf } from '../model/document.js'
import { shorthandLine } from '../model/shorthand.js'
import { type Column, decimalsByColumn, fullHeading, type Table } from '../model/table.js'
import { coverLines } from './cover.js'
import { sheetNames } from './sheet-names.js'

/** A cell of a sheet: one of a report, or a link to another sheet. */
export type SheetCell = Cell | { readonly _tag: 'Link'; readonly sheet: string }

/** A line above a table, or of the cover. */
export interface Line {
  readonly text: string
  readonly style: 'title' | 'heading' | 'plain'
}

/** The table of a sheet. */
export interface SheetTable {
  /** Its name in the file: letters, digits and `_`. */
  readonly name: string
  readonly headings: readonly string[]
  readonly kinds: readonly Column['kind'][]
  /** How many decimals the figures of each column are shown with. */
  readonly decimals: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** A sheet: lines in column A, then at most one table. */
export interface Sheet {
  readonly name: string
  readonly lines: readonly Line[]
  readonly table?: SheetTable
}

/** The sheets of a report. */
export const sheetsOf = (document: Checked): readonly Sheet[] => {
  const tables = tablesOf(document)
  const names = sheetNames(tables.map(({ id }) => inSheetName(id)))
  const nameOf = (i: number): string => names[i] ?? ''
  return [
    { name: 'Cover', lines: coverLines(document) },
    contents(document, tables, nameOf),
    ...tables.map((table, i) => dataSheet(document, table, nameOf(i))),
    columnsSheet(tables, nameOf),
    ...notesSheet(document),
  ]
}

/** `open-by-age` is the sheet "Open by age". */
const inSheetName = (id: string): string =>
  id.slice(0, 1).toUpperCase() + id.slice(1).replaceAll('-', ' ')

const title = (text: string): Line => ({ text, style: 'title' })
const plain = (text: string): Line => ({ text, style: 'plain' })

/** A table of words only. */
const ofWords = (name: string, headings: readonly string[]): Omit<SheetTable, 'rows'> => ({
  name,
  headings,
  kinds: headings.map(() => 'text'),
  decimals: headings.map(() => 0),
})

const contents = (
  document: Document,
  tables: readonly Table[],
  nameOf: (i: number) => string,
): Sheet => ({
  name: 'Contents',
  lines: [title('Contents'), plain('This worksheet contains one table: the other worksheets.')],
  table: {
    ...ofWords('contents', ['Worksheet', 'What it shows']),
    rows: [
      ...tables.map(({ caption }, i) => [linkTo(nameOf(i)), words(caption)]),
      [linkTo('Columns'), words('What the columns mean')],
      ...(notesOf(document).length === 0 ? [] : [[linkTo('Notes'), words('Notes')]]),
    ],
  },
})

const linkTo = (sheet: string): SheetCell => ({ _tag: 'Link', sheet })

const dataSheet = (document: Document, table: Table, name: string): Sheet => ({
  name,
  lines: [
    title([table.caption, ...noteMarks(document, table.notes)].join(' ')),
    plain(`This worksheet contains one table. ${shorthandLine(table)}`),
  ],
  table: {
    name: `table_${table.id.replaceAll('-', '_')}`,
    headings: table.columns.map((column) =>
      [fullHeading(column), ...noteMarks(document, column.notes)].join(' '),
    ),
    kinds: table.columns.map(({ kind }) => kind),
    decimals: decimalsByColumn(table),
    rows: table.rows,
  },
})

const columnsSheet = (tables: readonly Table[], nameOf: (i: number) => string): Sheet => ({
  name: 'Columns',
  lines: [
    title('What the columns mean'),
    plain('This worksheet contains one table. Where there is no source it says [z].'),
  ],
  table: {
    ...ofWords('columns', ['Worksheet', 'Column', 'Meaning', 'Source']),
    rows: tables.flatMap(({ columns }, i) =>
      columns.map((column) => [
        words(nameOf(i)),
        words(fullHeading(column)),
        words(column.description),
        words(column.source ?? ''),
      ]),
    ),
  },
})

const notesSheet = (document: Document): readonly Sheet[] => {
  const notes = notesOf(document)
  if (notes.length === 0) return []
  return [
    {
      name: 'Notes',
      lines: [
        title('Notes'),
        plain('This worksheet contains one table. Where there is no source it says [z].'),
      ],
      table: {
        ...ofWords('notes', ['Note', 'Text', 'Source']),
        rows: notes.map(({ id, text, source }) => [
          words(noteMarks(document, [id]).join('')),
          words(text),
          words(source ?? ''),
        ]),
      },
    },
  ]
}
