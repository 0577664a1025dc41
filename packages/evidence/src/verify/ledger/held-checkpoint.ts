/**
 * A checkpoint that was kept outside the ledger: what it says, and whether it is believed.
 */
import {
  type Checkpoint,
  type CheckpointFailure,
  openCheckpoint,
  readCheckpoint,
  readNote,
  type Signature,
  type VerifierKey,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import { ed25519 } from '../../sign/cryptography.js'
import { absentOf } from '../absent-witnesses.js'
import type { LedgerNotChecked } from '../not-checked.js'

/** A checkpoint from outside, and the keys to believe it by. */
export interface CheckpointHeld {
  /** A signed note; where no key is given, its text alone does too. */
  readonly text: string
  /** Of the ledger's keys one must have signed; of witnesses' keys each. */
  readonly keys: readonly VerifierKey[]
}

/** What came of a checkpoint. */
export interface HeldOpened {
  /** Only where it is believed, or nobody asked whether it is. */
  readonly checkpoint?: Checkpoint
  /** Signatures that were checked. */
  readonly signatures: readonly Signature[]
  readonly findings: readonly CheckpointFailure[]
  readonly notChecked: readonly LedgerNotChecked[]
}

/** Opens a checkpoint of the ledger that has this name. */
export const openHeld = (origin: string, held: CheckpointHeld | undefined): HeldOpened => {
  if (held === undefined) return { ...nothing, notChecked: [{ _tag: 'NoCheckpoint' }] }
  const opened = held.keys.length === 0 ? unbelieved(origin, held.text) : believed(origin, held)
  if (E.isRight(opened)) return opened.right
  const notChecked = [{ _tag: 'CheckpointNotCompared' }] as const
  return { ...nothing, findings: [opened.left], notChecked }
}

const nothing = { signatures: [], findings: [], notChecked: [] } as const

const unbelieved = (origin: string, text: string): E.Either<CheckpointFailure, HeldOpened> => {
  const note = readNote(text)
  const isPlain = E.isLeft(note) && note.left.flaw === 'unsigned'
  if (E.isLeft(note) && !isPlain) return note
  const read = readCheckpoint(E.isRight(note) ? note.right.text : text)
  if (E.isLeft(read)) return read
  const checkpoint = read.right
  if (checkpoint.origin !== origin) {
    return E.left({ _tag: 'OriginDiffers', expected: origin, found: checkpoint.origin })
  }
  return E.right({ ...nothing, checkpoint, notChecked: [{ _tag: 'SignatureNotChecked' }] })
}

const believed = (
  origin: string,
  { text, keys }: CheckpointHeld,
): E.Either<CheckpointFailure, HeldOpened> => {
  const ledger = keys.filter(({ use }) => use === 'signature')
  const witnesses = keys.filter(({ use }) => use === 'cosignature')
  const opened = openCheckpoint(ed25519.verify, text, { ledger, witnesses, origin })
  if (E.isLeft(opened)) return opened
  const { checkpoint, signatures } = opened.right
  return E.right({
    checkpoint,
    signatures,
    findings: absentOf(witnesses, opened.right),
    notChecked: [],
  })
}
