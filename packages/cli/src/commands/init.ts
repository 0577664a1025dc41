/**
 * `send-ledger init`: a new, empty ledger.
 */
import { explain } from '@send-ledger/core'
import { originFlaw } from '@send-ledger/core/store'
import type { Place } from '@send-ledger/store-by-name'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { createLedger, placeOf } from '../ledger-place.js'
import { inJsonLine } from '../printed.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `init` to the program. */
export const addInit: AddCommand = (program, perform) => {
  program
    .command('init')
    .description('Make a new, empty ledger.')
    .argument(
      '<ledger>',
      'path of the SQLite file to make, or an address such as esdb://host:2113?ledger=walsall',
    )
    .option(
      '--origin <name>',
      'what the ledger calls itself (default: urn:send-ledger:<name of the file>)',
    )
    .action((ledger: string, options: InitOptions) =>
      perform((terminal) => init(terminal, ledger, options)),
    )
}

interface InitOptions {
  readonly origin?: string
}

const init = async (terminal: Terminal, ledger: string, options: InitOptions): Promise<Outcome> => {
  const place = placeOf(ledger)
  if (E.isLeft(place)) return place
  const origin = options.origin ?? originOf(place.right)
  const flaw = originFlaw(origin)
  if (flaw !== undefined) return wrongUse(`${flaw} (--origin).`)
  const made = await createLedger(place.right, { origin, now: terminal.io.now })
  if (E.isLeft(made)) return made
  const closed = await made.right.close()()
  if (E.isLeft(closed)) return notDone(explain(closed.left))
  const said = terminal.json
    ? inJsonLine({ ledger: place.right.shown, origin, size: 0 })
    : [`Made ${place.right.shown}, an empty ledger called ${origin}.`]
  const printed = terminal.quiet && !terminal.json ? E.right(undefined) : await terminal.print(said)
  return E.map(() => 0 as const)(printed)
}

/** What a ledger calls itself that is told nothing else. */
const originOf = ({ name }: Place): string =>
  `urn:send-ledger:${encodeURIComponent(name.replace(/\s+/g, '-'))}`
