/**
 * A ledger in memory: the reference store.
 */
export { type MemoryOptions, memoryLedger } from './memory-ledger.js'
