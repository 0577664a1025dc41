/**
 * A ledger in one SQLite file: the embedded default.
 */
import type { Instant, Ledger, LedgerFailure } from '@send-ledger/core'
import { beyondEnd, Growth, ledgerOfStore, type SnapshotStore } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { auditOf } from './audit.js'
import { type Connection, createDatabase, openDatabase } from './database.js'
import { failureOf, isLocked, unavailable } from './failing.js'
import { type Current, readingLedger } from './reading-ledger.js'
import { Rows } from './rows.js'
import { cacheForWriting } from './schema.js'
import { Standing } from './standing.js'
import { NotAllNew, takeInTurn, takeTogether } from './take.js'
import { type Attempt, inOrder, patient } from './waiting.js'

/** What a ledger file needs of its surroundings. */
export interface SqliteOptions {
  /** The present instant; the system's clock unless told. */
  readonly now?: () => Instant
  /** Where answers keep what a later one need not work out again; nowhere unless told. */
  readonly snapshots?: SnapshotStore
  /**
   * How long a lock of another process is waited for before an act fails; meanwhile this process
   * goes on with everything else. Unit: milliseconds; 30,000 unless told.
   */
  readonly patience?: number
  /**
   * Records though the clock and the ledger's last instant disagree: a record gets the later of
   * the two, and a kept instant may lie after the clock. They are checked unless told.
   */
  readonly trustClock?: boolean
}

/** How a ledger file is opened. */
export interface OpenOptions extends SqliteOptions {
  /**
   * With `read` no byte of the file changes and no file comes to stand beside it, also where it or
   * its folder may not be written to; nothing can be appended. `write` unless told.
   */
  readonly access?: 'read' | 'write'
}

const systemClock = (): Instant => new Date().toISOString() as Instant

/**
 * Makes a new, empty ledger in a file that does not exist yet, or is empty, and opens it.
 *
 * Errors: LedgerUnavailable where the file cannot be made, or is there already, or where no ledger
 * can have such an origin.
 */
export const createSqliteLedger =
  (path: string, origin: string, options: SqliteOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const created = await createDatabase(patient(path, options.patience), path, origin)
    if (E.isLeft(created)) return created
    return created.right === 'made'
      ? openSqliteLedger(path, options)()
      : E.left(unavailable(path, 'creating it', 'there is a file of that name already'))
  }

/**
 * Opens the ledger in a file. Other processes may read and write it meanwhile; writers wait for one
 * another, without holding up their processes.
 *
 * Errors: LedgerUnavailable where there is no such file or it cannot be used durably; NotALedger
 * where it is another kind of file, or of a newer version.
 */
export const openSqliteLedger =
  (path: string, options: OpenOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const { access = 'write' } = options
    return access === 'write' ? opened(path, options) : readingLedger(() => opened(path, options))
  }

const opened = async (
  path: string,
  options: OpenOptions,
): Promise<E.Either<LedgerFailure, Current>> => {
  const attempt = patient(path, options.patience)
  const connection = await openDatabase(attempt, path, options.access ?? 'write')
  if (E.isLeft(connection)) return connection
  const { isCurrent } = connection.right
  const ledger = await attempt('opening it', () => ({
    ...ledgerIn({ path, attempt, connection: connection.right, options }),
    isCurrent,
  }))
  if (E.isLeft(ledger)) connection.right.database.close()
  return ledger
}

/**
 * Opens the ledger in a file, or makes it first where there is none. Several processes may do so
 * at once: all of them come to the same ledger.
 *
 * Errors: those of `openSqliteLedger`; LedgerUnavailable where no ledger can have such an origin,
 * or the one that is there has another.
 *
 * @example
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { openOrCreateSqliteLedger } from '@send-ledger/store-sqlite'
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'send-ledger-')), 'walsall.sqlite')
 * const made = await openOrCreateSqliteLedger(path, 'urn:send-ledger:walsall')()
 * const again = await openOrCreateSqliteLedger(path, 'urn:send-ledger:walsall')()
 * const other = await openOrCreateSqliteLedger(path, 'urn:send-ledger:dudley')()
 * assert.deepStrictEqual([made._tag, again._tag, other._tag], ['Right', 'Right', 'Left'])
 */
export const openOrCreateSqliteLedger =
  (path: string, origin: string, options: SqliteOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const created = await createDatabase(patient(path, options.patience), path, origin)
    if (E.isLeft(created)) return created
    const ledger = await openSqliteLedger(path, options)()
    if (E.isLeft(ledger) || ledger.right.origin === origin) return ledger
    await ledger.right.close()()
    const reason = `it calls itself ${JSON.stringify(ledger.right.origin)}, not ${JSON.stringify(origin)}; give its own origin, or another path`
    return E.left(unavailable(path, 'opening it', reason))
  }

interface Opened {
  readonly path: string
  readonly attempt: Attempt
  readonly connection: Connection
  readonly options: OpenOptions
}

const ledgerIn = ({ path, attempt, connection, options }: Opened): Ledger => {
  const { now = systemClock, snapshots, access, trustClock = false } = options
  const { database } = connection
  const rows = new Rows(path, database)
  const standing = new Standing(rows)
  const growth = new Growth()
  const oneByOne = inOrder()
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
  return ledgerOfStore({
    origin,
    append:
      (writes, reads = [], closing) =>
      () =>
        oneByOne(async () => {
          if (access === 'read')
            return E.left(unavailable(path, 'appending', 'it was opened for reading only'))
          const appended = await attempt('appending', () => {
            const clock = { now: now(), isTrusted: trustClock }
            const order = { writes, reads, closing, clock }
            try {
              return writing(() => takeTogether({ rows, standing }, order))
            } catch (error) {
              if (!(error instanceof NotAllNew)) throw error
              return writing(() => takeInTurn({ rows, standing }, order))
            }
          })
          growth.tell()
          return appended
        }),
    readStream: (stream) => async () =>
      E.flatten(
        await attempt('reading a stream', () => {
          const records = rows.ofStream(stream)
          if (E.isRight(records))
            standing.read(stream, records.right.at(-1)?.revision ?? 'noStream')
          return records
        }),
      ),
    readAll:
      ({ from, limit }) =>
      async () =>
        E.flatten(await attempt('reading', () => rows.from(from, limit))),
    head: () => async () =>
      attempt('reading its head', () =>
        reading(() => {
          const end = rows.end()
          return { ...end, root: rows.tree.rootAt(end.size) }
        }),
      ),
    sizeKnownAt: (known) => async () =>
      attempt('looking for an instant', () => reading(() => rows.sizeKnownAt(known))),
    rootAt: (size) => async () =>
      E.flatten(
        await attempt('reading its root', () =>
          reading(() => {
            const { size: end } = rows.end()
            return size <= end ? E.right(rows.tree.rootAt(size)) : E.left(beyondEnd(size, end))
          }),
        ),
      ),
    grown: (size, stop) => async () => {
      const look = () => {
        try {
          if (!connection.isCurrent()) return E.right(undefined)
          return rows.end().size > size ? E.right(undefined) : undefined
        } catch (error) {
          return isLocked(error) ? undefined : E.left(failureOf(path, 'listening', error))
        }
      }
      return (await growth.until(look, stop, lookEvery)) ?? E.right(undefined)
    },
    close: () => () => oneByOne(() => attempt('closing it', connection.close)),
    ...(snapshots ? { snapshots } : {}),
    audit: auditOf(attempt, database),
  })
}

/** How often it is looked whether another process has written. Unit: milliseconds. */
const lookEvery = 200
