/**
 * What the CSV tables of a report are, for machines.
 *
 * Source: Data Package v2.0 (datapackage.org), with Data Resource, Table Dialect and Table Schema.
 */
import { createHash } from 'node:crypto'
import type { Checked } from './check.js'
import { type Note, notesOf, tablesOf } from './document.js'
import { csvText } from './in-csv.js'
import { type Column, type ColumnKind, fullHeading, type Table } from './table.js'

const standard = 'https://datapackage.org/profiles/2.0'

/** Where a table is kept, relative to the `datapackage.json` beside the folder. */
export const tablePath = ({ id }: Pick<Table, 'id'>): string => `tables/${id}.csv`

/** The text of `datapackage.json`. */
export const dataPackageText = (document: Checked): string =>
  `${JSON.stringify(dataPackage(document), null, 2)}\n`

const dataPackage = (document: Checked): object => {
  const notes = notesOf(document)
  return {
    $schema: `${standard}/datapackage.json`,
    name: document.id,
    title: document.title,
    description: document.summary,
    sources: [{ title: document.origin }],
    resources: tablesOf(document).map((table) => resource(table, notes)),
  }
}

const resource = (table: Table, notes: readonly Note[]): object => {
  const bytes = Buffer.from(csvText(table), 'utf8')
  return {
    name: table.id,
    path: tablePath(table),
    type: 'table',
    title: table.caption,
    description: withNotes(table.caption, table.notes, notes),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    dialect: { $schema: `${standard}/tabledialect.json`, lineTerminator: '\n' },
    schema: {
      $schema: `${standard}/tableschema.json`,
      fields: table.columns.map((column) => field(column, notes)),
      missingValues: ['[x]', '[c]', '[z]'],
    },
  }
}

const field = (column: Column, notes: readonly Note[]): object => ({
  name: column.name,
  title: fullHeading(column),
  ...types[column.kind],
  description: withNotes(
    [
      column.description,
      ...(column.source === undefined ? [] : [`Source: ${column.source}.`]),
    ].join(' '),
    column.notes,
    notes,
  ),
})

const types: Readonly<Record<ColumnKind, object>> = {
  text: { type: 'string' },
  month: { type: 'yearmonth' },
  date: { type: 'date' },
  boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  percent: { type: 'number' },
}

const withNotes = (text: string, ids: readonly string[] = [], notes: readonly Note[]): string =>
  [text, ...notes.filter(({ id }) => ids.includes(id)).map((note) => note.text)].join(' ')
