/**
 * The door for those who prove and check: Merkle proofs, signed notes, checkpoints. Nothing here
 * touches a machine: SHA-256 and Ed25519 are handed in, so the same code checks in a browser.
 */

// A ledger's records: what is kept of them, their bytes, and what a stream refuses.
export type { Audit, KeptIndex, KeptRecord } from './ledger/audit.js'
export { pagesOf } from './ledger/pages.js'
export { recordBytes, recordFrom, recordText } from './ledger/seal.js'
export { treeOfLedger } from './ledger/tree-of-ledger.js'
export { streamRefusal } from './lifecycle/check.js'
export { programmeOfRating, ratingRefused } from './lifecycle/scale.js'
export {
  type ReadRecords,
  type SlippedRating,
  slippedRatings,
} from './lifecycle/slipped-ratings.js'
// Text of bytes.
export { base64, base64Bytes } from './proof/base64.js'
// Checkpoints.
export { type Checkpoint, checkpointText, readCheckpoint } from './proof/checkpoint.js'
export type { Ed25519Sign, Ed25519Verify } from './proof/ed25519.js'
export { explainProof } from './proof/explain-proof.js'
export type {
  CheckpointFailure,
  ConsistencyFailure,
  KeyFailure,
  ProofFailure,
} from './proof/failures.js'
// Keys.
export {
  type KeyUse,
  keyTexts,
  readSignerKey,
  readVerifierKey,
  type Signer,
  type VerifierKey,
} from './proof/keys.js'
export {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Hash,
  leafHash,
  rootOf,
  type Sha256,
} from './proof/merkle.js'
export { readNote } from './proof/note.js'
export { type OpenedCheckpoint, openCheckpoint } from './proof/open-checkpoint.js'
export { openNote, type Signature } from './proof/open-note.js'
// Proofs in files.
export { proofText, readProofText, verifyProofText } from './proof/proof-text.js'
export { cosign, signNote } from './proof/sign-note.js'
// Proofs.
export { MerkleTree } from './proof/tree.js'
export { type TreeHead, verifyConsistency, verifyInclusion } from './proof/verify.js'
