/**
 * The Merkle tree of a ledger whose records are elsewhere: the hashes of its leaves, and its edge
 * every so many of them.
 */
import { hash } from 'node:crypto'
import type { LedgerRecord } from '@send-ledger/core'
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Hash,
  recordText,
  rootOf,
  type Sha256,
} from '@send-ledger/core/proof'

const hashLength = 32
const frontierEvery = 1024

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

/**
 * The hash of a record's text; undefined where it has none, as a record that was not written by a
 * ledger may (a number beyond all numbers, half a character).
 *
 * Source: RFC 6962 section 2.1, SHA-256(0x00 || leaf).
 */
export const leafOf = (record: LedgerRecord): Hash | undefined => {
  try {
    return leafOfText(recordText(record))
  } catch {
    return undefined
  }
}

/** The hash of the text of a record. */
export const leafOfText = (text: string): Hash => hash('sha256', `\0${text}`, 'buffer')

/** The leaves. */
export class Leaves {
  size = 0
  private hashes = new Uint8Array(hashLength * frontierEvery)
  private last: Frontier = emptyFrontier
  /** The edge of each multiple of `frontierEvery`. */
  private readonly frontiers: Frontier[] = [emptyFrontier]

  add(leaf: Hash): void {
    const at = this.size * hashLength
    if (at === this.hashes.length) {
      const larger = new Uint8Array(2 * this.hashes.length)
      larger.set(this.hashes)
      this.hashes = larger
    }
    this.hashes.set(leaf, at)
    this.size++
    this.last = appendLeaf(sha256, this.last, leaf)
    if (this.size % frontierEvery === 0) this.frontiers.push(this.last)
  }

  /** The leaf of a position. */
  at(position: number): Hash {
    return this.hashes.slice(position * hashLength, (position + 1) * hashLength)
  }

  /** The root over the first `size`. */
  rootAt(size: number): Hash {
    if (size === this.size) return rootOf(sha256, this.last)
    const kept = Math.floor(size / frontierEvery)
    let frontier = this.frontiers[kept] as Frontier
    for (let i = kept * frontierEvery; i < size; i++) {
      frontier = appendLeaf(sha256, frontier, this.at(i))
    }
    return rootOf(sha256, frontier)
  }
}
