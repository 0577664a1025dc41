/**
 * Believing a checkpoint: signed by the ledger's own key, and dated by the witnesses it names.
 *
 * Source: C2SP tlog-checkpoint v1.0.0, "Signatures"; tlog-cosignature v1.0.1.
 */
import * as E from 'fp-ts/lib/Either.js'
import { type Checkpoint, readCheckpoint } from './checkpoint.js'
import type { Ed25519Verify } from './ed25519.js'
import type { CheckpointFailure } from './failures.js'
import type { VerifierKey } from './keys.js'
import { type OpenedNote, openNote } from './open-note.js'

/** Whom the verifier trusts. It comes from outside: never from the ledger or pack under test. */
export interface Trusted {
  /** Keys of the ledger, one of which must have signed; more than one after a change of keys. */
  readonly ledger: readonly VerifierKey[]
  /** Keys of outsiders; whether they must have signed is for the verifier to say. */
  readonly witnesses?: readonly VerifierKey[]
  /** What the ledger must call itself; the name of the key that signed, unless told. */
  readonly origin?: string
}

/** A checkpoint that was checked, and who signed it. */
export interface OpenedCheckpoint extends OpenedNote {
  readonly checkpoint: Checkpoint
}

/**
 * The checkpoint of a signed note, once the ledger's key has signed it. A witness alone does not do.
 *
 * Errors: NoteMalformed, SignatureWrong, NotSigned, CheckpointMalformed, OriginDiffers.
 *
 * @example
 * import { openCheckpoint, readVerifierKey } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const key = 'example.org/send-ledger+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4'
 * const known = readVerifierKey(sha256, key)
 * const note =
 *   'example.org/send-ledger\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n' +
 *   '— example.org/send-ledger a/ABGSt1L4dq5LoGAD3EQh3GJ8uB4RPrDEjKp2Lxs36xpw1I5lpjkYMLh4dVTLFD' +
 *   'fbDHY87uTdGpzPv2Uu3/a6ezmg4=\n'
 * const trusted = { ledger: known._tag === 'Right' ? [known.right] : [] }
 * const opened = openCheckpoint(ed25519.verify, note, trusted)
 * assert.strictEqual(opened._tag === 'Right' && opened.right.checkpoint.size, 8)
 */
export const openCheckpoint = (
  verify: Ed25519Verify,
  note: string,
  { ledger, witnesses = [], origin }: Trusted,
): E.Either<CheckpointFailure, OpenedCheckpoint> => {
  const opened = openNote(verify, note, [...ledger, ...witnesses])
  if (E.isLeft(opened)) return opened
  const { signatures, unknown } = opened.right
  const signer = signatures.find(({ key }) => ledger.includes(key))
  if (signer === undefined) {
    const found = [...signatures.map(({ key }) => key.name), ...unknown.map(({ name }) => name)]
    return E.left({ _tag: 'NotSigned', by: ledger.map(({ name }) => name), found })
  }
  const checkpoint = readCheckpoint(opened.right.text)
  if (E.isLeft(checkpoint)) return checkpoint
  const expected = origin ?? signer.key.name
  const found = checkpoint.right.origin
  if (found !== expected) return E.left({ _tag: 'OriginDiffers', expected, found })
  return E.right({ ...opened.right, checkpoint: checkpoint.right })
}
