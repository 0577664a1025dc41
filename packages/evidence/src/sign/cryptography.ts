/**
 * SHA-256 and Ed25519 of Node, in the form in which core wants them handed in.
 */
import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import type { Ed25519Sign, Ed25519Verify, Sha256 } from '@send-ledger/core/proof'

/**
 * SHA-256.
 *
 * Source: FIPS 180-4.
 *
 * @example
 * import { sha256 } from '@send-ledger/evidence/sign'
 *
 * assert.strictEqual(Buffer.from(sha256(new Uint8Array())).toString('hex').slice(0, 8), 'e3b0c442')
 */
export const sha256: Sha256 = (bytes) =>
  // Text of one character a byte comes out of the native code twice as fast as a buffer.
  Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

/**
 * Ed25519 with keys of 32 bytes each.
 *
 * Errors: signing throws where a private key has not 32 bytes. Verifying does not throw: a key or a
 * signature of another length signs nothing.
 * Source: RFC 8032; RFC 8410 section 7 for the frame that Node wants around a private key.
 *
 * @example
 * import { ed25519 } from '@send-ledger/evidence/sign'
 *
 * const [privateKey, message] = [new Uint8Array(32), new Uint8Array([1])]
 * const signature = ed25519.sign(privateKey, message)
 * const publicKey = ed25519.publicKeyOf(privateKey)
 * assert.ok(ed25519.verify({ publicKey, message, signature }))
 * assert.ok(!ed25519.verify({ publicKey, message: new Uint8Array([2]), signature }))
 */
export const ed25519: Ed25519Sign & { readonly verify: Ed25519Verify } = {
  publicKeyOf: (privateKey) => {
    const der = createPublicKey(keyOf(privateKey)).export({ type: 'spki', format: 'der' })
    return new Uint8Array(der.subarray(-keyLength))
  },
  sign: (privateKey, message) => new Uint8Array(sign(null, message, keyOf(privateKey))),
  verify: ({ publicKey, message, signature }) => {
    if (publicKey.length !== keyLength || signature.length !== signatureLength) return false
    const key = {
      key: Buffer.concat([publicFrame, publicKey]),
      format: 'der',
      type: 'spki',
    } as const
    return verify(null, message, createPublicKey(key), signature)
  },
}

const keyLength = 32
const signatureLength = 64

const keyOf = (privateKey: Uint8Array) => {
  if (privateKey.length !== keyLength) throw new RangeError('a private key has 32 bytes')
  const key = Buffer.concat([privateFrame, privateKey])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** What stands before the 32 bytes of a key: lengths, and the algorithm's number, 1.3.101.112. */
const privateFrame = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicFrame = Buffer.from('302a300506032b6570032100', 'hex')
