/**
 * The tables of a ledger file, and the settings under which it is used.
 */

/** Marks a file as a send-ledger: the bytes of "SEND". Source: SQLite file format, offset 68. */
export const applicationId = 0x53454e44

/** Raised when the tables change. */
export const schemaVersion = 1

/** The tree's edge is kept whenever so many records have been added. */
export const frontierEvery = 1024

const onlyGrows = (table: string): string =>
  ['UPDATE', 'DELETE']
    .map(
      (change) => `
CREATE TRIGGER ${table}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, 'a ledger only grows: no ${change} on ${table}'); END;`,
    )
    .join('\n')

/** What the table says of a record that would leave a gap. */
export const notDense = 'positions of a ledger are dense'

/** Makes the tables of an empty ledger. */
export const schema = `
CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  origin TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  record TEXT NOT NULL,
  leaf BLOB NOT NULL,
  UNIQUE (stream, revision)
) STRICT;

CREATE TABLE frontier (
  size INTEGER PRIMARY KEY,
  hashes BLOB NOT NULL
) STRICT;

CREATE TRIGGER record_is_dense BEFORE INSERT ON record
WHEN NEW.position <> coalesce((SELECT max(position) FROM record), -1) + 1
BEGIN SELECT RAISE(ABORT, '${notDense}'); END;
${['ledger', 'record', 'frontier'].map(onlyGrows).join('\n')}

PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${schemaVersion};
`

/**
 * What is set on each connection, and asserted. `synchronous` 2 is FULL: what was acknowledged
 * survives a loss of power.
 */
export const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  /** The driver does not wait for a lock: it would hold up the process. See `waiting.ts`. */
  busy_timeout: 0,
  /** For reading. Unit: KiB, negative. */
  cache_size: -8192,
  /** Unit: pages. What is durable does not hang on it; rarer is faster. */
  wal_autocheckpoint: 8000,
} as const

/**
 * What is set before the first record is added: ids come in no order, so that their index is
 * written all over. Unit: KiB, negative.
 */
export const cacheForWriting = 'PRAGMA cache_size = -65536'
