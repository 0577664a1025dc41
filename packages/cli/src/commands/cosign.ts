/**
 * `send-ledger cosign`: a witness dates a checkpoint that it saw.
 */
import { cosign, explainProof, openNote } from '@send-ledger/core/proof'
import { ed25519 } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { eachKey, signerIn, verifierKeysOf } from '../key-given.js'
import { putOut } from '../new-file.js'
import { noteIn } from '../note-file.js'
import { type Outcome, refused, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `cosign` to the program. */
export const addCosign: AddCommand = (program, perform) => {
  program
    .command('cosign')
    .description('Print a signed checkpoint with a witness’s dated signature added.')
    .argument('<checkpoint>', 'file of the signed checkpoint')
    .requiredOption('--key <file>', 'the file of the witness’s key')
    .option('--signed-by <key>', 'only if it is signed by this key, or its file; repeat', eachKey)
    .option('--out <file>', 'a new file to write it to')
    .action((checkpoint: string, options: CosignOptions) =>
      perform((terminal) => cosigned(terminal, checkpoint, options)),
    )
}

interface CosignOptions {
  readonly key: string
  readonly signedBy?: readonly string[]
  readonly out?: string
}

const cosigned = async (
  terminal: Terminal,
  file: string,
  { key, signedBy = [], out }: CosignOptions,
): Promise<Outcome> => {
  const read = await noteIn(file)
  if (E.isLeft(read)) return read
  const known = await verifierKeysOf(signedBy)
  if (E.isLeft(known)) return known
  if (known.right.length > 0) {
    const opened = openNote(ed25519.verify, read.right, known.right)
    if (E.isLeft(opened)) return refused(`it is not cosigned: ${explainProof(opened.left)}`)
  } else if (!terminal.quiet) {
    await terminal.say(
      'send-ledger: whose signature it bears was not checked. Give the ledger’s key with --signed-by.',
    )
  }
  const signer = await signerIn(key, terminal)
  if (E.isLeft(signer)) return signer
  const at = Math.floor(Date.parse(terminal.io.now()) / 1000)
  const note = cosign(read.right, signer.right, at)
  if (E.isLeft(note)) return wrongUse(explainProof(note.left))
  return E.map(() => 0 as const)(await putOut(terminal, out, note.right))
}
