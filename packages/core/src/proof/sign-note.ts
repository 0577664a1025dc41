/**
 * Signing: a text by its ledger, and a checkpoint by an outsider who saw it.
 *
 * Source: C2SP signed-note v1.0.0; tlog-cosignature v1.0.1.
 */
import * as E from 'fp-ts/lib/Either.js'
import { readCheckpoint } from './checkpoint.js'
import { cosignatureOf, signatureOf } from './cosignature.js'
import type { CheckpointMalformed, KeyOfOtherUse, NoteMalformed } from './failures.js'
import type { KeyUse, Signer } from './keys.js'
import { readNote, signatureLine } from './note.js'
import { wrongLine } from './note-text.js'

/**
 * The text with a signature line, as a signed note.
 *
 * Errors: NoteMalformed where the text does not end with a line feed, or has a character in it that
 * a note may not have; KeyOfOtherUse where the key makes cosignatures.
 *
 * @example
 * import { keyTexts, readSignerKey, signNote } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const privateKey = new Uint8Array(32)
 * const made = keyTexts(sha256, ed25519, { name: 'example.org/l', use: 'signature', privateKey })
 * const text = made._tag === 'Right' ? made.right.signerKey : ''
 * const signer = readSignerKey(sha256, ed25519, text)
 * const note = signer._tag === 'Right' ? signNote('A text.\n', signer.right) : signer
 * assert.ok(note._tag === 'Right' && note.right.startsWith('A text.\n\n— example.org/l '))
 */
export const signNote = (
  text: string,
  signer: Signer,
): E.Either<NoteMalformed | KeyOfOtherUse, string> => {
  const misused = otherUse(signer, 'signature')
  if (misused) return E.left(misused)
  const wrong = wrongLine(text)
  if (wrong > 0) return E.left({ _tag: 'NoteMalformed', flaw: 'character', line: wrong })
  if (!text.endsWith('\n')) {
    return E.left({ _tag: 'NoteMalformed', flaw: 'end', line: text.split('\n').length })
  }
  const { name, keyId } = signer.key
  return E.right(`${text}\n${signatureLine({ name, keyId, bytes: signatureOf(signer, text) })}`)
}

/**
 * A signed checkpoint with a witness's dated line added. The witness says by it that this is the
 * ledger's largest tree that it has seen, and that it was only added to: check the ledger's
 * signature and the consistency with the last checkpoint before.
 *
 * Unit: `at` is in seconds since 1970 UTC; throws a RangeError where it is no such number.
 * Errors: NoteMalformed, CheckpointMalformed; KeyOfOtherUse where the key makes plain signatures.
 *
 * @example
 * import { cosign, explainProof, keyTexts, readSignerKey } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const privateKey = new Uint8Array(32)
 * const made = keyTexts(sha256, ed25519, { name: 'chair', use: 'cosignature', privateKey })
 * const witness = readSignerKey(sha256, ed25519, made._tag === 'Right' ? made.right.signerKey : '')
 * const cosigned = witness._tag === 'Right' ? cosign('No note.\n', witness.right, 1627750800) : witness
 * assert.ok(cosigned._tag === 'Left' && /no signed note/.test(explainProof(cosigned.left)))
 */
export const cosign = (
  checkpoint: string,
  signer: Signer,
  at: number,
): E.Either<NoteMalformed | CheckpointMalformed | KeyOfOtherUse, string> => {
  if (!Number.isSafeInteger(at) || at < 0) throw new RangeError(`${at} is no second since 1970`)
  const misused = otherUse(signer, 'cosignature')
  if (misused) return E.left(misused)
  const note = readNote(checkpoint)
  if (E.isLeft(note)) return note
  const read = readCheckpoint(note.right.text)
  if (E.isLeft(read)) return read
  const { name, keyId } = signer.key
  const bytes = cosignatureOf(signer, note.right.text, at)
  return E.right(`${checkpoint}${signatureLine({ name, keyId, bytes })}`)
}

const otherUse = ({ key }: Signer, wanted: KeyUse): KeyOfOtherUse | undefined =>
  key.use === wanted ? undefined : { _tag: 'KeyOfOtherUse', name: key.name, wanted }
