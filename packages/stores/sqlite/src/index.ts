/**
 * A ledger in one SQLite file.
 */
export { type BackedUp, backupSqliteLedger } from './backup.js'
export {
  createSqliteLedger,
  type OpenOptions,
  openOrCreateSqliteLedger,
  openSqliteLedger,
  type SqliteOptions,
} from './sqlite-ledger.js'
