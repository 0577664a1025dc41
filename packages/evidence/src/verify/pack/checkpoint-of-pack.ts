/**
 * The checkpoint of a pack, believed by the keys that the verifier brought and by no other.
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

/** The checkpoint of a pack as it was read, and what is wrong with its signature. */
export interface CheckpointRead {
  /** Only where it is one at all; believed or not. */
  readonly checkpoint?: Checkpoint
  readonly signatures: readonly Signature[]
  readonly findings: readonly CheckpointFailure[]
}

/** Reads the text of a checkpoint, and checks who signed it where keys are given. */
export const checkpointIn = (text: string, keys: readonly VerifierKey[]): CheckpointRead => {
  const seen = E.flatMap(({ text: signed }: { readonly text: string }) => readCheckpoint(signed))(
    readNote(text),
  )
  if (E.isLeft(seen)) return { signatures: [], findings: [seen.left] }
  const checkpoint = seen.right
  if (keys.length === 0) return { checkpoint, signatures: [], findings: [] }
  const ledger = keys.filter(({ use }) => use === 'signature')
  const witnesses = keys.filter(({ use }) => use === 'cosignature')
  // The origin must be the name of the key: what the pack calls itself proves nothing.
  const opened = openCheckpoint(ed25519.verify, text, { ledger, witnesses })
  if (E.isLeft(opened)) return { checkpoint, signatures: [], findings: [opened.left] }
  const { signatures } = opened.right
  return { checkpoint, signatures, findings: absentOf(witnesses, opened.right) }
}
