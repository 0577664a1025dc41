/**
 * The door for those who write a store: the port's parts, what every store does alike, and
 * snapshots. The bytes of a record and the tree over them are in `core/proof`.
 */
export { isSnapshotTrue } from './ask/remembered-points.js'
export { type CheckedWrite, checkWrite, closed, grownSince } from './ledger/check-write.js'
export { type Clock, recordedAtOf } from './ledger/clocks.js'
export type { AppendRefusal, ExpectedRevision } from './ledger/failures.js'
export { Growth } from './ledger/growth.js'
export { GreatestInstants, sizeKnownAt } from './ledger/known-prefix.js'
export { ledgerOfStore } from './ledger/ledger-of-store.js'
export { originFlaw } from './ledger/origin.js'
export type {
  Appended,
  AppendOutcome,
  Closing,
  Head,
  Page,
  StreamRead,
  Write,
} from './ledger/port.js'
export { doubling, retried, waited } from './ledger/retry.js'
export {
  SnapshotDamaged,
  type SnapshotReader,
  type SnapshotStore,
} from './ledger/snapshot-store.js'
export { beyondEnd } from './ledger/wrong-argument.js'
