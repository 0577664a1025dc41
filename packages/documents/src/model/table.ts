/**
 * A table of a report: every figure of a report stands in one, and nowhere else.
 */
import { type Cell, type Figure, isFigure } from './cell.js'
import { decimalsOf } from './decimal.js'

/** What the cells of a column hold. */
export type ColumnKind = 'text' | 'month' | 'date' | 'boolean' | 'integer' | 'decimal' | 'percent'

/** A column, with what it means. */
export interface Column {
  /** Its name for machines; the same in every table where it means the same. */
  readonly name: string
  /** Its name for people, without the unit. */
  readonly heading: string
  readonly kind: ColumnKind
  readonly unit?: string
  readonly description: string
  /** The law or standard that it is defined by. */
  readonly source?: string
  /** Ids of the notes that one must know. */
  readonly notes?: readonly string[]
}

/** A table; the first column names the row. */
export interface Table<F extends Figure = Figure> {
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell<F>[])[]
  /** Ids of the notes that one must know. */
  readonly notes?: readonly string[]
}

/** A column, and what stands in it for a row. */
export interface Tabulated<Row, F extends Figure> extends Column {
  readonly of: (row: Row) => Cell<F>
}

/** A table with a row for each item, so that each row has a cell for each column. */
export const tabulate = <Row, F extends Figure>(
  { id, caption, notes }: Pick<Table<F>, 'id' | 'caption' | 'notes'>,
  rows: readonly Row[],
  columns: readonly Tabulated<Row, F>[],
): Table<F> => ({
  id,
  caption,
  ...(notes === undefined ? {} : { notes }),
  columns: columns.map(({ of: _, ...column }) => column),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
})

/** The heading of a column with its unit: "In time (per cent)". */
export const fullHeading = ({ heading, unit }: Column): string =>
  unit === undefined ? heading : `${heading} (${unit})`

/** Whether a column of this kind holds figures. */
export const isFigureKind = (kind: ColumnKind): boolean =>
  kind === 'integer' || kind === 'decimal' || kind === 'percent'

/** How many decimals the figures of each column have at most: all are printed with as many. */
export const decimalsByColumn = ({ columns, rows }: Table): readonly number[] =>
  columns.map((_, i) =>
    Math.max(
      0,
      ...rows.map((row) => {
        const cell = row[i]
        return cell !== undefined && isFigure(cell) ? decimalsOf(cell.value) : 0
      }),
    ),
  )
