/**
 * `send-ledger checkpoint`: what the ledger is, in three lines, signed.
 */
import { explain, type Ledger } from '@send-ledger/core'
import { type Checkpoint, checkpointText, explainProof, signNote } from '@send-ledger/core/proof'
import { prefixKnownAt } from '@send-ledger/core/records'
import { checkpointOfLedger, explainFinding } from '@send-ledger/evidence/verify'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { knownAtOf } from '../dates.js'
import { signerIn } from '../key-given.js'
import { withLedger } from '../ledger-place.js'
import { putOut } from '../new-file.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, refused, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** Adds `checkpoint` to the program. */
export const addCheckpoint: AddCommand = (program, perform) => {
  program
    .command('checkpoint')
    .description('Print what the ledger is now: its origin, size and root, signed.')
    .argument('<ledger>', 'path of the ledger')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .option('--key <file>', 'the file of the key that signs; without it nothing is signed')
    .option('--out <file>', 'a new file to write it to')
    .action((ledger: string, options: CheckpointOptions) =>
      perform((terminal) => checkpoint(terminal, ledger, options)),
    )
}

interface CheckpointOptions {
  readonly knownAt?: string
  readonly key?: string
  readonly out?: string
}

const checkpoint = async (
  terminal: Terminal,
  name: string,
  options: CheckpointOptions,
): Promise<Outcome> => {
  const made = await withLedger(name, { ...terminal, snapshots: false }, (ledger) =>
    checkpointKnownAt(terminal, ledger, options.knownAt),
  )
  if (E.isLeft(made)) return made
  const note = await signed(terminal, made.right, options.key)
  if (E.isLeft(note)) return note
  return E.map(() => 0 as const)(await putOut(terminal, options.out, note.right))
}

const checkpointKnownAt = async (
  terminal: Terminal,
  ledger: Ledger,
  option: string | undefined,
): Promise<Outcome<Checkpoint>> => {
  const knownAt = knownAtOf(option)
  if (E.isLeft(knownAt)) return knownAt
  const known = await prefixKnownAt(ledger, knownAt.right)()
  if (E.isLeft(known)) return notDone(explain(known.left))
  const { size } = known.right
  const progress = await progressOf(terminal, { doing: 'Hashing', total: size })
  const made = await checkpointOfLedger(ledger, size, progress.reached)()
  progress.end()
  if (E.isRight(made)) return made
  return made.left._tag === 'RootDiffers' || made.left._tag === 'PositionGap'
    ? refused(`no checkpoint is made: ${explainFinding(made.left)} See send-ledger verify.`)
    : notDone(explain(made.left))
}

const signed = async (
  terminal: Terminal,
  made: Checkpoint,
  key: string | undefined,
): Promise<Outcome<string>> => {
  const text = checkpointText(made)
  if (E.isLeft(text)) return wrongUse(explainProof(text.left))
  if (key === undefined) return text
  const signer = await signerIn(key, terminal)
  if (E.isLeft(signer)) return signer
  const { name } = signer.right.key
  if (name !== made.origin && !terminal.quiet) {
    await terminal.say(
      `send-ledger: the key is called ${name} and the ledger ${made.origin}: other tools take a checkpoint only where the two are the same.`,
    )
  }
  const note = signNote(text.right, signer.right)
  return E.isLeft(note) ? wrongUse(explainProof(note.left)) : note
}
