/**
 * Ledgers by the name of where they are kept: the path of a SQLite file, or an address.
 */
export {
  createLedgerAt,
  isFree,
  type Making,
  type Opening,
  openLedgerAt,
  openOrCreateLedgerAt,
} from './open.js'
export { isNoPath, type Place, placeOf } from './place.js'
export { discardSnapshots, type Environment, snapshotPlace } from './snapshot-place.js'
