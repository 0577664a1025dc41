/**
 * Evidence: what proves a ledger's figures to somebody who was not there.
 */

// Keys, and what signs with them.
export { ed25519, sha256 } from './sign/cryptography.js'
export { explainKeyFile, type KeyFileFailure } from './sign/key-file-failures.js'
export {
  createKeyFiles,
  type KeyFiles,
  readSignerFile,
  readVerifierKeyFile,
  type SignerFile,
} from './sign/key-files.js'
