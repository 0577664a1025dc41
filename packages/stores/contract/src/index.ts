/**
 * The contract of a store, as a jest suite.
 */
export { type OpenLedger, storeContract } from './store-contract.js'
