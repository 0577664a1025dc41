/**
 * The file that tables are kept in. Only a file that was made for them is ever written to, which is
 * known by what is in it.
 */
import {
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { type Database, isOfTables, prepare } from './table.js'

/** Marks a file of tables: the bytes of "SLTB". Source: SQLite file format, offset 68. */
const applicationId = 0x534c5442

/**
 * Opens the file at a path, and makes it first where nothing is there.
 *
 * Errors: throws an error with a sentence where something else is there; what the driver throws.
 */
export const openTables = (given: string): Database => {
  if (/^(file:|:)/i.test(given))
    throw new Error('it is no path of a file; give one, such as bi.sqlite')
  const path = resolve(given)
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) makeFile(path)
  const strange = strangeAt(path)
  if (strange !== undefined) {
    throw new Error(`${strange}, and nothing in it was changed; name a file that is not there yet`)
  }
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = FULL')
    if (numberIn(path) !== applicationId) database.exec(`PRAGMA application_id = ${applicationId}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** It is made whole beside its place, so that no half one is ever found there. */
const makeFile = (path: string): void => {
  const beside = `${path}.unfinished-${process.pid}`
  rmSync(beside, { force: true })
  const database = new DatabaseSync(beside, { timeout: 0 })
  try {
    prepare(database)
    database.exec(`PRAGMA application_id = ${applicationId}`)
    database.close()
    putInPlace(beside, path)
  } catch (error) {
    if (database.isOpen) database.close()
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Unlike a renaming, a link never takes the place of another file. */
const putInPlace = (beside: string, path: string): void => {
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Where the disk has no links the name is taken first, and only what was taken is replaced.
    closeSync(openSync(path, 'wx'))
    renameSync(beside, path)
  }
}

/** What is at a path that is no file of tables. */
const strangeAt = (path: string): string | undefined => {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return 'it is a symbolic link'
  if (found.isDirectory()) return 'it is a folder'
  if (!found.isFile()) return 'it is no file'
  if (found.size === 0) return 'it is an empty file that was not made for tables'
  const number = numberIn(path)
  if (number === applicationId) return undefined
  if (number === 0x53454e44) return 'it is a ledger'
  if (number === undefined) return 'it is no SQLite file'
  // Files of the first version had no number.
  return number === 0 && isOfFirstVersion(path)
    ? undefined
    : 'it is a SQLite file of another application'
}

const start = Buffer.from('SQLite format 3\0')

/** The application's number in a SQLite file. Source: SQLite file format, offsets 0 and 68. */
const numberIn = (path: string): number | undefined => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(72)
    readSync(file, bytes, 0, bytes.length, 0)
    return bytes.subarray(0, start.length).equals(start) ? bytes.readUInt32BE(68) : undefined
  } finally {
    closeSync(file)
  }
}

/** Looked at as it stands, without a lock: nothing beside it may come or go by looking. */
const isOfFirstVersion = (path: string): boolean => {
  const url = pathToFileURL(path)
  url.search = existsSync(`${path}-shm`) ? '?readonly_shm=1' : '?immutable=1'
  try {
    const database = new DatabaseSync(url, { readOnly: true, timeout: 0 })
    try {
      return isOfTables(database)
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
