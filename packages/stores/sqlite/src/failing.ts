/**
 * What the driver and the system say went wrong with a ledger file, as failures of the ledger.
 */
import type { LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'

// Errors of a native addon may be of another realm, so their fields are read, not their class.
interface DriverError {
  readonly code?: unknown
  readonly message?: unknown
  readonly sqliteCode?: unknown
  readonly sqliteExtendedCode?: unknown
}

/** SQLITE_READONLY_RECOVERY, _CANTLOCK and _CANTINIT: somebody is just about to begin or end. */
const passing: ReadonlySet<unknown> = new Set([264, 520, 1288])

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL. */
const locked: ReadonlySet<unknown> = new Set([5, 6, 15])

/** Whether somebody else holds the file, so that it is worth trying again. */
export const isLocked = (error: unknown): boolean => {
  const { sqliteExtendedCode } = error as DriverError
  return locked.has(kindOf(error)) || passing.has(sqliteExtendedCode)
}

/** Why nothing is written to a file. */
export const readOnly = 'it may only be read; use a copy in a folder that you may write to'

/** The primary code: the driver gives some errors by their extended codes only. */
const kindOf = (error: unknown): number | undefined => {
  const { sqliteCode, sqliteExtendedCode } = error as DriverError
  const code = sqliteCode ?? sqliteExtendedCode
  return typeof code === 'number' ? code & 0xff : undefined
}

/** Source: SQLite, "Result and Error Codes". */
const reasonsOfSqlite: ReadonlyMap<unknown, string> = new Map([
  [8, readOnly],
  [10, 'the disk could not be read or written; check the disk, and go on from a backup'],
  [
    11,
    'the file is damaged (database disk image is malformed); keep it as it is and go on from a backup',
  ],
  [13, 'the disk is full; make room and try again, nothing of this was kept'],
  [14, 'its file cannot be opened; check the path, and that you may read the file and its folder'],
])

const reasonsOfSystem: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EEXIST', 'there is a file of that name already'],
  ['EACCES', 'it may not be read or written'],
  ['EPERM', 'it may not be read or written'],
  ['EROFS', 'the disk is read-only; use a path on another disk'],
  ['ENOSPC', 'the disk is full; make room and try again, nothing of this was kept'],
  ['EFBIG', 'the file would be larger than is allowed here; make room and try again'],
])

/** The failure for what was thrown while doing something with a ledger file. */
export const failureOf = (ledger: string, doing: string, error: unknown): LedgerFailure => {
  const { code, message = String(error) } = error as DriverError
  if (kindOf(error) === 26) return { _tag: 'NotALedger', ledger, reason: 'it is no SQLite file' }
  if (isLocked(error)) {
    const reason =
      'other processes have held its lock for too long; try again, or end the process that holds it'
    return unavailable(ledger, doing, reason)
  }
  const reason = reasonsOfSqlite.get(kindOf(error)) ?? reasonsOfSystem.get(code) ?? String(message)
  return unavailable(ledger, doing, reason)
}

/** The ledger could not be used. */
export const unavailable = (ledger: string, doing: string, reason: string): LedgerFailure => ({
  _tag: 'LedgerUnavailable',
  ledger,
  doing,
  reason,
})

/** There is something else. */
export const notALedger = (ledger: string, reason: string): E.Either<LedgerFailure, never> =>
  E.left({ _tag: 'NotALedger', ledger, reason })
