/**
 * Opens the SQLite file of a ledger, makes one, and asserts that it is used safely.
 */
import { closeSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { LedgerFailure } from '@send-ledger/core'
import { originFlaw } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { notALedger, readOnly, unavailable } from './failing.js'
import { type Connection, connectedForReading, type Database, mayBeWritten } from './reading.js'
import { applicationId, schema, schemaVersion, settings } from './schema.js'
import type { Attempt } from './waiting.js'

export type { Connection, Database } from './reading.js'

/** Whether a ledger was made, or was there already. */
export type Making = 'made' | 'there'

/**
 * Makes the ledger in a file, where there is none or an empty one. It is made in one transaction:
 * one that is interrupted leaves an empty file, and of two that try at once one makes it.
 */
export const createDatabase = async (
  attempt: Attempt,
  path: string,
  origin: string,
): Promise<E.Either<LedgerFailure, Making>> => {
  const flaw = originFlaw(origin)
  if (flaw !== undefined) return E.left(unavailable(path, 'creating it', flaw))
  const doing = 'creating it'
  const isFree = await attempt(doing, () => isFresh(path))
  if (E.isLeft(isFree)) return isFree
  return isFree.right ? attempt(doing, () => made(path, origin)) : E.right('there')
}

/** Where the application's number stands. Source: SQLite file format, offset 68. */
const numberAt = 68

/** Whether nothing is at a path, an empty file, or what an interrupted making left there. */
const isFresh = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return true
  if (!found.isFile()) return false
  if (found.size === 0) return true
  if (statSync(`${path}-journal`, { throwIfNoEntry: false }) === undefined) return false
  return numberIn(path) === applicationId
}

const numberIn = (path: string): number => {
  const file = openSync(path, 'r')
  try {
    const number = Buffer.alloc(4)
    readSync(file, number, 0, 4, numberAt)
    return number.readUInt32BE()
  } finally {
    closeSync(file)
  }
}

const made = (path: string, origin: string): Making => {
  const database = new DatabaseSync(resolve(path), { timeout: 0 })
  try {
    database.exec('PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE')
    if (database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) return 'there'
    database.exec(schema)
    database.prepare('INSERT INTO ledger (one, origin) VALUES (1, ?)').run(origin)
    database.exec('COMMIT')
    return 'made'
  } finally {
    database.close()
  }
}

/** Opens the file of a ledger that is there, for reading only or to write to it too. */
export const openDatabase = async (
  attempt: Attempt,
  path: string,
  access: 'read' | 'write',
): Promise<E.Either<LedgerFailure, Connection>> => {
  const found = await attempt('opening it', () => statSync(path))
  if (E.isLeft(found)) return found
  if (!found.right.isFile()) return notALedger(path, 'it is no file')
  if (found.right.size === 0 && !isWrittenAhead(path)) {
    return notALedger(path, 'the file is empty; send-ledger init makes a ledger of it')
  }
  return E.flatten(await attempt('opening it', () => opened(path, access)))
}

const isWrittenAhead = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

const opened = (path: string, access: 'read' | 'write'): E.Either<LedgerFailure, Connection> => {
  // Opening for writing may change a file: it must be known by its bytes to be a ledger.
  if (access === 'write' && numberIn(path) === applicationId) return openedForWriting(path)
  const connection = connectedForReading(path)
  const known = closedUnlessRight(connection, () => recognised(path, connection.database))
  if (E.isLeft(known)) return known
  if (access === 'read') return E.right(connection)
  connection.close()
  return openedForWriting(path)
}

const openedForWriting = (path: string): E.Either<LedgerFailure, Connection> => {
  const real = realpathSync(path)
  // SQLite would open it for reading, and leave files beside it.
  if (!mayBeWritten(real)) return E.left(unavailable(path, 'opening it', readOnly))
  const database = new DatabaseSync(real, { timeout: 0 })
  const close = () => {
    // The driver's own close ends only when its statements are forgotten: the file is to be whole.
    if (!database.isTransaction) database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
  }
  const connection = { database, close, isCurrent: () => true }
  return closedUnlessRight(connection, () => {
    const known = recognised(path, database)
    const ready = E.isLeft(known) ? known : prepared(path, database)
    return E.map(() => connection)(ready)
  })
}

const closedUnlessRight = <A>(
  { database }: Connection,
  act: () => E.Either<LedgerFailure, A>,
): E.Either<LedgerFailure, A> => {
  let done: E.Either<LedgerFailure, A> | undefined
  try {
    done = act()
    return done
  } finally {
    if (done === undefined || E.isLeft(done)) database.close()
  }
}

const recognised = (path: string, database: Database): E.Either<LedgerFailure, void> => {
  const number = pragma(database, 'application_id')
  if (number === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) {
    return notALedger(path, 'the file is empty; send-ledger init makes a ledger of it')
  }
  if (number !== applicationId) {
    return notALedger(path, 'the file belongs to another application')
  }
  const version = pragma(database, 'user_version')
  return version === schemaVersion
    ? E.right(undefined)
    : notALedger(path, `its tables are of version ${version}, not ${schemaVersion}`)
}

const prepared = (path: string, database: Database): E.Either<LedgerFailure, void> => {
  for (const [name, value] of Object.entries(settings)) database.exec(`PRAGMA ${name} = ${value}`)
  for (const [name, value] of Object.entries(settings)) {
    const actual = pragma(database, name)
    if (actual !== value) {
      return E.left(unavailable(path, 'opening it', `${name} is ${actual} and must be ${value}`))
    }
  }
  return E.right(undefined)
}

const pragma = (database: Database, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]
