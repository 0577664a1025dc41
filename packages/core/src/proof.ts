/**
 * The door for those who prove and check: Merkle proofs. Nothing here touches a machine: SHA-256 is
 * handed in, so the same code checks in a browser.
 */

// Text of bytes.
export { base64, base64Bytes } from './proof/base64.js'
export type { Ed25519Sign, Ed25519Verify } from './proof/ed25519.js'
export { explainProof } from './proof/explain-proof.js'
export type { KeyFailure, ProofFailure } from './proof/failures.js'
export { type Hash, leafHash, type Sha256 } from './proof/merkle.js'
// Proofs.
export { MerkleTree } from './proof/tree.js'
export { treeOfLedger } from './proof/tree-of-ledger.js'
export { type TreeHead, verifyConsistency, verifyInclusion } from './proof/verify.js'
