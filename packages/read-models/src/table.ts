/**
 * A table of points in a SQLite file, with how far it has come in the same transaction.
 */
import type { DatabaseSync } from '@photostructure/sqlite'
import type { FollowedPoint } from '@send-ledger/core/live'

/** An open file. */
export type Database = InstanceType<typeof DatabaseSync>

/** How far a table has come, and what it is of. */
export interface Progress {
  readonly origin: string
  /** What, were it another, would make the points others. */
  readonly identity: string
  /** How many records of the ledger it covers. */
  readonly size: number
  /** Merkle root over them, base64. */
  readonly root: string
}

/** How many dimensions of a measure have a column. */
export const dimensions = 6

const dimensionColumns = Array.from({ length: dimensions }, (_, i) => `dimension_${i + 1}`)

const columns = [
  'position',
  'recorded_at',
  'subject',
  'measure',
  ...dimensionColumns,
  'happened_on',
  'change',
]

const progressTable = 'send_ledger_progress'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Makes the table of progress, where there is none. */
export const prepare = (database: Database): void =>
  database.exec(`
    CREATE TABLE IF NOT EXISTS send_ledger_progress (
      table_name TEXT PRIMARY KEY,
      origin TEXT NOT NULL,
      identity TEXT NOT NULL,
      size INTEGER NOT NULL,
      root TEXT NOT NULL
    ) STRICT`)

/** Whether all tables in a file are ours: that of progress, and those that it names. */
export const isOfTables = (database: Database): boolean => {
  const named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
  const tables = database.prepare(named).all() as unknown as { readonly name: string }[]
  return (
    tables.some(({ name }) => name === progressTable) &&
    tables.every(({ name }) => name === progressTable || progressOf(database, name) !== undefined)
  )
}

/** Whether a table of that name is there that was not made here. */
export const isOfOthers = (database: Database, table: string): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined &&
  progressOf(database, table) === undefined

/** How far a table has come; undefined where there is no such table. */
export const progressOf = (database: Database, table: string): Progress | undefined =>
  database
    .prepare('SELECT origin, identity, size, root FROM send_ledger_progress WHERE table_name = ?')
    .get(table) as Progress | undefined

/** Makes a table anew, empty, whatever was of its name. */
export const make = (database: Database, table: string, progress: Progress): void =>
  inTransaction(database, () => {
    database.exec(`
      DROP TABLE IF EXISTS ${quoted(table)};
      CREATE TABLE ${quoted(table)} (
        position INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        subject TEXT NOT NULL,
        measure TEXT NOT NULL,
        ${dimensionColumns.map((column) => `${column} TEXT`).join(', ')},
        happened_on TEXT NOT NULL,
        change INTEGER NOT NULL
      ) STRICT;`)
    keepProgress(database, table, progress)
  })

/** Adds points and the progress that they make: both or neither. */
export const add = (
  database: Database,
  table: string,
  points: readonly FollowedPoint[],
  progress: Progress,
): void => {
  const insert = database.prepare(
    `INSERT INTO ${quoted(table)} (${columns.join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  )
  inTransaction(database, () => {
    for (const point of points) insert.run(...rowOf(point))
    keepProgress(database, table, progress)
  })
}

/** Puts a table that was made anew in the place of the one before it: readers see either. */
export const swap = (database: Database, table: string, made: string): void =>
  inTransaction(database, () => {
    // Indexes come with the table, and their names are those of the file.
    database.exec(`
      DROP TABLE IF EXISTS ${quoted(table)};
      ALTER TABLE ${quoted(made)} RENAME TO ${quoted(table)};
      CREATE INDEX IF NOT EXISTS ${quoted(`${table}_by_day`)}
        ON ${quoted(table)} (measure, happened_on);
      CREATE INDEX IF NOT EXISTS ${quoted(`${table}_by_subject`)} ON ${quoted(table)} (subject);`)
    database.prepare('DELETE FROM send_ledger_progress WHERE table_name = ?').run(table)
    database
      .prepare('UPDATE send_ledger_progress SET table_name = ? WHERE table_name = ?')
      .run(table, made)
  })

const keepProgress = (database: Database, table: string, progress: Progress): void => {
  const { origin, identity, size, root } = progress
  database
    .prepare('INSERT OR REPLACE INTO send_ledger_progress VALUES (?, ?, ?, ?, ?)')
    .run(table, origin, identity, size, root)
}

const rowOf = ({ position, recordedAt, subject, measure, happenedOn, change }: FollowedPoint) => {
  const [name, ...parts] = measure
  if (parts.length > dimensions) throw new Error(`${name} has ${parts.length} dimensions`)
  return [
    position,
    recordedAt,
    subject,
    name as string,
    ...dimensionColumns.map((_, i) => parts[i] ?? null),
    happenedOn,
    change,
  ]
}

const inTransaction = (database: Database, act: () => void): void => {
  database.exec('BEGIN IMMEDIATE')
  try {
    act()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
