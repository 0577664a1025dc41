/**
 * Where a command puts what it made: in a new file, or on standard output.
 */
import { writeFile } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome, reasonOf, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'

/** Writes a text to a file that is not there yet, or prints it where no file is named. */
export const putOut = async (
  terminal: Terminal,
  path: string | undefined,
  text: string,
): Promise<Outcome<void>> => {
  if (path === undefined) return terminal.print({ exact: text })
  try {
    await writeFile(path, text, { flag: 'wx' })
    return E.right(undefined)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EEXIST'
      ? wrongUse(`there is something at ${path} already. Give a path where nothing is.`)
      : notDone(`${path} could not be written: ${reasonOf(cause)}. Give another path.`)
  }
}

/**
 * Whether a name means something else to SQLite than the path of a file: `:memory:`, and addresses
 * such as `file:walsall.sqlite?mode=rwc`.
 */
export const isNoPath = (name: string): boolean => /^(file:|:)/i.test(name)
