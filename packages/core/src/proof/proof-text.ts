/**
 * Proofs as files: that one record is in a ledger, with the signed checkpoint that it is in.
 *
 * Set in stone: proofs are handed out.
 * Source: C2SP tlog-proof v1, "Format". Such a file is best named `*.tlog-proof`.
 */
import * as E from 'fp-ts/lib/Either.js'
import { base64, base64Bytes } from './base64.js'
import { isDecimal } from './checkpoint.js'
import type { Ed25519Verify } from './ed25519.js'
import type { CheckpointFailure, InclusionFailure, ProofMalformed } from './failures.js'
import type { Hash, Sha256 } from './merkle.js'
import { type OpenedCheckpoint, openCheckpoint, type Trusted } from './open-checkpoint.js'
import { verifyInclusion } from './verify.js'

/** What stands in a proof file. */
export interface ProofFile {
  /** Position of the record, from 0. */
  readonly index: number
  readonly hashes: readonly Hash[]
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string
  /** Anything that helps to find the record. Nobody signs it. */
  readonly extra?: Uint8Array
}

const header = 'c2sp.org/tlog-proof@v1'
const hashLength = 32

/**
 * The text of a proof file.
 *
 * @example
 * import { proofText } from '@send-ledger/core/proof'
 *
 * const text = proofText({ index: 5, hashes: [new Uint8Array(32)], checkpoint: 'signed\n' })
 * assert.ok(text.startsWith('c2sp.org/tlog-proof@v1\nindex 5\nAAAA'))
 */
export const proofText = ({ index, hashes, checkpoint, extra }: ProofFile): string =>
  [
    header,
    ...(extra ? [`extra ${base64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(base64),
    '',
    checkpoint,
  ].join('\n')

/**
 * What stands in the text of a proof file; nothing of it is checked yet.
 *
 * Errors: ProofMalformed.
 *
 * @example
 * import { readProofText } from '@send-ledger/core/proof'
 *
 * const read = readProofText('c2sp.org/tlog-proof@v1\nindex 0\n\nthe signed checkpoint\n')
 * assert.strictEqual(read._tag === 'Right' && read.right.checkpoint, 'the signed checkpoint\n')
 */
export const readProofText = (text: string): E.Either<ProofMalformed, ProofFile> => {
  const gap = text.indexOf('\n\n')
  const lines = (gap < 0 ? text : text.slice(0, gap)).split('\n')
  if (lines[0] !== header) return malformed('header', 1)
  const extra = lines[1]?.startsWith('extra ') ? base64Bytes(lines[1].slice(6)) : null
  if (extra === undefined) return malformed('extra', 2)
  const at = extra === null ? 1 : 2
  const index = /^index (.*)$/.exec(lines[at] ?? '')?.[1] ?? ''
  if (!isDecimal(index)) return malformed('index', at + 1)
  const hashes: Hash[] = []
  for (const [i, line] of lines.slice(at + 1).entries()) {
    const hash = base64Bytes(line)
    if (hash?.length !== hashLength) return malformed('hash', at + 2 + i)
    hashes.push(hash)
  }
  if (gap < 0 || gap + 2 === text.length) return malformed('checkpoint', lines.length + 1)
  const read = { index: Number(index), hashes, checkpoint: text.slice(gap + 2) }
  return E.right(extra === null ? read : { ...read, extra })
}

/** What a proof file is checked against. */
export interface Claim {
  /** Hash of the leaf of the record that is said to be in the ledger. */
  readonly leaf: Hash
  readonly trusted: Trusted
}

/** Where a record was proved to be. */
export interface Proved extends OpenedCheckpoint {
  /** Position of the record, from 0. */
  readonly index: number
}

/**
 * Whether a proof file proves that a record is in the ledger: the whole check, from the file and
 * what the verifier brought.
 *
 * Errors: those of reading the file, of its checkpoint and of the inclusion.
 *
 * @example
 * import { explainProof, verifyProofText } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const claim = { leaf: new Uint8Array(32), trusted: { ledger: [] } }
 * const found = verifyProofText({ sha256, verify: ed25519.verify }, 'not a proof\n', claim)
 * assert.ok(found._tag === 'Left' && /^this is no proof/.test(explainProof(found.left)))
 */
export const verifyProofText = (
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: Ed25519Verify },
  text: string,
  { leaf, trusted }: Claim,
): E.Either<ProofMalformed | CheckpointFailure | InclusionFailure, Proved> => {
  const proof = readProofText(text)
  if (E.isLeft(proof)) return proof
  const opened = openCheckpoint(verify, proof.right.checkpoint, trusted)
  if (E.isLeft(opened)) return opened
  const { index, hashes } = proof.right
  const included = verifyInclusion(sha256, { leaf, index, hashes }, opened.right.checkpoint)
  return E.isLeft(included) ? included : E.right({ ...opened.right, index })
}

const malformed = (flaw: ProofMalformed['flaw'], line: number): E.Either<ProofMalformed, never> =>
  E.left({ _tag: 'ProofMalformed', flaw, line })
