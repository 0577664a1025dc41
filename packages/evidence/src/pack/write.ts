/**
 * Puts a pack on the disk: beside its place first, and then in its place at once, so that a process
 * that is ended leaves no half of a pack under its name.
 */
import { constants } from 'node:fs'
import {
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  rmdir,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { zipOf } from './archive.js'
import type { Pack } from './build.js'
import { piecesOf } from './content.js'

/** There is something in the place of the pack. It is left as it is. */
export interface PlaceTaken {
  readonly _tag: 'PlaceTaken'
  readonly path: string
}

/** The system did not write it. */
export interface PackNotWritten {
  readonly _tag: 'PackNotWritten'
  readonly path: string
  /** The error of the system. */
  readonly cause: unknown
}

/** Why a pack is not on the disk. */
export type WriteFailure = PlaceTaken | PackNotWritten

/**
 * Writes a pack as a folder, which must be new or empty.
 *
 * Errors: PlaceTaken, PackNotWritten. What was written until then is removed.
 */
export const writePackFolder =
  ({ bag }: Pick<Pack, 'bag'>, path: string): TaskEither<WriteFailure, void> =>
  async () => {
    if (await isTaken(path)) return E.left({ _tag: 'PlaceTaken', path })
    const make = async (folder: string): Promise<void> => {
      for (const [name, content] of bag) {
        const file = join(folder, ...name.split('/'))
        await mkdir(dirname(file), { recursive: true })
        await writeWhole(file, piecesOf(content))
      }
      await rmdir(path).catch(() => {})
    }
    return beside(path, { make, move: rename })
  }

/**
 * Writes a pack as a zip file, which must be new.
 *
 * Errors: PlaceTaken, PackNotWritten. What was written until then is removed.
 */
export const writePackZip =
  ({ bag, name }: Pick<Pack, 'bag' | 'name'>, path: string): TaskEither<WriteFailure, void> =>
  async () => {
    if (await isThere(path)) return E.left({ _tag: 'PlaceTaken', path })
    const make = (file: string): Promise<void> => writeWhole(file, zipOf(bag, name))
    return beside(path, { make, move: moveFile })
  }

/** Moves a file to where none is: one that somebody else has put there meanwhile stays. */
const moveFile = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to)
  } catch (cause) {
    // Not every file system has hard links.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw cause
    await copyFile(from, to, constants.COPYFILE_EXCL)
  }
  await rm(from)
}

interface Making {
  readonly make: (unfinished: string) => Promise<void>
  readonly move: (from: string, to: string) => Promise<void>
}

/** What the system says where something stands in the place by now. */
const takenCodes: ReadonlySet<string> = new Set(['EEXIST', 'ENOTEMPTY'])

const unfinishedOf = (path: string): string => `.${basename(path)}.unfinished-`

/** How long what a dead process left is spared: another machine may number its own so. */
const sparedFor = 60 * 60 * 1000

/** Removes what runs that were killed have left beside a place. */
const removeLeft = async (folder: string, path: string): Promise<void> => {
  const start = unfinishedOf(path)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start) || isAlive(Number.parseInt(name.slice(start.length), 10))) continue
    const left = join(folder, name)
    // Another run may remove it at the same moment, and what cannot be removed stands in no way.
    const stats = await lstat(left).catch(() => undefined)
    if (stats === undefined || Date.now() - stats.mtimeMs <= sparedFor) continue
    await rm(left, { recursive: true, force: true }).catch(() => {})
  }
}

const isAlive = (pid: number): boolean => {
  if (!Number.isSafeInteger(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Makes something in a new folder beside its place, and then moves it there. */
const beside = async (
  path: string,
  { make, move }: Making,
): Promise<E.Either<WriteFailure, void>> => {
  let place: string | undefined
  let isMade = false
  try {
    const folder = dirname(resolve(path))
    await mkdir(folder, { recursive: true })
    await removeLeft(folder, path)
    place = await mkdtemp(join(folder, `${unfinishedOf(path)}${process.pid}-`))
    const unfinished = join(place, 'pack')
    await make(unfinished)
    isMade = true
    await move(unfinished, path)
    await rmdir(place)
    return E.right(undefined)
  } catch (cause) {
    if (place !== undefined) await rm(place, { recursive: true, force: true })
    const isTakenNow = isMade && takenCodes.has((cause as NodeJS.ErrnoException).code ?? '')
    return E.left(
      isTakenNow ? { _tag: 'PlaceTaken', path } : { _tag: 'PackNotWritten', path, cause },
    )
  }
}

/** A new file of pieces, on the disk before the next step. */
const writeWhole = async (path: string, pieces: Iterable<Uint8Array>): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    for (const piece of pieces) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether there is anything but an empty folder. */
const isTaken = async (path: string): Promise<boolean> => {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return false
  return !found.isDirectory() || (await readdir(path)).length > 0
}

/** Where it cannot be told, the writing will tell. */
const isThere = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined
