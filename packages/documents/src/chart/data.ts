/**
 * What a chart draws: columns of a table as numbers, with the words that label them.
 */
import { type Cell, isFigure } from '../model/cell.js'
import { type Chart, type Document, tablesOf } from '../model/document.js'
import { inWords } from '../model/in-words.js'
import type { Table } from '../model/table.js'

/** A place along a chart. */
export interface Category {
  readonly text: string
  /** `YYYY-MM` where it is a month or a day. */
  readonly month?: string
}

/** A value; undefined where there is no figure, or where it is hidden. */
export interface Value {
  readonly number: number | undefined
  /** As the table prints it: 2,742 or [c]. */
  readonly text: string
}

/** A column that is drawn. */
export interface Series {
  readonly label: string
  readonly unit: string
  readonly values: readonly Value[]
}

/** All that a chart draws. */
export interface ChartData {
  readonly categories: readonly Category[]
  readonly series: readonly Series[]
}

/** The data of a chart, out of its table. */
export const dataOf = (document: Document, chart: Chart): ChartData => {
  const table = tablesOf(document).find(({ id }) => id === chart.table)
  if (table === undefined) throw new TypeError(`the chart ${chart.id} has no table`)
  const rows = chart.lastRows === undefined ? table.rows : table.rows.slice(-chart.lastRows)
  const cells = (name: string): readonly Cell[] =>
    rows.flatMap((row) => row[indexOf(table, name)] ?? [])
  return {
    categories: rows.map((row) =>
      category(chart.categories.flatMap((name) => row[indexOf(table, name)] ?? [])),
    ),
    series: chart.series.map(({ column, label }) => ({
      label,
      unit: table.columns[indexOf(table, column)]?.kind === 'percent' ? '%' : '',
      values: cells(column).map(value),
    })),
  }
}

const indexOf = (table: Table, name: string): number =>
  table.columns.findIndex((column) => column.name === name)

const category = (cells: readonly Cell[]): Category => {
  const text = cells.map((cell) => inWords(cell)).join(', ')
  const [first] = cells
  if (first?._tag === 'CalendarMonth') return { text, month: first.month }
  return first?._tag === 'Day' ? { text, month: first.on.slice(0, 7) } : { text }
}

const value = (cell: Cell): Value => ({
  number: isFigure(cell) ? Number(cell.value) : undefined,
  text: inWords(cell),
})

/** The numbers that are drawn. */
export const numbersOf = ({ series }: ChartData): readonly number[] =>
  series.flatMap(({ values }) => values.flatMap(({ number }) => number ?? []))
