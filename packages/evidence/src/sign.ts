/**
 * The door for those who sign on a machine with Node: its SHA-256 and Ed25519, and keys in files.
 */
export { ed25519, sha256 } from './sign/cryptography.js'
export { explainKeyFile, type KeyFileFailure } from './sign/key-file-failures.js'
export {
  createKeyFiles,
  type KeyFiles,
  readSignerFile,
  readVerifierKeyFile,
} from './sign/key-files.js'
export { smallFile } from './sign/small-file.js'
