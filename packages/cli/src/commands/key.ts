/**
 * `send-ledger key new`: a new key pair in two files.
 */

import { createKeyFiles, type KeyFiles } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { keyStop } from '../key-given.js'
import { inJsonLine, type Line } from '../printed.js'
import type { Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `key` to the program. */
export const addKey: AddCommand = (program, perform) => {
  program
    .command('key')
    .description('Make keys that sign checkpoints.')
    .command('new')
    .description('Make a key pair: FILE signs and is to be kept, FILE.pub is to be handed out.')
    .argument('<file>', 'path of the file to make for the key that signs')
    .requiredOption('--name <name>', 'whose key it is: the origin of a ledger, or a witness')
    .option('--cosignature', 'the key of a witness, which dates what it saw')
    .action((file: string, options: KeyOptions) =>
      perform((terminal) => newKey(terminal, file, options)),
    )
}

interface KeyOptions {
  readonly name: string
  readonly cosignature?: boolean
}

const newKey = async (
  terminal: Terminal,
  file: string,
  { name, cosignature }: KeyOptions,
): Promise<Outcome> => {
  const use = cosignature ? 'cosignature' : 'signature'
  const made = await createKeyFiles(file, { name, use })()
  if (E.isLeft(made)) return keyStop(made.left)
  const text = terminal.json ? inJsonLine({ ...made.right, use }) : inWords(made.right)
  const printed = terminal.quiet && !terminal.json ? E.right(undefined) : await terminal.print(text)
  return E.map(() => 0 as const)(printed)
}

const inWords = ({ signerKeyPath, verifierKeyPath, verifierKey }: KeyFiles): readonly Line[] => [
  `Made ${signerKeyPath}. Keep it to yourself: who reads it can sign.`,
  `Made ${verifierKeyPath}. Hand it out, by another way than the ledger itself:`,
  verifierKey,
]
