/**
 * The Merkle tree of a ledger file. Its edge is kept every so many records, so that the root of
 * any prefix takes one row and a few leaves.
 */
import { hash } from 'node:crypto'
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  type Hash,
  rootOf,
  type Sha256,
} from '@send-ledger/core/proof'
import type { Database } from './database.js'
import { frontierEvery } from './schema.js'

const hashLength = 32

// Text of one character a byte comes out of the native code twice as fast as a buffer.
const hashOf = (bytes: Uint8Array | string): Hash =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

const sha256: Sha256 = hashOf

/** The hash of a record's text. Source: RFC 6962 section 2.1, SHA-256(0x00 || leaf). */
export const leafOf = (text: string): Hash => hashOf(`\0${text}`)

/** The tree over the records of one file. */
export class Tree {
  private readonly kept
  private readonly leaves
  private readonly keep
  /** The edge last asked for, which is most often the one asked for next. */
  private last: Frontier = emptyFrontier

  constructor(database: Database) {
    this.kept = database.prepare(
      'SELECT size, hashes FROM frontier WHERE size <= ? ORDER BY size DESC LIMIT 1',
    )
    this.leaves = database.prepare(
      'SELECT leaf FROM record WHERE position >= ? AND position < ? ORDER BY position',
    )
    this.keep = database.prepare('INSERT INTO frontier (size, hashes) VALUES (?, ?)')
  }

  /** The edge of the tree over the first `size` records. */
  frontierAt(size: number): Frontier {
    if (this.last.size === size) return this.last
    const row = this.kept.get(size) as { size: number; hashes: Uint8Array } | undefined
    let frontier: Frontier = row ? { size: row.size, hashes: split(row.hashes) } : emptyFrontier
    if (this.last.size > frontier.size && this.last.size < size) frontier = this.last
    for (const { leaf } of this.leaves.all(frontier.size, size) as { leaf: Hash }[]) {
      frontier = appendLeaf(sha256, frontier, leaf)
    }
    this.last = frontier
    return frontier
  }

  /** Adds the leaf of the record after the first `size`. */
  add(size: number, leaf: Hash): void {
    const frontier = appendLeaf(sha256, this.frontierAt(size), leaf)
    if (frontier.size % frontierEvery === 0) {
      this.keep.run(frontier.size, Buffer.concat(frontier.hashes))
    }
    this.last = frontier
  }

  /** Forgets what was added by a transaction that did not come to its end. */
  forget(): void {
    this.last = emptyFrontier
  }

  rootAt(size: number): Hash {
    return rootOf(sha256, this.frontierAt(size))
  }
}

/** The hashes that stand one after the other in a row. */
export const split = (bytes: Uint8Array): readonly Hash[] => {
  const hashes: Hash[] = []
  for (let i = 0; i < bytes.length; i += hashLength) hashes.push(bytes.slice(i, i + hashLength))
  return hashes
}
