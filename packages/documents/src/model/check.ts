/**
 * Checks that a report holds together, once, so that what is made of it cannot go wrong.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Cell } from './cell.js'
import { type Document, type Section, tablesOf } from './document.js'
import type { DocumentFlaw, Named } from './flaws.js'
import { cellAt, type FigureAt, type Sentence } from './sentence.js'
import { type Column, type ColumnKind, fullHeading, isFigureKind, type Table } from './table.js'

declare const checked: unique symbol

/** A report that holds together. */
export type Checked<D extends Document = Document> = D & { readonly [checked]: true }

/**
 * A report that holds together, or everything that is wrong with it.
 *
 * Errors: every `DocumentFlaw`.
 */
export const checkDocument = <D extends Document>(
  document: D,
): E.Either<readonly DocumentFlaw[], Checked<D>> => {
  const flaws = [...names(document), ...tablesOf(document).flatMap(ofTable), ...ofPlaces(document)]
  return flaws.length === 0 ? E.right(document as Checked<D>) : E.left(flaws)
}

const names = (document: Document): readonly DocumentFlaw[] => {
  const sections: readonly Section[] = document.sections
  return [
    ...ofNames('document', [document.id]),
    ...ofNames(
      'section',
      sections.map(({ id }) => id),
    ),
    ...ofNames(
      'table',
      sections.flatMap(({ tables }) => tables.map(({ id }) => id)),
    ),
    ...ofNames(
      'chart',
      sections.flatMap(({ charts }) => charts.map(({ id }) => id)),
    ),
    ...ofNames(
      'note',
      sections.flatMap(({ notes }) => notes.map(({ id }) => id)),
    ),
  ]
}

/** Names become file names and anchors. */
const ofNames = (what: Named, given: readonly string[]): readonly DocumentFlaw[] => [
  ...given
    .filter((name) => !/^[a-z][a-z0-9-]{0,63}$/.test(name))
    .map((name) => ({ _tag: 'UnfitName', what, name }) as const),
  ...twice(given).map((name) => ({ _tag: 'NameTwice', what, name }) as const),
]

const twice = (given: readonly string[]): readonly string[] =>
  given.filter((name, i) => given.indexOf(name) < i)

const ofTable = (table: Table): readonly DocumentFlaw[] => [
  ...(table.rows.length === 0 ? [{ _tag: 'EmptyTable', table: table.id } as const] : []),
  ...table.columns
    .filter(({ name }) => !/^[a-z][A-Za-z0-9]{0,63}$/.test(name))
    .map(({ name }) => ({ _tag: 'UnfitName', what: 'column', name }) as const),
  ...twice(table.columns.map(({ name }) => name)).map(
    (name) => ({ _tag: 'NameTwice', what: 'column', name }) as const,
  ),
  ...twice(table.columns.map((column) => fullHeading(column).toLowerCase())).map(
    (name) => ({ _tag: 'NameTwice', what: 'heading', name }) as const,
  ),
  ...table.rows.flatMap((row, i) => ofRow(table, row, i)),
]

const ofRow = (table: Table, row: readonly Cell[], index: number): readonly DocumentFlaw[] =>
  row.length === table.columns.length
    ? table.columns.flatMap((column, i) => {
        const cell = row[i]
        return cell === undefined || fits(column, cell)
          ? []
          : [{ _tag: 'CellOfOtherKind', ...place(table, column, index), cell: cell._tag }]
      })
    : [{ _tag: 'RowOfOtherLength', table: table.id, row: index }]

const place = ({ id: table }: Table, { name: column, kind }: Column, row: number) => ({
  table,
  row,
  column,
  kind,
})

const label: Readonly<Partial<Record<ColumnKind, Cell['_tag']>>> = {
  text: 'Words',
  month: 'CalendarMonth',
  date: 'Day',
  boolean: 'YesNo',
}

const fits = (column: Column, cell: Cell): boolean => {
  switch (cell._tag) {
    case 'Raw':
    case 'Published':
      return isFigureKind(column.kind) && (column.kind !== 'integer' || /^-?\d+$/.test(cell.value))
    case 'NoFigure':
    case 'NotApplicable':
    case 'Suppressed':
      return true
    default:
      return label[column.kind] === cell._tag
  }
}

/** Everything that points at something points at something that is there. */
const ofPlaces = (document: Document): readonly DocumentFlaw[] => {
  const tables = tablesOf(document)
  const sections: readonly Section[] = document.sections
  const notes = new Set(sections.flatMap((section) => section.notes.map(({ id }) => id)))
  const marks = tables.flatMap((table) => [
    ...(table.notes ?? []),
    ...table.columns.flatMap((column) => column.notes ?? []),
  ])
  const figures = [
    ...document.headlines.flatMap(({ figure, text, status }) => [
      figure,
      ...placesIn(text),
      ...(status?.restsOn ?? []),
    ]),
    ...sections.flatMap(({ heading, paragraphs, charts }) =>
      [
        heading,
        ...paragraphs,
        ...charts.flatMap(({ title, description }) => [title, description]),
      ].flatMap(placesIn),
    ),
  ]
  const drawn = sections.flatMap(({ charts }) =>
    charts.flatMap(({ table, categories, series }) =>
      [...categories, ...series.map(({ column }) => column)].map((column) => ({
        table,
        column,
        row: 0,
      })),
    ),
  )
  return [
    ...[...figures, ...drawn]
      .filter((figure) => cellAt(tables, figure) === undefined)
      .map((figure) => ({ _tag: 'NoSuchFigure', ...figure }) as const),
    ...marks
      .filter((note) => !notes.has(note))
      .map((note) => ({ _tag: 'NoSuchNote', note }) as const),
  ]
}

const placesIn = (sentence: Sentence): readonly FigureAt[] =>
  sentence.filter((part): part is FigureAt => typeof part !== 'string')
