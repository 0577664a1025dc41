/**
 * An earlier pack from the disk, where it is a folder or a zip file.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import * as E from 'fp-ts/lib/Either.js'
import { type PreviousPack, type PreviousUnfit, type ReadFile, readPrevious } from './previous.js'

/** The system did not read the pack. */
export interface PackUnreadable {
  readonly _tag: 'PackUnreadable'
  readonly path: string
  readonly cause: unknown
}

/** A file of an earlier pack that is larger is none that is looked for. Unit: bytes. */
const largest = 256 * 1024 * 1024

/**
 * The earlier pack at a path.
 *
 * Errors: PackUnreadable, PreviousUnfit.
 */
export const previousPackAt = (
  path: string,
): E.Either<PackUnreadable | PreviousUnfit, PreviousPack> => {
  const read = E.tryCatch(
    () => readPrevious(statSync(path).isDirectory() ? fromFolder(path) : fromZip(path)),
    (cause): PackUnreadable => ({ _tag: 'PackUnreadable', path, cause }),
  )
  return E.isLeft(read) ? read : read.right
}

const fromFolder =
  (folder: string): ReadFile =>
  (path) => {
    try {
      return wholeFile(join(folder, ...path.split('/')), constants.O_NOFOLLOW ?? 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

/** The bytes of a file that is one: nothing is waited for, and nothing read without end. */
const wholeFile = (path: string, flags = 0): Uint8Array => {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags)
  try {
    const stats = fstatSync(file)
    if (stats.isDirectory()) throw new Error('it is a folder')
    if (!stats.isFile()) throw new Error('it is no file but a device or a pipe')
    if (stats.size > largest) throw new Error(`it is larger than ${largest} bytes`)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** The files of a zip file stand in one folder. */
const fromZip = (path: string): ReadFile => {
  const bytes = wholeFile(path)
  return (file) => {
    const isWanted = (name: string): boolean => name.slice(name.indexOf('/') + 1) === file
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => isWanted(name) && originalSize <= largest,
    })
    return Object.values(found)[0]
  }
}
