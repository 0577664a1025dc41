/**
 * Opens the SQLite file of a ledger, makes one, and asserts that it is used safely.
 */
import { closeSync, openSync, statSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import type { LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { applicationId, busyTimeout, schema, schemaVersion, settings } from './schema.js'

/** An open connection. */
export type Database = InstanceType<typeof DatabaseSync>

/** Does something with the file; an exception of the driver or the system becomes a failure. */
export const attempt = <A>(
  ledger: string,
  doing: string,
  act: () => A,
): E.Either<LedgerFailure, A> => E.tryCatch(act, (error) => failureOf(ledger, doing, error))

// Errors of a native addon may be of another realm, so their fields are read, not their class.
interface DriverError {
  readonly code?: unknown
  readonly message?: unknown
  readonly sqliteExtendedCode?: unknown
}

const failureOf = (ledger: string, doing: string, error: unknown): LedgerFailure => {
  const { code, message = String(error) } = error as DriverError
  const reason = String(message)
  if (code === 'ENOENT') return unavailable(ledger, doing, 'there is no such file')
  if (code === 'EEXIST') return unavailable(ledger, doing, 'there is a file of that name already')
  if (code === 'EACCES') return unavailable(ledger, doing, 'it may not be read or written')
  if (/not a database/i.test(reason)) {
    return { _tag: 'NotALedger', ledger, reason: 'it is no SQLite file' }
  }
  if (/database is locked|busy/i.test(reason)) {
    return unavailable(ledger, doing, 'another process is writing to it for too long; try again')
  }
  return unavailable(ledger, doing, reason)
}

const unavailable = (ledger: string, doing: string, reason: string): LedgerFailure => ({
  _tag: 'LedgerUnavailable',
  ledger,
  doing,
  reason,
})

const notALedger = (ledger: string, reason: string): E.Either<LedgerFailure, never> =>
  E.left({ _tag: 'NotALedger', ledger, reason })

/** Makes the file of a new, empty ledger. */
export const createDatabase = (path: string, origin: string): E.Either<LedgerFailure, void> =>
  attempt(path, 'creating it', () => {
    // Only a file that is not there yet is made; two that try at once do not both succeed.
    closeSync(openSync(path, 'wx'))
    const database = new DatabaseSync(path, { timeout: busyTimeout })
    try {
      apply(database)
      database.exec(`BEGIN IMMEDIATE; ${schema}`)
      database.prepare('INSERT INTO ledger (one, origin) VALUES (1, ?)').run(origin)
      database.exec('COMMIT')
    } finally {
      database.close()
    }
  })

/** Opens the file of a ledger that is there. */
export const openDatabase = (path: string): E.Either<LedgerFailure, Database> => {
  const isFile = attempt(path, 'opening it', () => statSync(path).isFile())
  if (E.isLeft(isFile)) return isFile
  if (!isFile.right) return notALedger(path, 'it is no file')
  const opened = attempt(path, 'opening it', () => new DatabaseSync(path, { timeout: busyTimeout }))
  if (E.isLeft(opened)) return opened
  const database = opened.right
  const ready = E.flatten(attempt(path, 'opening it', () => prepared(path, database)))
  if (E.isLeft(ready)) database.close()
  return ready
}

const prepared = (path: string, database: Database): E.Either<LedgerFailure, Database> => {
  if (pragma(database, 'application_id') !== applicationId) {
    return notALedger(path, 'the file belongs to another application')
  }
  const version = pragma(database, 'user_version')
  if (version !== schemaVersion) {
    return notALedger(path, `its tables are of version ${version}, not ${schemaVersion}`)
  }
  apply(database)
  for (const [name, value] of Object.entries(settings)) {
    const actual = pragma(database, name)
    if (actual !== value) {
      return E.left(unavailable(path, 'opening it', `${name} is ${actual} and must be ${value}`))
    }
  }
  return E.right(database)
}

const apply = (database: Database): void => {
  for (const [name, value] of Object.entries(settings)) database.exec(`PRAGMA ${name} = ${value}`)
}

const pragma = (database: Database, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]
