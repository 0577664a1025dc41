/**
 * What a store shows to somebody who looks for damage: what is kept, as it is kept, with nothing of
 * it believed. A store that cannot show it leaves it out, and is checked by its records alone.
 */
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Frontier, Hash } from '../proof/merkle.js'
import type { LedgerFailure } from './failures.js'

/** A record as it is kept. */
export interface KeptRecord {
  readonly position: number
  /** The text of the record, as kept. Unit: UTF-8, where it is whole. */
  readonly bytes: Uint8Array
  /** The hash that is kept as its leaf. */
  readonly leaf: Hash
  /** What it is found by: kept beside the text, and the same as in it. */
  readonly index: KeptIndex
}

/** What a record is found by. */
export interface KeptIndex {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly recordedAt: string
}

/** A stretch of positions, whether or not there is a record at each. */
export interface Stretch {
  readonly from: number
  /** The first position that is no part of it any more. */
  readonly until: number
  /** Most records that are given at once. */
  readonly limit: number
}

/** The keeping of a store, laid open. */
export interface Audit {
  /** What is kept in a stretch, by position: gaps stay gaps, and so do positions below 0. */
  readonly records: (stretch: Stretch) => TaskEither<LedgerFailure, readonly KeptRecord[]>
  /** The edges of the Merkle tree that are kept, the smallest first. */
  readonly edges: () => TaskEither<LedgerFailure, readonly Frontier[]>
  /** What the store's own check of its keeping finds, a sentence each; none where all is well. */
  readonly flaws: () => TaskEither<LedgerFailure, readonly string[]>
}
