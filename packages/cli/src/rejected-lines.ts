/**
 * Where rejected lines go: into a file, or the first of them to standard error.
 */
import { closeSync, lstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Reject } from '@send-ledger/interop'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome, reasonOf } from './stop.js'
import type { Terminal } from './terminal.js'

/** Takes the rejected lines of an import. */
export interface RejectedLines {
  readonly take: (file: string, reject: Reject) => void | Promise<void>
  readonly close: () => Promise<Outcome<void>>
}

/** How many rejected lines are named where no file is given for them. */
const namedAtMost = 10

/** Where the rejected lines of an import go. */
export const rejectedLines = (
  terminal: Terminal,
  path: string | undefined,
): Outcome<RejectedLines> => (path === undefined ? E.right(named(terminal)) : writtenTo(path))

/** One JSON object a line: file, line, code, reason, raw. Where none is rejected, no file stays. */
const writtenTo = (path: string): Outcome<RejectedLines> => {
  const failed = (cause: unknown): Outcome<never> =>
    notDone(`${path} could not be written: ${reasonOf(cause)}. Give another file for --rejects.`)
  const opened = attempted(() => {
    if (isOfRejects(path)) rmSync(path)
    return openSync(path, 'wx')
  })
  if (E.isLeft(opened)) return failed(opened.left)
  const descriptor = opened.right
  let count = 0
  return E.right({
    take: (file, { line, code, reason, raw }) => {
      const written = attempted(() =>
        writeSync(descriptor, `${JSON.stringify({ file, line, code, reason, raw })}\n`),
      )
      if (E.isLeft(written)) throw new Error(`${path}: ${reasonOf(written.left)}`)
      count++
    },
    close: async () => {
      const closed = attempted(() => {
        closeSync(descriptor)
        if (count === 0) rmSync(path)
      })
      return E.isLeft(closed) ? failed(closed.left) : closed
    },
  })
}

const attempted = <A>(act: () => A): E.Either<unknown, A> => E.tryCatch(act, (cause) => cause)

/** How much of a file tells whether it is of rejected lines. Unit: bytes. */
const enough = 4096

/** Whether a file was made by an earlier import for its rejected lines, by what is in it. */
const isOfRejects = (path: string): boolean => {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return false
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(enough)
    const start = bytes.toString('utf8', 0, readSync(file, bytes, 0, enough, 0))
    return /^\{"file":"[^\n]*?","line":\d+,"code":"[\w-]+","reason":"/.test(start)
  } finally {
    closeSync(file)
  }
}

const named = (terminal: Terminal): RejectedLines => {
  let count = 0
  return {
    take: (file, { line, code, reason }) => {
      if (++count > namedAtMost) return
      return terminal.say(`${file}, line ${line}: ${code}: ${reason}`)
    },
    close: async () => {
      const more = count - namedAtMost
      if (more > 0) await terminal.say(`and ${more} more; --rejects FILE keeps them all`)
      return E.right(undefined)
    },
  }
}
