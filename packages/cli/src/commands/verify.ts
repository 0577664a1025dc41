/**
 * `send-ledger verify`: proves a ledger or an evidence pack, or says what is wrong with it.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { placeOf } from '../ledger-place.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { kindOf } from '../verified/kind.js'
import { verifyNamedLedger } from '../verified/ledger.js'
import { printReport, type VerifyOptions } from '../verified/report.js'

/** Adds `verify` to the program. */
export const addVerify: AddCommand = (program, perform) => {
  program
    .command('verify')
    .description('Prove a ledger, or say what is wrong with it.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .option('--checkpoint <file>', 'a checkpoint that was kept outside, to compare the ledger with')
    .option('--key <key...>', 'who must have signed: a key handed out by its owner, or its file')
    .action((what: string, options: VerifyOptions) =>
      perform((terminal) => verify(terminal, what, options)),
    )
}

const verify = async (
  terminal: Terminal,
  name: string,
  options: VerifyOptions,
): Promise<Outcome> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  const kind = place.right.kind === 'server' ? E.right('ledger') : await kindOf(place.right.at)
  if (E.isLeft(kind)) return notDone(kind.left)
  if (kind.right !== 'ledger') return wrongUse(`${name} is no ledger. Give the path of one.`)
  const report = await verifyNamedLedger(terminal, name, options)
  return E.isLeft(report) ? report : printReport(terminal, report.right)
}
