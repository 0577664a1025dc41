/**
 * `send-ledger export`: the records of a ledger as lines, in recorded order.
 */
import { explain, type Ledger } from '@send-ledger/core'
import { prefixKnownAt } from '@send-ledger/core/records'
import { exportNdjson } from '@send-ledger/interop'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { knownAtOf } from '../dates.js'
import { withLedger } from '../ledger-place.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `export` to the program. */
export const addExport: AddCommand = (program, perform) => {
  program
    .command('export')
    .description('Print the records, one CloudEvent in JSON a line, in recorded order.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .action((ledger: string, options: ExportOptions) =>
      perform((terminal) =>
        withLedger(ledger, terminal, (opened) => exportRecords(terminal, opened, options)),
      ),
    )
}

interface ExportOptions {
  readonly knownAt?: string
}

const exportRecords = async (
  terminal: Terminal,
  ledger: Ledger,
  options: ExportOptions,
): Promise<Outcome> => {
  const knownAt = knownAtOf(options.knownAt)
  if (E.isLeft(knownAt)) return knownAt
  const known = await prefixKnownAt(ledger, knownAt.right)()
  if (E.isLeft(known)) return notDone(explain(known.left))
  const { size } = known.right
  const progress = await progressOf(terminal, { doing: 'Exporting', total: size })
  const printed = await printAll(terminal, ledger, { size, onPrinted: progress.reached })
  progress.end()
  return printed
}

interface Extent {
  readonly size: number
  readonly onPrinted: (records: number) => void
}

const printAll = async (
  terminal: Terminal,
  ledger: Ledger,
  { size, onPrinted }: Extent,
): Promise<Outcome> => {
  let records = 0
  for await (const piece of exportNdjson(ledger, size)) {
    if (E.isLeft(piece)) return notDone(explain(piece.left))
    const printed = await terminal.print({ exact: piece.right.text })
    if (E.isLeft(printed)) return printed
    records += piece.right.records
    onPrinted(records)
  }
  return E.right(0)
}
