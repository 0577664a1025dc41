/**
 * Believing a signed note: by the keys that the verifier brought, never by one found in the note.
 *
 * Source: C2SP signed-note v1.0.0, "Signatures".
 */
import * as E from 'fp-ts/lib/Either.js'
import { partsOf } from './cosignature.js'
import type { Ed25519Verify } from './ed25519.js'
import type { NoteFailure } from './failures.js'
import type { VerifierKey } from './keys.js'
import { type NoteSignature, readNote } from './note.js'

/** A signature that was checked. */
export interface Signature {
  readonly key: VerifierKey
  /** When a witness saw it, by the witness's own clock. Unit: seconds since 1970 UTC. */
  readonly at?: number
}

/** A note that was checked. */
export interface OpenedNote {
  /** The text that was signed, with its last line feed. */
  readonly text: string
  /** At least one. Keys may sign twice: count keys, not signatures. */
  readonly signatures: readonly Signature[]
  /** Signatures that were not checked: no key was brought for them. */
  readonly unknown: readonly { readonly name: string; readonly keyId: string }[]
}

/**
 * The text of a signed note, once a known key has signed it. Signatures of unknown keys are
 * ignored; one wrong signature of a known key rejects the note.
 *
 * Errors: NoteMalformed, SignatureWrong, NotSigned.
 *
 * @example
 * import { openNote, readVerifierKey } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const key = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
 * const known = readVerifierKey(sha256, key)
 * const note =
 *   'This is an example message.\n\n— example.com/foo ' +
 *   'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
 * const opened = openNote(ed25519.verify, note, known._tag === 'Right' ? [known.right] : [])
 * assert.ok(opened._tag === 'Right' && opened.right.text === 'This is an example message.\n')
 */
export const openNote = (
  verify: Ed25519Verify,
  note: string,
  known: readonly VerifierKey[],
): E.Either<NoteFailure, OpenedNote> => {
  const read = readNote(note)
  if (E.isLeft(read)) return read
  const signatures: Signature[] = []
  const unknown: { name: string; keyId: string }[] = []
  for (const line of read.right.signatures) {
    const { name, keyId } = line
    const key = known.find((each) => each.name === name && each.keyId === keyId)
    if (key === undefined) {
      unknown.push({ name, keyId })
      continue
    }
    const signature = checked(verify, key, { line, text: read.right.text })
    if (signature === undefined) return E.left({ _tag: 'SignatureWrong', name, keyId })
    signatures.push(signature)
  }
  if (signatures.length === 0) {
    return E.left({
      _tag: 'NotSigned',
      by: known.map(({ name }) => name),
      found: read.right.signatures.map(({ name }) => name),
    })
  }
  return E.right({ text: read.right.text, signatures, unknown })
}

const checked = (
  verify: Ed25519Verify,
  key: VerifierKey,
  { line, text }: { readonly line: NoteSignature; readonly text: string },
): Signature | undefined => {
  const parts = partsOf(key.use, line.bytes, text)
  if (parts === undefined) return undefined
  const { message, signature, at } = parts
  if (!verify({ publicKey: key.publicKey, message, signature })) return undefined
  return at === undefined ? { key } : { key, at }
}
