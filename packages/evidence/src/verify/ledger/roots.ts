/**
 * The Merkle root, worked out record by record, and compared wherever something tells what it was.
 */
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Hash,
  rootOf,
  type TreeHead,
} from '@send-ledger/core/proof'
import { sha256 } from '../../sign/cryptography.js'
import { isSame } from './check-record.js'
import type { LedgerFinding } from './findings.js'

/** What the root is compared with. */
export interface Told {
  /** What the store says of its end. */
  readonly head: TreeHead
  /** The edges of the tree that it keeps. */
  readonly edges: readonly Frontier[]
  /** What a checkpoint says. */
  readonly checkpoint?: TreeHead | undefined
}

/** The tree over the records, and what differs from it. */
export class Roots {
  private frontier = emptyFrontier
  private readonly edges: ReadonlyMap<number, readonly Hash[]>
  /** The last size at which an edge that is kept was the right one. */
  private sameAt = 0
  private hasWrongEdge = false
  private isDense = true
  private sameAsCheckpoint = false

  constructor(private readonly told: Told) {
    this.edges = new Map(told.edges.map(({ size, hashes }) => [size, hashes]))
    this.compareCheckpoint()
  }

  /** The root over the records so far. */
  get root(): Hash {
    return rootOf(sha256, this.frontier)
  }

  /** A position was left out: the trees of larger sizes are not known. */
  gap(): void {
    this.isDense = false
  }

  /** Adds a record; gives what an edge of this size shows to be wrong. */
  add(leaf: Hash): readonly LedgerFinding[] {
    this.frontier = appendLeaf(sha256, this.frontier, leaf)
    if (!this.isDense) return []
    this.compareCheckpoint()
    const edge = this.edges.get(this.frontier.size)
    if (edge === undefined || this.hasWrongEdge) return []
    const { size, hashes } = this.frontier
    if (edge.length === hashes.length && edge.every((hash, i) => isSame(hash, hashes[i] as Hash))) {
      this.sameAt = size
      return []
    }
    // All larger ones differ too: the first says where.
    this.hasWrongEdge = true
    return [{ _tag: 'RootDiffers', size, of: 'edge', sameAt: this.sameAt }]
  }

  /** What is wrong once all records were added. */
  end(): readonly LedgerFinding[] {
    const { head, checkpoint, edges } = this.told
    const findings: LedgerFinding[] = []
    const { size } = head
    if (this.isDense && !isSame(this.root, head.root)) {
      findings.push({ _tag: 'RootDiffers', size, of: 'head', sameAt: this.sameAt })
    }
    const had = edges.at(-1)?.size ?? 0
    if (had > size) findings.push({ _tag: 'LedgerTooShort', size, had, by: 'edge' })
    if (checkpoint === undefined || this.sameAsCheckpoint) return findings
    findings.push(
      checkpoint.size > size
        ? { _tag: 'LedgerTooShort', size, had: checkpoint.size, by: 'checkpoint' }
        : { _tag: 'CheckpointDiffers', size: checkpoint.size },
    )
    return findings
  }

  private compareCheckpoint(): void {
    const { checkpoint } = this.told
    if (checkpoint?.size !== this.frontier.size) return
    this.sameAsCheckpoint = isSame(checkpoint.root, this.root)
  }
}
