/**
 * What a signature is over, and what its bytes are: the text itself, or, for a cosignature, the
 * text with the witness's date before it.
 *
 * Set in stone: signatures are published.
 * Source: C2SP signed-note v1.0.0, "Ed25519 signatures"; tlog-cosignature v1.0.1, "Format".
 */
import type { KeyUse, Signer } from './keys.js'

const signatureLength = 64
const timeLength = 8

/** What stands in a signature line after the key's id. */
export interface Parts {
  /** The message that is signed. */
  readonly message: Uint8Array
  /** Unit: 64 bytes. */
  readonly signature: Uint8Array
  /** Of a cosignature. Unit: seconds since 1970 UTC. */
  readonly at?: number
}

/** The parts of a signature of a text; undefined where it has not the length that its use wants. */
export const partsOf = (use: KeyUse, bytes: Uint8Array, text: string): Parts | undefined => {
  const dated = use === 'cosignature' ? timeLength : 0
  if (bytes.length !== dated + signatureLength) return undefined
  const signature = bytes.slice(dated)
  if (dated === 0) return { message: encoder.encode(text), signature }
  const at = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  // No number tells a later second exactly, and no witness lives to see it.
  if (at > Number.MAX_SAFE_INTEGER) return undefined
  return { message: datedMessage(text, Number(at)), signature, at: Number(at) }
}

/** The bytes of a plain signature. */
export const signatureOf = (signer: Signer, text: string): Uint8Array =>
  signer.sign(encoder.encode(text))

/** The bytes of a cosignature. */
export const cosignatureOf = (signer: Signer, text: string, at: number): Uint8Array => {
  const bytes = new Uint8Array(timeLength + signatureLength)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(at))
  bytes.set(signer.sign(datedMessage(text, at)), timeLength)
  return bytes
}

const encoder = new TextEncoder()

const datedMessage = (text: string, at: number): Uint8Array =>
  encoder.encode(`cosignature/v1\ntime ${at}\n${text}`)
