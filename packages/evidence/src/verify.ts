/**
 * The door for those who verify: a pack from its files alone, or a ledger against what it keeps
 * and a checkpoint from outside.
 */
export { checkpointOfLedger } from './verify/ledger/checkpoint-of-ledger.js'
export {
  type LedgerVerification,
  type LedgerVerified,
  verifyLedger,
} from './verify/ledger/verify-ledger.js'
export { explainFinding } from './verify/pack/findings.js'
export { finishedPackAt } from './verify/pack/finished-pack.js'
export { explainNotChecked } from './verify/pack/not-checked.js'
export type { PackRead } from './verify/pack/pack-read.js'
export { readPack } from './verify/pack/read-pack.js'
export { type PackVerification, type PackVerified, verifyPack } from './verify/pack/verify-pack.js'
