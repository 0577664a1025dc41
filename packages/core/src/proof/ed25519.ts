/**
 * Ed25519 as it is handed in: core runs anywhere, and the machine's own cryptography is better than
 * any that we could write. Source: RFC 8032.
 */

/** Whether a signature of 64 bytes is that of a message, by a public key of 32 bytes. */
export type Ed25519Verify = (signed: {
  readonly publicKey: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}) => boolean

/** What signing needs. */
export interface Ed25519Sign {
  /** The public key of a private one. Unit: 32 bytes each. */
  readonly publicKeyOf: (privateKey: Uint8Array) => Uint8Array
  /** The signature. Unit: 64 bytes. */
  readonly sign: (privateKey: Uint8Array, message: Uint8Array) => Uint8Array
}
