/**
 * The contract of a store, as a jest suite.
 */
export { flawsAsOfOne, type RecordCall } from './as-of-one.js'
export { type OpenLedger, storeContract } from './store-contract.js'
