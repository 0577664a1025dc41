/**
 * Proofs that single records are in the ledger, for packs that do not hold all of them: beside each
 * record, `ledger/inclusion/N.json`, its proof, `ledger/inclusion/N.tlog-proof`.
 */
import { type Checkpoint, leafHash, readProofText, verifyInclusion } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import { bytesOf, type Content } from '../../pack/content.js'
import type { Files } from '../../pack/derived.js'
import { inclusionFolder, payload } from '../../pack/layout.js'
import { sha256 } from '../../sign/cryptography.js'
import type { NotIncludedHere, PackFinding } from './findings.js'
import { textOf } from './text-of.js'

const folder = `${payload}${inclusionFolder}`
const proofEnd = '.tlog-proof'
const recordEnd = '.json'

/** The positions whose records are proved in a pack, and what is wrong with proofs. */
export interface Inclusions {
  readonly positions: readonly number[]
  readonly findings: readonly PackFinding[]
}

/** Checks every proof in a pack against its checkpoint, whose text is given too. */
export const checkInclusions = (
  pack: Files,
  { checkpoint, note }: { readonly checkpoint: Checkpoint; readonly note: string },
): Inclusions => {
  const positions: number[] = []
  const findings: PackFinding[] = []
  for (const [path, content] of pack) {
    if (!path.startsWith(folder)) continue
    const name = path.slice(folder.length)
    if (name.endsWith(recordEnd)) {
      const proof = `${path.slice(0, -recordEnd.length)}${proofEnd}`
      if (!pack.has(proof)) findings.push({ _tag: 'FileAdded', path })
      continue
    }
    const position = positionOf(name)
    if (position === undefined) {
      findings.push({ _tag: 'FileAdded', path })
      continue
    }
    const record = pack.get(`${folder}${position}${recordEnd}`)
    const because = notIncluded(textOf(content) ?? '', { record, position, checkpoint, note })
    if (because === undefined) positions.push(position)
    else findings.push({ _tag: 'NotIncludedHere', path, because })
  }
  return { positions: positions.sort((a, b) => a - b), findings }
}

const positionOf = (name: string): number | undefined => {
  const digits = /^(0|[1-9][0-9]{0,15})\.tlog-proof$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

interface Claimed {
  readonly record: Content | undefined
  readonly position: number
  readonly checkpoint: Checkpoint
  readonly note: string
}

const notIncluded = (
  text: string,
  { record, position, checkpoint, note }: Claimed,
): NotIncludedHere['because'] | undefined => {
  if (record === undefined) return 'noRecord'
  const proof = readProofText(text)
  if (E.isLeft(proof)) return proof.left
  const { index, hashes, checkpoint: of } = proof.right
  if (of !== note) return 'otherCheckpoint'
  if (index !== position) return 'otherPosition'
  const leaf = leafHash(sha256, bytesOf(record))
  const included = verifyInclusion(sha256, { leaf, index, hashes }, checkpoint)
  return E.isLeft(included) ? included.left : undefined
}
