/**
 * A ledger in one SQLite file: the embedded default.
 */
import type { Instant, LedgerFailure } from '@send-ledger/core'
import { Growth, type Ledger, type SnapshotStore } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { auditOf } from './audit.js'
import { attempt, createDatabase, type Database, openDatabase } from './database.js'
import { Rows } from './rows.js'
import { cacheForWriting } from './schema.js'
import { Standing } from './standing.js'
import { NotAllNew, takeInTurn, takeTogether } from './take.js'

/** What a ledger file needs of its surroundings. */
export interface SqliteOptions {
  /** The present instant; the system's clock unless told. */
  readonly now?: () => Instant
  /** Where answers keep what a later one need not work out again; nowhere unless told. */
  readonly snapshots?: SnapshotStore
}

const systemClock = (): Instant => new Date().toISOString() as Instant

/**
 * Makes a new, empty ledger in a file that does not exist yet, and opens it.
 *
 * Errors: LedgerUnavailable where the file cannot be made, or is there already.
 */
export const createSqliteLedger =
  (path: string, origin: string, options: SqliteOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const created = createDatabase(path, origin)
    return E.isLeft(created) ? created : openSqliteLedger(path, options)()
  }

/**
 * Opens the ledger in a file. Other processes may read it meanwhile; writers wait for one another.
 *
 * Errors: LedgerUnavailable where there is no such file or it cannot be used durably; NotALedger
 * where it is another kind of file, or of a newer version.
 */
export const openSqliteLedger =
  (path: string, options: SqliteOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const database = openDatabase(path)
    if (E.isLeft(database)) return database
    return attempt(path, 'opening it', () => ledgerIn(path, database.right, options))
  }

const ledgerIn = (
  path: string,
  database: Database,
  { now = systemClock, snapshots }: SqliteOptions,
): Ledger => {
  const rows = new Rows(path, database)
  const standing = new Standing(rows)
  const growth = new Growth()
  const { origin } = database.prepare('SELECT origin FROM ledger').get() as { origin: string }
  const inTransaction = <A>(begin: string, act: () => A): A => {
    database.exec(begin)
    try {
      const done = act()
      database.exec('COMMIT')
      return done
    } catch (error) {
      rows.tree.forget()
      standing.forget()
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  let isWriter = false
  const writing = <A>(act: () => A): A => {
    if (!isWriter) database.exec(cacheForWriting)
    isWriter = true
    return inTransaction('BEGIN IMMEDIATE', act)
  }
  const reading = <A>(act: () => A): A => inTransaction('BEGIN', act)
  return {
    origin,
    append: (writes) => async () => {
      const appended = attempt(path, 'appending', () => {
        const target = { rows, standing }
        try {
          return writing(() => takeTogether(target, writes, now()))
        } catch (error) {
          if (!(error instanceof NotAllNew)) throw error
          return writing(() => takeInTurn(target, writes, now()))
        }
      })
      growth.tell()
      return appended
    },
    readStream: (stream) => async () =>
      E.flatten(
        attempt(path, 'reading a stream', () => {
          const records = rows.ofStream(stream)
          if (E.isRight(records))
            standing.read(stream, records.right.at(-1)?.revision ?? 'noStream')
          return records
        }),
      ),
    readAll:
      ({ from, limit }) =>
      async () =>
        E.flatten(attempt(path, 'reading', () => rows.from(from, limit))),
    head: () => async () =>
      attempt(path, 'reading its head', () =>
        reading(() => {
          const end = rows.end()
          return { ...end, root: rows.tree.rootAt(end.size) }
        }),
      ),
    sizeKnownAt: (known) => async () =>
      attempt(path, 'looking for an instant', () => reading(() => rows.sizeKnownAt(known))),
    rootAt: (size) => async () =>
      attempt(path, 'reading its root', () => reading(() => rows.tree.rootAt(size))),
    grown: (size, stop) => async () => {
      const look = () => {
        const end = attempt(path, 'listening', () => rows.end())
        if (E.isLeft(end)) return end
        return end.right.size > size ? E.right(undefined) : undefined
      }
      return (await growth.until(look, stop, lookEvery)) ?? E.right(undefined)
    },
    close: () => async () => attempt(path, 'closing it', () => database.close()),
    ...(snapshots ? { snapshots } : {}),
    audit: auditOf(path, database),
  }
}

/** How often it is looked whether another process has written. Unit: milliseconds. */
const lookEvery = 200
