/**
 * Keys of two invented parties, a ledger and a witness, for tests of what they sign.
 */
import {
  type KeyUse,
  keyTexts,
  readSignerKey,
  readVerifierKey,
  type Signer,
  type VerifierKey,
} from '@send-ledger/core/proof'
import { right, sha256 } from '../given.js'
import { ed25519, fromHex, vectors } from './machine.js'

export const keysOf = (name: string, use: KeyUse, seedHex: string) =>
  right(keyTexts(sha256, ed25519, { name, use, privateKey: fromHex(seedHex) }))

export const signerOf = (text: string): Signer => right(readSignerKey(sha256, ed25519, text))
export const keyOf = (text: string): VerifierKey => right(readVerifierKey(sha256, text))

const { log_seed_hex, log_vkey, witness_seed_hex, witness_vkey } = vectors.own

export const ledgerKeys = keysOf('example.org/send-ledger', 'signature', log_seed_hex)
export const witnessKeys = keysOf('example.org/audit-witness', 'cosignature', witness_seed_hex)
export const ledgerSigner = signerOf(ledgerKeys.signerKey)
export const witnessSigner = signerOf(witnessKeys.signerKey)
export const ledgerKey = keyOf(log_vkey)
export const witnessKey = keyOf(witness_vkey)

/** The same name and another key. */
export const impostor = signerOf(
  keysOf('example.org/send-ledger', 'signature', 'ff'.repeat(32)).signerKey,
)
