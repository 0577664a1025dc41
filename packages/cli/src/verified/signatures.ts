/**
 * Signatures that were checked, in words and as data.
 */
import type { Signature } from '@send-ledger/core/proof'

/** Signatures for a program. */
export const signaturesInJson = (signatures: readonly Signature[]): readonly object[] =>
  signatures.map(({ key: { name, keyId }, at }) => ({
    name,
    keyId,
    ...(at === undefined ? {} : { at }),
  }))

/** The sentence for a signature. */
export const signatureText = ({ key, at }: Signature): string =>
  at === undefined
    ? `The checkpoint is signed by ${key.name} (key ${key.keyId}).`
    : `${key.name} (key ${key.keyId}) saw the checkpoint at ${new Date(at * 1000).toISOString()}, by its own clock.`
