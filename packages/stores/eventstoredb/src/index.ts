/**
 * A ledger in EventStoreDB or KurrentDB.
 */
export { defaultLedger, isEventStoreDbUrl } from './address.js'
export { createEventStoreDbLedger, openEventStoreDbLedger } from './eventstoredb-ledger.js'
export type { EventStoreDbOptions } from './options.js'
