/**
 * Whether the basis of a pack is the basis of what is in it.
 */
import { base64, type Checkpoint } from '@send-ledger/core/proof'
import type { PackBasis } from '../../pack/basis.js'
import type { RecordLines } from '../../pack/record-lines.js'
import type { BasisDiffers } from './findings.js'

/** What a basis is held against. */
export interface Held {
  readonly checkpoint: Checkpoint
  /** None in a pack for the public. */
  readonly lines: RecordLines | undefined
}

/** What of a basis is not so. */
export const checkBasis = (
  { origin, size, root, knownAt }: PackBasis,
  { checkpoint, lines }: Held,
): readonly BasisDiffers[] => {
  const records = lines?.size ?? 0
  const known = lines?.sizeKnownAt(knownAt) ?? 0
  return [
    ...differs('origin', origin, checkpoint.origin),
    ...differs('size', String(size), String(checkpoint.size)),
    ...differs('root', root, base64(checkpoint.root)),
    ...(known === records
      ? []
      : differs('knownAt', knownAt, `before the instant of record ${known}, which it holds`)),
  ]
}

/** A finding where two texts differ. */
export const differs = (field: string, basis: string, pack: string): readonly BasisDiffers[] =>
  basis === pack ? [] : [{ _tag: 'BasisDiffers', field, basis, pack }]
