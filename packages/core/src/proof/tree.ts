/**
 * A whole Merkle tree in memory, from which proofs are made: that a record is in the ledger, and
 * that the ledger was only added to.
 */
import { type Hash, nodeHash, type Sha256 } from './merkle.js'

/**
 * A tree that grows leaf by leaf and remembers the hash of every full subtree, so that a proof
 * costs a few hashes, at any size up to its own.
 *
 * Unit: 64 to 128 bytes of memory a leaf: its arrays double when they are full.
 * Source: RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { leafHash, MerkleTree, verifyInclusion } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const tree = new MerkleTree(sha256)
 * const leaves = ['a', 'b', 'c'].map((text) => leafHash(sha256, Buffer.from(text)))
 * for (const leaf of leaves) tree.append(leaf)
 *
 * const proof = { leaf: leaves[1], index: 1, hashes: tree.inclusion(1, 3) }
 * const head = { size: 3, root: tree.rootAt(3) }
 * assert.strictEqual(verifyInclusion(sha256, proof, head)._tag, 'Right')
 */
export class MerkleTree {
  private readonly sha256: Sha256
  /** Level k: the roots of the full subtrees of 2^k leaves. */
  private readonly levels: Level[] = []

  constructor(sha256: Sha256) {
    this.sha256 = sha256
  }

  /** Number of leaves. */
  get size(): number {
    return this.levels[0]?.count ?? 0
  }

  /** Adds a leaf, given by its hash. */
  append(leaf: Hash): void {
    let hash = leaf
    for (let k = 0; ; k++) {
      const level = this.levels[k] ?? new Level()
      this.levels[k] = level
      level.push(hash)
      if (level.count % 2 === 1) return
      hash = nodeHash(this.sha256, level.at(level.count - 2), level.at(level.count - 1))
    }
  }

  /** The root over the first `size` leaves. Errors: throws a RangeError beyond the tree's size. */
  rootAt(size: number): Hash {
    this.demand(Number.isInteger(size) && size >= 0 && size <= this.size, `size ${size}`)
    return size === 0 ? this.sha256(new Uint8Array()) : this.rootOver(0, size)
  }

  /**
   * The proof that a leaf is in the tree of the first `size` leaves: its siblings, from the leaf's
   * own up to the root's child.
   *
   * Errors: throws a RangeError where there is no such leaf, or no such size.
   */
  inclusion(index: number, size: number): readonly Hash[] {
    const isThere = Number.isInteger(index) && index >= 0 && index < size
    this.demand(isThere && Number.isInteger(size) && size <= this.size, `leaf ${index} of ${size}`)
    const hashes: Hash[] = []
    let [start, end] = [0, size]
    while (end - start > 1) {
      const middle = start + split(end - start)
      if (index < middle) {
        hashes.push(this.rootOver(middle, end))
        end = middle
      } else {
        hashes.push(this.rootOver(start, middle))
        start = middle
      }
    }
    return hashes.reverse()
  }

  /**
   * The proof that the tree of the first `later` leaves begins with that of the first `earlier`.
   * Nothing need be told where they are the same, or the earlier one is empty.
   *
   * Errors: throws a RangeError where the earlier is the larger one, or there is no such size.
   */
  consistency(earlier: number, later: number): readonly Hash[] {
    const isThere = Number.isInteger(earlier) && earlier >= 0 && earlier <= later
    this.demand(isThere && Number.isInteger(later) && later <= this.size, `${earlier} of ${later}`)
    if (earlier === 0) return []
    const hashes: Hash[] = []
    let [start, end] = [0, later]
    while (end !== earlier) {
      const middle = start + split(end - start)
      if (earlier <= middle) {
        hashes.push(this.rootOver(middle, end))
        end = middle
      } else {
        hashes.push(this.rootOver(start, middle))
        start = middle
      }
    }
    // From 0 on, what is left is the earlier tree itself, whose root the verifier has.
    if (start > 0) hashes.push(this.rootOver(start, end))
    return hashes.reverse()
  }

  /** The root over the leaves of a node of the tree: full subtrees, the largest first. */
  private rootOver(start: number, end: number): Hash {
    const full: Hash[] = []
    for (let from = start; from < end; ) {
      const level = log2(end - from)
      full.push((this.levels[level] as Level).at(from / 2 ** level))
      from += 2 ** level
    }
    // A copy of what the tree keeps: who has a proof does not hold the tree.
    if (full.length === 1) return Uint8Array.from(full[0] as Hash)
    return full.reduceRight((right, left) => nodeHash(this.sha256, left, right))
  }

  private demand(holds: boolean, what: string): void {
    if (!holds) throw new RangeError(`a tree of ${this.size} leaves has no ${what}`)
  }
}

/** The largest power of two below a size. */
const split = (size: number): number => 2 ** log2(size - 1)

/** Rounded down. Memory ends before 2^32 leaves. */
const log2 = (n: number): number => 31 - Math.clz32(n)

const hashLength = 32

/** Hashes in one array that grows. */
class Level {
  count = 0
  private bytes = new Uint8Array(hashLength * 4)

  push(hash: Hash): void {
    if (hash.length !== hashLength) throw new RangeError('a hash has 32 bytes')
    const at = this.count * hashLength
    if (at === this.bytes.length) {
      const larger = new Uint8Array(2 * at)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes.set(hash, at)
    this.count += 1
  }

  at(index: number): Hash {
    return this.bytes.subarray(index * hashLength, (index + 1) * hashLength)
  }
}
