/**
 * The keeping of a ledger file laid open, for those who look for damage: bytes as they stand in the
 * file, and whether the file still has the guards it was made with.
 */
import { DatabaseSync } from '@photostructure/sqlite'
import type { Audit, Frontier, KeptRecord } from '@send-ledger/core/proof'
import type { Database } from './database.js'
import { schema } from './schema.js'
import { split } from './tree.js'
import type { Attempt } from './waiting.js'

/** What is kept in the file of a connection. */
export const auditOf = (attempt: Attempt, database: Database): Audit => {
  // As bytes: text that is no UTF-8 must not be mended on its way.
  const records = database.prepare(
    `SELECT position, id, stream, revision, recorded_at, CAST(record AS BLOB), leaf FROM record
     WHERE position >= ? AND position < ? ORDER BY position LIMIT ?`,
  )
  records.setReturnArrays(true)
  const edges = database.prepare('SELECT size, hashes FROM frontier ORDER BY size')
  return {
    records:
      ({ from, until, limit }) =>
      async () =>
        attempt('reading what is kept', () =>
          (records.all(from, until, limit) as unknown as Row[]).map(keptRecord),
        ),
    edges: () => async () =>
      attempt('reading the edges of its tree', () =>
        (edges.all() as unknown as Edge[]).map(
          ({ size, hashes }): Frontier => ({ size, hashes: split(hashes) }),
        ),
      ),
    flaws: () => async () =>
      attempt('checking its file', () => [...flawsOfFile(database), ...flawsOfTables(database)]),
  }
}

type Row = readonly [number, string, string, number, string, Uint8Array, Uint8Array]

interface Edge {
  readonly size: number
  readonly hashes: Uint8Array
}

const keptRecord = ([
  position,
  id,
  stream,
  revision,
  recordedAt,
  bytes,
  leaf,
]: Row): KeptRecord => ({
  position,
  bytes,
  leaf,
  index: { id, stream, revision, recordedAt },
})

/** What SQLite finds wrong with the pages and indexes of its file. */
const flawsOfFile = (database: Database): readonly string[] =>
  (database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[])
    .map(({ integrity_check: found }) => found)
    .filter((found) => found !== 'ok')

/** What is missing, changed or added in the tables, their indexes and their guards. */
const flawsOfTables = (database: Database): readonly string[] => {
  const made = new DatabaseSync(':memory:')
  try {
    made.exec(schema)
    const [wanted, found] = [partsOf(made), partsOf(database)]
    const flaws = [...wanted].flatMap(([part, sql]) => {
      if (!found.has(part)) return [`the ${part} is missing`]
      return found.get(part) === sql ? [] : [`the ${part} is not the one that it was made with`]
    })
    const added = [...found.keys()].filter((part) => !wanted.has(part))
    return [...flaws, ...added.map((part) => `the ${part} was added`)]
  } finally {
    made.close()
  }
}

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

/** The parts of a schema by name. Statistics that SQLite keeps for itself are none. */
const partsOf = (database: Database): ReadonlyMap<string, string | null> => {
  const parts = database.prepare(
    `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'`,
  )
  return new Map(
    (parts.all() as unknown as Part[]).map(({ type, name, sql }) => [`${type} ${name}`, sql]),
  )
}
