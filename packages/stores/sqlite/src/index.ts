/**
 * A ledger in one SQLite file.
 */
export {
  createSqliteLedger,
  type OpenOptions,
  openOrCreateSqliteLedger,
  openSqliteLedger,
  type SqliteOptions,
} from './sqlite-ledger.js'
