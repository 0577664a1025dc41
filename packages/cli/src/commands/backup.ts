/**
 * `send-ledger backup`: a copy of a ledger in one file, while others go on writing to it.
 */
import { explain } from '@send-ledger/core'
import { base64 } from '@send-ledger/core/proof'
import { isNoPath } from '@send-ledger/store-by-name'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { placeOf } from '../ledger-place.js'
import { inJsonLine } from '../printed.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `backup` to the program. */
export const addBackup: AddCommand = (program, perform) => {
  program
    .command('backup')
    .description('Copy a ledger into one new file while others use it, and prove the copy.')
    .argument('<ledger>', 'path of the ledger')
    .requiredOption('--out <file>', 'the new file; nothing is ever written over')
    .action((ledger: string, { out }: { readonly out: string }) =>
      perform((terminal) => backup(terminal, ledger, out)),
    )
}

const backup = async (terminal: Terminal, name: string, out: string): Promise<Outcome> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  if (place.right.kind === 'server') {
    return wrongUse(
      'a backup is made of a file. Copy the ledger of a server with send-ledger copy.',
    )
  }
  if (isNoPath(out))
    return wrongUse(`${out} is no path of a file. Give one, such as backup.sqlite.`)
  const { backupSqliteLedger } = await import('@send-ledger/store-sqlite')
  const made = await backupSqliteLedger(name, out)()
  if (E.isLeft(made)) return notDone(explain(made.left))
  if (terminal.quiet && !terminal.json) return E.right(0)
  const { size } = made.right
  const root = base64(made.right.root)
  const said = terminal.json
    ? inJsonLine({ backup: out, root, size })
    : [`Backed up ${size} ${size === 1 ? 'record' : 'records'} to ${out}, with the root ${root}.`]
  return E.map(() => 0 as const)(await terminal.print(said))
}
