/**
 * The ledger of the demo: the records of the Walsall example in a SQLite file.
 */
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Draft, explain, type Ledger, recorder } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { createLedger, placeOf } from '../ledger-place.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, reasonOf } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** The path of the ledger: in the folder given, which is made where it is missing, or a new one. */
export const demoPath = (folder: string | undefined): Outcome<string> => {
  const made = E.tryCatch(
    () => {
      if (folder === undefined) return mkdtempSync(join(tmpdir(), 'send-ledger-demo-'))
      // Not what is above it: a path that is mistyped makes no folders.
      if (!existsSync(folder)) mkdirSync(folder)
      return folder
    },
    (cause) => cause,
  )
  return E.isLeft(made)
    ? notDone(
        `${folder ?? tmpdir()} could not be made: ${reasonOf(made.left)}. Give another --out.`,
      )
    : E.right(join(made.right, 'walsall.sqlite'))
}

/** What is recorded, and what the ledger is called. */
export interface DemoRecords {
  readonly origin: string
  readonly drafts: readonly Draft[]
}

/** Drafts recorded at a time. */
const batch = 2_000

/** Makes the ledger and records everything in it. */
export const demoLedger = async (
  terminal: Terminal,
  path: string,
  { origin, drafts }: DemoRecords,
): Promise<Outcome<Ledger>> => {
  const place = placeOf(path)
  if (E.isLeft(place)) return place
  const ledger = await createLedger(place.right, { origin, now: terminal.io.now })
  if (E.isLeft(ledger)) return ledger
  const { record } = recorder(ledger.right, { now: terminal.io.now })
  const progress = await progressOf(terminal, { doing: 'Recording', total: drafts.length })
  for (let from = 0; from < drafts.length; from += batch) {
    const outcomes = await record(drafts.slice(from, from + batch))()
    if (E.isLeft(outcomes)) return notDone(explain(outcomes.left))
    const refused = outcomes.right.find(E.isLeft)
    if (refused) throw new Error(`the example is not recorded whole: ${explain(refused.left)}`)
    progress.reached(from + outcomes.right.length)
  }
  progress.end()
  return ledger
}
