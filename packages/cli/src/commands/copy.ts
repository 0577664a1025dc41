/**
 * `send-ledger copy`: a ledger moved into another store, with proof that it is the same.
 */

import { explain, type Ledger } from '@send-ledger/core'
import { base64 } from '@send-ledger/core/proof'
import { type Copied, copyLedger, explainCopyFailure } from '@send-ledger/interop'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { closedAfter, createLedger, isThere, placeOf, withLedger } from '../ledger-place.js'
import { inJsonLine, type Printed } from '../printed.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, refused, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `copy` to the program. */
export const addCopy: AddCommand = (program, perform) => {
  program
    .command('copy')
    .description('Copy a ledger into another store. A second run goes on where the first stopped.')
    .argument('<from>', 'path of the ledger, or its address')
    .argument('<to>', 'where it goes: a path, or an address; made where nothing is yet')
    .action((from: string, to: string) => perform((terminal) => copy(terminal, from, to)))
}

const copy = async (terminal: Terminal, from: string, to: string): Promise<Outcome> => {
  const place = placeOf(to)
  if (E.isLeft(place)) return place
  return withLedger(from, terminal, async (source) => {
    const there = await isThere(place.right, terminal)
    if (E.isLeft(there)) return there
    if (there.right)
      return withLedger(to, terminal, (target) => copied(terminal, source, target), 'trusted')
    // A copy has the instants of the ledger that it is of, whatever the clock here.
    const { now } = terminal.io
    const made = await createLedger(place.right, { origin: source.origin, now, trustClock: true })
    if (E.isLeft(made)) return made
    return closedAfter(made.right, (target) => copied(terminal, source, target))
  })
}

const copied = async (terminal: Terminal, source: Ledger, target: Ledger): Promise<Outcome> => {
  if (source.origin !== target.origin) {
    return wrongUse(
      `the target calls itself ${target.origin}, the source ${source.origin}: a copy is the same ledger. Give another target.`,
    )
  }
  const head = await source.head()()
  if (E.isLeft(head)) return notDone(explain(head.left))
  const progress = await progressOf(terminal, { doing: 'Copying', total: head.right.size })
  const done = await copyLedger(source, target, progress.reached)()
  progress.end()
  if (E.isLeft(done)) {
    const isNo = done.left._tag === 'OtherHistory' || done.left._tag === 'RootsDiffer'
    return (isNo ? refused : notDone)(explainCopyFailure(done.left))
  }
  if (terminal.quiet && !terminal.json) return E.right(0)
  return E.map(() => 0 as const)(await terminal.print(textOf(terminal, done.right)))
}

const textOf = ({ json }: Terminal, { written, size, root }: Copied): Printed =>
  json
    ? inJsonLine({ written, size, root: base64(root) })
    : [
        `Copied ${written} ${written === 1 ? 'record' : 'records'}. Both ledgers hold ${size}, with the root ${base64(root)}.`,
      ]
