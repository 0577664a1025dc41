/**
 * Whether a pack proves that its ledger was only added to since the pack that it names as the one
 * before.
 */
import {
  base64Bytes,
  type Checkpoint,
  type TreeHead,
  type VerifierKey,
  verifyConsistency,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { PreviousBasis } from '../../pack/basis.js'
import { readConsistency } from '../../pack/consistency.js'
import type { Content } from '../../pack/content.js'
import { files, payload } from '../../pack/layout.js'
import { sha256 } from '../../sign/cryptography.js'
import { isSame } from '../ledger/check-record.js'
import type { RecordsRead } from './check-records.js'
import { checkpointIn } from './checkpoint-of-pack.js'
import type { PackFinding } from './findings.js'
import { textOf } from './text-of.js'

/** What the proof is held against. */
export interface Between {
  /** The checkpoint of the pack itself. */
  readonly later: Checkpoint
  readonly keys: readonly VerifierKey[]
  /** Those of the pack; none in a pack for the public. */
  readonly records: RecordsRead | undefined
}

const path = `${payload}${files.consistency}`

/** What is wrong between a pack and the one that it names. */
export const checkPrevious = (
  previous: PreviousBasis | null,
  proof: Content | undefined,
  between: Between,
): readonly PackFinding[] => {
  if (previous === null) return proof === undefined ? [] : [{ _tag: 'FileAdded', path }]
  const root = base64Bytes(previous.root)
  if (root === undefined) {
    return [{ _tag: 'FileMalformed', path: `${payload}${files.basis}`, at: 'previous.root' }]
  }
  const earlier = { size: previous.size, root }
  const checkpoint = checkpointIn(previous.checkpoint, between.keys)
  if (checkpoint.findings.length > 0) return checkpoint.findings
  if (!isHeadOf(checkpoint.checkpoint, earlier, between.later.origin)) {
    return [{ _tag: 'PreviousNotProved', because: 'checkpoint' }]
  }
  return [...proved(proof, earlier, between.later), ...begins(between.records, earlier, 'previous')]
}

const isHeadOf = (
  checkpoint: Checkpoint | undefined,
  { size, root }: TreeHead,
  origin: string,
): boolean =>
  checkpoint?.size === size && isSame(checkpoint.root, root) && checkpoint.origin === origin

/** What is wrong with the proof itself. */
const proved = (
  file: Content | undefined,
  earlier: TreeHead,
  later: TreeHead,
): readonly PackFinding[] => {
  if (file === undefined) return [{ _tag: 'PreviousNotProved', because: 'noProof' }]
  const proof = readConsistency(textOf(file) ?? '')
  if (E.isLeft(proof)) return [{ _tag: 'FileMalformed', path, at: '' }]
  if (!isSameHead(proof.right.earlier, earlier) || !isSameHead(proof.right.later, later)) {
    return [{ _tag: 'PreviousNotProved', because: 'otherTrees' }]
  }
  const consistent = verifyConsistency(sha256, proof.right)
  return E.isRight(consistent) ? [] : [{ _tag: 'PreviousNotProved', because: consistent.left }]
}

const isSameHead = (one: TreeHead, other: TreeHead): boolean =>
  one.size === other.size && isSame(one.root, other.root)

/** Whether records begin with those of an earlier tree. */
export const begins = (
  records: RecordsRead | undefined,
  { size, root }: TreeHead,
  of: 'previous' | 'since',
): readonly PackFinding[] => {
  if (records === undefined) return []
  const isThere = Number.isSafeInteger(size) && size >= 0 && size <= records.lines.size
  return isThere && isSame(records.tree.rootAt(size), root)
    ? []
    : [{ _tag: 'HistoryDiffers', size, of }]
}
