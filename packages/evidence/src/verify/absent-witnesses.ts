/**
 * Witnesses whose keys a verifier brought, and who have not signed.
 */
import type { CheckpointFailure, OpenedCheckpoint, VerifierKey } from '@send-ledger/core/proof'

/** A finding for each of the witnesses that is absent: who brings a key wants its signature. */
export const absentOf = (
  witnesses: readonly VerifierKey[],
  { signatures, unknown }: Pick<OpenedCheckpoint, 'signatures' | 'unknown'>,
): readonly CheckpointFailure[] => {
  const found = [...signatures.map(({ key }) => key.name), ...unknown.map(({ name }) => name)]
  const hasSigned = ({ name, keyId }: VerifierKey): boolean =>
    signatures.some(({ key }) => key.name === name && key.keyId === keyId)
  return witnesses
    .filter((key) => !hasSigned(key))
    .map(({ name }) => ({ _tag: 'NotSigned', by: [name], found }))
}
