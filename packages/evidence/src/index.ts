/**
 * Evidence: what proves a ledger's figures to somebody who was not there.
 */
export { ed25519, sha256 } from './sign/cryptography.js'
