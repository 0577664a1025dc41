/**
 * A ledger in one SQLite file.
 */
export { createSqliteLedger, openSqliteLedger, type SqliteOptions } from './sqlite-ledger.js'
