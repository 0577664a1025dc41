/**
 * Evidence: what proves a ledger's figures to somebody who was not there, and shows them.
 */

// Packs.
export type { OwnView } from './pack/answers.js'
export { buildPack, type Pack, type PackOrder } from './pack/build.js'
export { explainPack, type PackFailure } from './pack/failures.js'
export type { PublicOrder } from './pack/for-the-public.js'
export { evidenceIssued, flawOfWords } from './pack/issued.js'
export { explainPrevious, type PreviousPack } from './pack/previous.js'
export { previousPackAt } from './pack/previous-at.js'
export { type PackSource, packSource } from './pack/source.js'
export { NotKept } from './pack/spool.js'
export { type WriteFailure, writePackFolder, writePackZip } from './pack/write.js'
// A report of the ledger's own views.
export type { Answers } from './report/answers.js'
export { councilDocument } from './report/council-document.js'
// Keys, and what signs with them.
export { ed25519, sha256 } from './sign/cryptography.js'
export { explainKeyFile, type KeyFileFailure } from './sign/key-file-failures.js'
export {
  createKeyFiles,
  type KeyFiles,
  readSignerFile,
  readVerifierKeyFile,
  type SignerFile,
} from './sign/key-files.js'
export { smallFile } from './sign/small-file.js'
// Verification.
export { checkpointOfLedger } from './verify/ledger/checkpoint-of-ledger.js'
export { explainLedgerFinding, type LedgerFinding } from './verify/ledger/findings.js'
export type { CheckpointHeld } from './verify/ledger/held-checkpoint.js'
export {
  type LedgerVerification,
  type LedgerVerified,
  verifyLedger,
} from './verify/ledger/verify-ledger.js'
export { explainNotChecked, type LedgerNotChecked } from './verify/not-checked.js'
export { explainPackFinding, type PackFinding } from './verify/pack/findings.js'
export { finishedPackAt } from './verify/pack/finished-pack.js'
export { explainPackNotChecked, type PackNotChecked } from './verify/pack/not-checked.js'
export type { PackRead } from './verify/pack/pack-read.js'
export { readPack } from './verify/pack/read-pack.js'
export { type PackVerification, type PackVerified, verifyPack } from './verify/pack/verify-pack.js'
