/**
 * The files that a command reads.
 */
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome, reasonOf, wrongUse } from './stop.js'

/** The name that stands for standard input. */
export const standardInput = '-'

/**
 * Whether the files can be read, before anything is done with the first of them; and are none of
 * those that are written.
 */
export const checkInputs = (
  files: readonly string[],
  written: readonly (string | undefined)[],
): Outcome<void> => {
  if (files.filter((file) => file === standardInput).length > 1) {
    return wrongUse('standard input (-) can be read once only. Name it once.')
  }
  const targets = written.flatMap((path) => (path === undefined ? [] : [onDisk(path)]))
  if (new Set(targets).size < targets.length) {
    return wrongUse('the rejected lines would be written over the ledger. Name another file.')
  }
  for (const file of files.filter((each) => each !== standardInput)) {
    if (targets.includes(onDisk(file))) {
      return wrongUse(`${file} is to be read and written at once. Name another file to write.`)
    }
    const reason = unreadable(file)
    if (reason !== undefined) {
      return notDone(`${file} could not be read: ${reason}. Give the path of a file.`)
    }
  }
  return E.right(undefined)
}

/** The one name of a file that is there: by links, and on Windows by capitals, it has others. */
const onDisk = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}

const unreadable = (file: string): string | undefined => {
  try {
    accessSync(file, constants.R_OK)
    return statSync(file).isDirectory() ? 'it is a folder' : undefined
  } catch (cause) {
    return reasonOf(cause)
  }
}

/** How much there is to read; 0 where that is not known. Unit: bytes. */
export const bytesToRead = (files: readonly string[]): number =>
  files.includes(standardInput)
    ? 0
    : files.reduce(
        (bytes, file) => bytes + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
        0,
      )
