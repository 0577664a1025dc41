/**
 * Sentences with figures in them. A sentence never holds a figure of its own: it points at a cell
 * of a table, so that words and tables agree, and what is hidden in a table is hidden in words.
 */
import type { Cell } from './cell.js'
import { inWords } from './in-words.js'
import type { Column, Table } from './table.js'

/** The place of a figure: a cell of a table. */
export interface FigureAt {
  readonly table: string
  /** Counted from 0. */
  readonly row: number
  readonly column: string
}

/** Words with figures between them. */
export type Sentence = readonly (string | FigureAt)[]

/** A sentence with figures: said`In time were ${at('issued', 0, 'inTime')}.` */
export const said = (parts: TemplateStringsArray, ...figures: readonly FigureAt[]): Sentence =>
  parts.flatMap((part, i) => {
    const figure = figures[i]
    return figure === undefined ? [part] : [part, figure]
  })

/** Where a figure stands. */
export const at = (table: string, row: number, column: string): FigureAt => ({ table, row, column })

/** The cell that is pointed at, and its column; undefined where there is none. */
export const cellAt = (
  tables: readonly Table[],
  { table: id, row, column: name }: FigureAt,
): { readonly cell: Cell; readonly column: Column } | undefined => {
  const table = tables.find((each) => each.id === id)
  const index = table?.columns.findIndex((each) => each.name === name) ?? -1
  const column = table?.columns[index]
  const cell = table?.rows[row]?.[index]
  return column === undefined || cell === undefined ? undefined : { column, cell }
}

/** A sentence as it is read; a percentage has its sign. */
export const sentenceText = (tables: readonly Table[], sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : figureText(tables, part))).join('')

/** A figure as it is read in running text: 2,742 or 37.6% or [x]. */
export const figureText = (tables: readonly Table[], place: FigureAt): string => {
  const found = cellAt(tables, place)
  if (found === undefined) throw new TypeError(`no figure at ${JSON.stringify(place)}`)
  const text = inWords(found.cell)
  return found.column.kind === 'percent' && /\d/.test(text) ? `${text}%` : text
}
