/**
 * Where a command puts what it made: in a new file, or on standard output.
 */
import { link, mkdtemp, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
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
    await writeNew(path, text)
    return E.right(undefined)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EEXIST'
      ? wrongUse(`there is something at ${path} already. Give a path where nothing is.`)
      : notDone(`${path} could not be written: ${reasonOf(cause)}. Give another path.`)
  }
}

/** It is written whole beside its place, so that no half one is ever found there. */
const writeNew = async (path: string, text: string): Promise<void> => {
  const beside = await mkdtemp(join(dirname(path), `.${basename(path)}.unfinished-`))
  try {
    const whole = join(beside, 'whole')
    await writeTo(whole, text)
    await link(whole, path).catch(async (cause: NodeJS.ErrnoException) => {
      // Some disks have no links, as each system says in its own way: the name is taken first.
      if (cause.code === 'EEXIST') throw cause
      await writeTo(path, text)
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

const writeTo = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
