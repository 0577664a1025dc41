/**
 * Opens a ledger file for reading only, in such a way that no byte of it changes and no file comes
 * to stand beside it: also where it, or its folder, may not be written to.
 */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { fileUrl } from './file-url.js'

/** An open connection. */
export type Database = InstanceType<typeof DatabaseSync>

/** A connection, and what is to be done when it is not needed any more. */
export interface Connection {
  readonly database: Database
  readonly close: () => void
  /**
   * Whether what was read was as it stands in the file. Where it is not, somebody has begun to
   * write, and the file must be opened anew.
   */
  readonly isCurrent: () => boolean
}

/**
 * A connection for reading.
 *
 * - Where others have the file open, it is read beside them, by their index of the newest records,
 *   which is theirs and ours to write.
 * - Newest records that a killed process left in `-wal` are read from a private copy.
 * - Else the file is whole by itself, and is read without a lock for as long as nobody writes.
 *
 * Errors: throws what the driver and the system throw.
 */
export const connectedForReading = (given: string): Connection => {
  const path = realpathSync(given)
  const [wal, index, journal] = ['-wal', '-shm', '-journal'].map((end) => sizeOf(`${path}${end}`))
  if (wal !== undefined && index !== undefined) return besideOthers(path)
  if (wal || journal) return ofPrivateCopy(path)
  if (!isWriteAhead(path)) return plain(new DatabaseSync(path, { readOnly: true, timeout: 0 }))
  return alone(path)
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size

const plain = (database: Database): Connection => ({
  database,
  close: () => database.close(),
  isCurrent: () => true,
})

/** Source: SQLite file format, offset 18: 2 where the file is written ahead. */
const isWriteAhead = (path: string): boolean => {
  const file = openSync(path, 'r')
  try {
    const byte = Buffer.alloc(1)
    return readSync(file, byte, 0, 1, 18) === 1 && byte[0] === 2
  } finally {
    closeSync(file)
  }
}

/** Whether a file, and its folder, may be written to. */
export const mayBeWritten = (path: string): boolean => {
  try {
    for (const each of [path, dirname(path)]) accessSync(each, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A connection that may only read the index of others keeps every other one in this process from
 * writing: it is made only where nothing may be written anyway.
 */
const besideOthers = (path: string): Connection => {
  let database: Database | undefined
  try {
    const place = mayBeWritten(path) ? path : fileUrl(path, 'readonly_shm')
    database = new DatabaseSync(place, { readOnly: true, timeout: 0 })
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return plain(database)
  } catch (error) {
    database?.close()
    // The others may have closed it just now.
    if (sizeOf(`${path}-shm`) === undefined) return connectedForReading(path)
    throw error
  }
}

const alone = (path: string): Connection => {
  const before = stateOf(path)
  const database = new DatabaseSync(fileUrl(path, 'immutable'), { readOnly: true, timeout: 0 })
  return {
    database,
    close: () => database.close(),
    isCurrent: () => stateOf(path) === before,
  }
}

const stateOf = (path: string): string =>
  [path, `${path}-wal`]
    .map((each) => statSync(each, { throwIfNoEntry: false, bigint: true }))
    .map((found) => `${found?.size}.${found?.mtimeNs}`)
    .join()

const ofPrivateCopy = (path: string): Connection => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-reading-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'ledger.sqlite')
    const before = copyStill(path, copy)
    const database = new DatabaseSync(copy, { timeout: 0 })
    const close = () => {
      database.close()
      remove()
    }
    return { database, close, isCurrent: () => stateOf(path) === before }
  } catch (error) {
    remove()
    throw error
  }
}

/** Copies a file with its newest records, of one moment: nobody writes in between. */
const copyStill = (path: string, copy: string): string => {
  for (let tries = 0; tries < 5; tries++) {
    const before = stateOf(path)
    for (const end of ['', '-wal', '-journal']) {
      if (sizeOf(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`)
    }
    if (stateOf(path) === before) return before
  }
  throw new Error('it is written to all the time while it is copied for reading; ask again')
}
