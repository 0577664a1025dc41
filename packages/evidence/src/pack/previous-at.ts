/**
 * An earlier pack from the disk, where it is a folder or a zip file.
 */
import { readFileSync, statSync } from 'node:fs'
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
      return readFileSync(join(folder, ...path.split('/')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

/** The files of a zip file stand in one folder. */
const fromZip = (path: string): ReadFile => {
  const bytes = readFileSync(path)
  return (file) => {
    const isWanted = (name: string): boolean => name.slice(name.indexOf('/') + 1) === file
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => isWanted(name) && originalSize <= largest,
    })
    return Object.values(found)[0]
  }
}
