/**
 * The door for those who write a store: the port's parts, the bytes of a record and the Merkle
 * tree over them.
 */

// Records.
export type { LedgerRecord, NewEvent } from './events/record.js'
// The port, and what every store does alike.
export type { Audit, KeptRecord } from './ledger/audit.js'
export {
  type CheckedWrite,
  checkWrite,
  closed,
  grownSince,
  type Standing,
} from './ledger/check-write.js'
export { type Clock, recordedAtOf } from './ledger/clocks.js'
export type { AppendRefusal, ExpectedRevision, LedgerFailure } from './ledger/failures.js'
export { Growth } from './ledger/growth.js'
export { GreatestInstants, sizeKnownAt } from './ledger/known-prefix.js'
export { ledgerOfStore } from './ledger/ledger-of-store.js'
export { originFlaw } from './ledger/origin.js'
export type {
  Appended,
  AppendOutcome,
  Closing,
  Head,
  Ledger,
  Page,
  StreamRead,
  Write,
} from './ledger/port.js'
export { doubling, retried, waited } from './ledger/retry.js'
export { recordBytes, recordFrom, recordText, sameContent } from './ledger/seal.js'
export {
  SnapshotDamaged,
  type SnapshotReader,
  type SnapshotStore,
} from './ledger/snapshot-store.js'
export { beyondEnd, type WrongArgument } from './ledger/wrong-argument.js'

// The tree.
export {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Hash,
  leafHash,
  nodeHash,
  rootOf,
  type Sha256,
} from './proof/merkle.js'
