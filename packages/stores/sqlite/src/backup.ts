/**
 * A backup of a ledger in one file, made while others read and write it.
 */
import { hash } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LedgerFailure } from '@send-ledger/core'
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  rootOf,
  type Sha256,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Database, openDatabase } from './database.js'
import { leafOf, Tree } from './tree.js'
import { type Attempt, patient } from './waiting.js'

/** What a backup holds. */
export interface BackedUp {
  readonly size: number
  /** Merkle root over its records, worked out from them. */
  readonly root: Uint8Array
}

const doing = 'backing it up'

/**
 * Copies the ledger in a file, with the newest records that stand beside it, to a file that is not
 * there yet. It is made beside its place, its root is worked out from its records and compared with
 * what the ledger says, and only then it is put there: what is at the path is whole.
 *
 * Errors: those of `openSqliteLedger`; LedgerUnavailable where the file cannot be made or there is
 * one already; LedgerDamaged where the records do not give the ledger's root.
 *
 * @example
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { backupSqliteLedger, openOrCreateSqliteLedger } from '@send-ledger/store-sqlite'
 *
 * const folder = mkdtempSync(join(tmpdir(), 'send-ledger-'))
 * const path = join(folder, 'walsall.sqlite')
 * await openOrCreateSqliteLedger(path, 'urn:send-ledger:walsall')()
 * const kept = await backupSqliteLedger(path, join(folder, 'backup.sqlite'))()
 * assert.strictEqual(kept._tag === 'Right' && kept.right.size, 0)
 */
export const backupSqliteLedger =
  (path: string, out: string): TaskEither<LedgerFailure, BackedUp> =>
  async () => {
    const attempt = patient(path)
    const source = await openDatabase(attempt, path, 'read')
    if (E.isLeft(source)) return source
    const beside = resolve(`${out}.unfinished-${process.pid}`)
    try {
      const begun = await patient(out)('making it', () => begin(beside, out))
      if (E.isLeft(begun)) return begun
      const copied = await attempt(doing, () =>
        source.right.database.prepare('VACUUM INTO ?').run(beside),
      )
      if (E.isLeft(copied)) return copied
      if (!source.right.isCurrent()) {
        // Somebody began to write meanwhile: what was copied may be of no one moment.
        rmSync(beside)
        return await backupSqliteLedger(path, out)()
      }
      const checked = await proved(attempt, { beside, path, source: source.right.database })
      if (E.isLeft(checked)) return checked
      const put = await patient(out)('making it', () => putInPlace(beside, out))
      return E.isLeft(put) ? put : checked
    } finally {
      source.right.close()
      // A full disk leaves the journal of SQLite too.
      for (const part of ['', '-journal', '-wal', '-shm']) rmSync(beside + part, { force: true })
    }
  }

/** Begins a file beside the place of a backup, where nothing is there yet. */
const begin = (beside: string, out: string): void => {
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined) {
    throw Object.assign(new Error('there is a file in its way'), { code: 'EEXIST' })
  }
  closeSync(openSync(beside, 'wx'))
}

interface Made {
  readonly beside: string
  readonly path: string
  readonly source: Database
}

/** Works the root out of the records of a copy, and compares it with that of the ledger. */
const proved = async (
  attempt: Attempt,
  { beside, path, source }: Made,
): Promise<E.Either<LedgerFailure, BackedUp>> => {
  const copy = await openDatabase(attempt, beside, 'read')
  if (E.isLeft(copy)) return copy
  try {
    const compared = await attempt(doing, () => {
      const made = frontierOf(copy.right.database)
      const root = rootOf(sha256, made)
      return { size: made.size, root, ofLedger: new Tree(source).rootAt(made.size) }
    })
    if (E.isLeft(compared)) return compared
    const { size, root, ofLedger } = compared.right
    if (Buffer.from(root).equals(ofLedger)) return E.right({ size, root })
    const reason = 'its records do not give its root; send-ledger verify says which is wrong'
    return E.left({ _tag: 'LedgerDamaged', ledger: path, position: 0, reason })
  } finally {
    copy.right.close()
  }
}

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

const frontierOf = (database: Database): Frontier => {
  let frontier = emptyFrontier
  const records = database.prepare('SELECT record FROM record ORDER BY position')
  for (const { record } of records.iterate() as Iterable<{ readonly record: string }>) {
    frontier = appendLeaf(sha256, frontier, leafOf(record))
  }
  return frontier
}

/** Puts a file in its place, where it never takes that of another. */
const putInPlace = (beside: string, out: string): void => {
  // Windows puts nothing on the disk by way of a file that is open for reading only.
  const file = openSync(beside, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(beside, out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Where the disk has no links the name is taken first, and only what was taken is replaced.
    closeSync(openSync(out, 'wx'))
    renameSync(beside, out)
  }
}
