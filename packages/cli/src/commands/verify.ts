/**
 * `send-ledger verify`: proves a ledger or an evidence pack, or says what is wrong with it.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { eachKey } from '../key-given.js'
import { placeOf } from '../ledger-place.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { kindOf } from '../verified/kind.js'
import { verifyNamedLedger } from '../verified/ledger.js'
import { verifyPackAt } from '../verified/pack.js'
import { printReport, type Report, type VerifyOptions } from '../verified/report.js'

/** Adds `verify` to the program. */
export const addVerify: AddCommand = (program, perform) => {
  program
    .command('verify')
    .description('Prove a ledger or an evidence pack, or say what is wrong with it.')
    .argument('<what>', 'a ledger, by its path or address; or a pack: a folder or a zip file')
    .option('--key <key>', 'who must have signed: a key, or its file; may be repeated', eachKey)
    .option('--checkpoint <file>', 'a checkpoint that was kept outside, to compare with')
    .option('--since <pack>', 'of a pack: an earlier one, since which nothing may have changed')
    .action((what: string, options: VerifyOptions) =>
      perform((terminal) => verify(terminal, what, options)),
    )
}

const verify = async (
  terminal: Terminal,
  name: string,
  options: VerifyOptions,
): Promise<Outcome> => {
  const report = await reportOn(terminal, name, options)
  return E.isLeft(report) ? report : printReport(terminal, report.right)
}

const reportOn = async (
  terminal: Terminal,
  name: string,
  options: VerifyOptions,
): Promise<Outcome<Report>> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  const kind = place.right.kind === 'server' ? E.right('ledger') : await kindOf(place.right.at)
  if (E.isLeft(kind)) return notDone(kind.left)
  switch (kind.right) {
    case 'ledger':
      return verifyNamedLedger(terminal, name, options)
    case 'folder':
    case 'archive':
      return verifyPackAt(terminal, place.right.at, options)
    default:
      return wrongUse(`${name} is neither a ledger nor an evidence pack. Give the path of one.`)
  }
}
