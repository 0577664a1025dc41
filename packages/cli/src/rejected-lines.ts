/**
 * Where rejected lines go: into a file, or the first of them to standard error.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
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

/** One JSON object a line: file, line, code, reason, raw. */
const writtenTo = (path: string): Outcome<RejectedLines> => {
  const failed = (cause: unknown): Outcome<never> =>
    notDone(`${path} could not be written: ${reasonOf(cause)}. Give another file for --rejects.`)
  const opened = E.tryCatch(
    () => openSync(path, 'w'),
    (cause) => cause,
  )
  if (E.isLeft(opened)) return failed(opened.left)
  const descriptor = opened.right
  return E.right({
    take: (file, { line, code, reason, raw }) => {
      writeSync(descriptor, `${JSON.stringify({ file, line, code, reason, raw })}\n`)
    },
    close: async () => {
      const closed = E.tryCatch(
        () => closeSync(descriptor),
        (cause) => cause,
      )
      return E.isLeft(closed) ? failed(closed.left) : closed
    },
  })
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
