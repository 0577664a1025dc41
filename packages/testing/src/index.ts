/**
 * Tests of one's own: given, when, then; a ledger in memory with a clock that the test sets; and
 * histories by chance for fast-check.
 */
export { type Asking, type Given, given, type KnownOn, knownOn, type Outcome } from './given.js'
export { histories } from './histories/histories.js'
export { lawfulHistories } from './histories/lawful.js'
export { type LedgerInMemory, ledgerInMemory } from './ledger.js'
export { recorded, refused } from './outcomes.js'
