/**
 * Puts a pack on the disk: beside its place first, and then in its place at once, so that a process
 * that is ended leaves no half of a pack under its name.
 */
import { lstat, mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { zipOf } from './archive.js'
import type { Pack } from './build.js'

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
    return beside(path, async (folder) => {
      for (const [name, bytes] of bag) {
        const file = join(folder, ...name.split('/'))
        await mkdir(dirname(file), { recursive: true })
        await writeWhole(file, bytes)
      }
      await rmdir(path).catch(() => {})
    })
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
    return beside(path, (file) => writeWhole(file, zipOf(bag, name)))
  }

/** Makes something in a new folder beside its place, and then moves it there. */
const beside = async (
  path: string,
  make: (unfinished: string) => Promise<void>,
): Promise<E.Either<WriteFailure, void>> => {
  let place: string | undefined
  try {
    const folder = dirname(resolve(path))
    await mkdir(folder, { recursive: true })
    place = await mkdtemp(join(folder, `.${basename(path)}.unfinished-`))
    const unfinished = join(place, 'pack')
    await make(unfinished)
    await rename(unfinished, path)
    await rmdir(place)
    return E.right(undefined)
  } catch (cause) {
    if (place !== undefined) await rm(place, { recursive: true, force: true })
    return E.left({ _tag: 'PackNotWritten', path, cause })
  }
}

/** A new file, on the disk before the next step. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
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
