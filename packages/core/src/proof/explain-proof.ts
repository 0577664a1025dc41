/**
 * The sentence for each failure of a key, a note, a checkpoint or a proof, for an auditor.
 */
import { absurd } from 'fp-ts/lib/function.js'
import type {
  CheckpointMalformed,
  KeyMalformed,
  NoteMalformed,
  ProofFailure,
  ProofMalformed,
} from './failures.js'

/**
 * The sentence for a failure: what is not proved, and what that means.
 *
 * Errors: none.
 *
 * @example
 * import { explainProof } from '@send-ledger/core/proof'
 *
 * const found = { _tag: 'NotSigned', by: ['example.org/ledger'], found: [] } as const
 * assert.match(explainProof(found), /^it is not signed by example.org\/ledger/)
 */
export const explainProof = (failure: ProofFailure): string => {
  switch (failure._tag) {
    case 'KeyMalformed':
      return `the key cannot be used: ${keyFlaws[failure.flaw]}.`
    case 'KeyTypeUnknown':
      return `the key of ${failure.name} is of type ${failure.type}, and only Ed25519 keys (types 1 and 4) can be used.`
    case 'KeyOfOtherUse':
      return `the key of ${failure.name} does not make a ${failure.wanted}. Use one that was made for it.`
    case 'NoteMalformed':
      return `this is no signed note: line ${failure.line}: ${noteFlaws[failure.flaw]}.`
    case 'SignatureWrong':
      return `the signature of ${failure.name} (key ${failure.keyId}) does not belong to this text: the text or the signature was changed.`
    case 'NotSigned':
      return failure.by.length === 0
        ? 'no key was given to check the signature with.'
        : `it is not signed by ${anyOf(failure.by)}${failure.found.length === 0 ? '' : ` with the key that was given; its signatures name ${anyOf(failure.found)}`}.`
    case 'CheckpointMalformed':
      return `this is no checkpoint: ${checkpointFlaws[failure.flaw]}.`
    case 'OriginDiffers':
      return `the checkpoint is that of ${failure.found}, not of ${failure.expected}.`
    case 'ProofMalformed':
      return `this is no proof: line ${failure.line}: ${proofFlaws[failure.flaw]}.`
    case 'HashMalformed':
      return `the proof cannot be checked: a hash (${failure.what}) has ${failure.length} bytes and not 32.`
    case 'IndexOutside':
      return `there is no record ${failure.index} in a ledger of ${failure.size} records: positions count from 0.`
    case 'HashCountWrong':
      return `the proof has ${failure.given} hashes where ${failure.needed} are needed: it is cut, or made for another size.`
    case 'NotIncluded':
      return `the record is not proved to stand at position ${failure.index} of the ledger of ${failure.size} records: it was changed, or the proof is of another record.`
    case 'SizesReversed':
      return `the later ledger has ${failure.later} records, fewer than the ${failure.earlier} of the earlier one: records are missing.`
    case 'NotConsistent':
      return `the ledger of ${failure.later} records is not proved to begin with the ${failure.earlier} of the earlier checkpoint: history was changed, or the proof is of other checkpoints (it misses the ${failure.missed} root).`
    default:
      return absurd(failure)
  }
}

const keyFlaws: Record<KeyMalformed['flaw'], string> = {
  form: 'it is not of the form name+id+base64. Copy it again, whole and on one line',
  name: 'its name is empty, or has a space, a plus sign or a control character in it',
  length: 'it has not the length of an Ed25519 key. Copy it again, whole',
  id: 'its id does not belong to its name and key. One of the three was changed',
  isPrivate: 'it is a private key. Give the public one, and keep this one to yourself',
  isPublic: 'it is a public key, and a public key cannot sign. Give the private one',
}

const noteFlaws: Record<NoteMalformed['flaw'], string> = {
  end: 'the last line has no end',
  character: 'there is a control character or half of a surrogate pair in it',
  unsigned: 'no signature follows the text after an empty line',
  signatureLine: 'this is no signature, which is written "— name base64"',
  tooManySignatures: 'there are more signatures than a note may have',
}

const checkpointFlaws: Record<CheckpointMalformed['flaw'], string> = {
  origin: 'its first line, the origin, is empty',
  size: 'its second line is no number of records',
  root: 'its third line is no root: base64 of 32 bytes',
  extension: 'a line after the third is empty',
  lines: 'it has not the three lines origin, size and root, each with its end',
}

const proofFlaws: Record<ProofMalformed['flaw'], string> = {
  header: 'the first line must be c2sp.org/tlog-proof@v1',
  extra: 'what follows "extra" is no base64',
  index: 'here "index" and the position of the record are wanted',
  hash: 'here a hash is wanted: base64 of 32 bytes',
  checkpoint: 'an empty line and the checkpoint are missing',
}

const anyOf = (names: readonly string[]): string => [...new Set(names)].join(' or ')
