/**
 * Verifies an evidence pack: its files, its signature, its records, its history, and that all of it
 * follows from the records. In this order, and no further where the ground is missing.
 */
import type { Instant } from '@send-ledger/core'
import type { Signature, VerifierKey } from '@send-ledger/core/proof'
import type { OwnView } from '../../pack/answers.js'
import { packRootOf } from '../../pack/bag.js'
import type { PackBasis } from '../../pack/basis.js'
import type { Content } from '../../pack/content.js'
import { bagFiles } from '../../pack/layout.js'
import { checkBag } from './check-bag.js'
import { checkInside } from './check-inside.js'
import { checkSigned } from './check-signed.js'
import type { PackFinding } from './findings.js'
import type { PackNotChecked } from './not-checked.js'
import type { PackRead } from './pack-read.js'

/** What a pack is verified against: all of it from the verifier's own hands. */
export interface PackVerification {
  /** Of the ledger's keys one must have signed; of witnesses' keys each. */
  readonly keys?: readonly VerifierKey[]
  /** An earlier pack of the same ledger. */
  readonly since?: PackRead
  /** The checkpoint of the pack from elsewhere, such as one that a witness has signed since. */
  readonly checkpoint?: string
  /** Views of the council's own that the pack may have. */
  readonly views?: readonly OwnView[]
  /** The present instant; where it is given, records that were made later are a finding. */
  readonly now?: Instant
}

/** What came of it. */
export interface PackVerified {
  /** SHA-256 of its tag manifest, in hexadecimal digits: what the pack is known by. */
  readonly packRoot?: string
  /** What it says that it rests on. */
  readonly basis?: PackBasis
  /** Positions of records that are proved one by one, in a pack that does not hold all. */
  readonly proved: readonly number[]
  /** Signatures that were checked, and when witnesses saw it. */
  readonly signatures: readonly Signature[]
  /** The pack holds where there is none. */
  readonly findings: readonly PackFinding[]
  readonly notChecked: readonly PackNotChecked[]
}

/**
 * Whether a pack is whole, signed, and follows from its records.
 *
 * Errors: none; what is wrong is a finding. Throws NotKept where the disk is full.
 *
 * @example
 * import { verifyPack } from '@send-ledger/evidence/verify'
 *
 * const verified = await verifyPack({ files: new Map(), findings: [] })
 * assert.strictEqual(verified.findings[0]?._tag, 'FileMissing')
 */
export const verifyPack = async (
  pack: PackRead,
  given: PackVerification = {},
): Promise<PackVerified> => {
  const flaws = checkBag(pack)
  if (flaws.length > 0) {
    return { ...nothing, findings: flaws, notChecked: [...litterIn(pack), rest('files')] }
  }
  const packRoot = packRootOf(pack.files.get(bagFiles.tags) as Content)
  const { keys = [], checkpoint: outside } = given
  const { note, checkpoint, signatures, findings } = checkSigned(pack.files, { keys, outside })
  const of = { packRoot, signatures, proved: [] }
  const open = openAtOnce(pack, keys)
  if (checkpoint === undefined) {
    return { ...of, findings, notChecked: [...open, rest('checkpoint')] }
  }
  const inside = await checkInside(pack.files, {
    keys: keys.filter(({ use }) => use === 'signature'),
    checkpoint,
    note,
    since: given.since,
    own: given.views,
    now: given.now,
  })
  return {
    ...of,
    ...inside,
    findings: [...findings, ...inside.findings],
    notChecked: [...open, ...inside.notChecked],
  }
}

const nothing = { signatures: [], proved: [] } as const

const rest = (after: 'files' | 'checkpoint'): PackNotChecked => ({
  _tag: 'RestNotChecked',
  after,
})

const litterIn = ({ litter: paths = [] }: PackRead): readonly PackNotChecked[] =>
  paths.length === 0 ? [] : [{ _tag: 'Litter', paths }]

const openAtOnce = (pack: PackRead, keys: readonly VerifierKey[]): readonly PackNotChecked[] => [
  ...litterIn(pack),
  ...(keys.length === 0 ? [{ _tag: 'SignerNotChecked' } as const] : []),
  ...(pack.isOriginalArchive === false ? [{ _tag: 'PackedAnew' } as const] : []),
]
