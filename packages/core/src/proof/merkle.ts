/**
 * The Merkle tree over a ledger's records, grown leaf by leaf from a frontier: the roots of the
 * full subtrees at its right edge.
 *
 * Set in stone: roots are published.
 */

/** A SHA-256 hash. Unit: 32 bytes. */
export type Hash = Uint8Array

/**
 * SHA-256, handed in by who has it: core runs anywhere. It reads the bytes at once and does not
 * keep them. Source: FIPS 180-4.
 */
export type Sha256 = (bytes: Uint8Array) => Hash

/** The right edge of a tree: the roots of its full subtrees, the largest first. */
export interface Frontier {
  /** Number of leaves. */
  readonly size: number
  /** One hash for each bit that is set in `size`. */
  readonly hashes: readonly Hash[]
}

/** The edge of the empty tree. */
export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/**
 * The hash of a leaf.
 *
 * Source: RFC 6962 section 2.1, SHA-256(0x00 || leaf).
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { leafHash } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * assert.strictEqual(leafHash(sha256, new Uint8Array()).length, 32)
 */
export const leafHash = (sha256: Sha256, leaf: Uint8Array): Hash => {
  const bytes = new Uint8Array(leaf.length + 1)
  bytes.set(leaf, 1)
  return sha256(bytes)
}

/**
 * The hash of an inner node.
 *
 * Source: RFC 6962 section 2.1, SHA-256(0x01 || left || right).
 */
export const nodeHash = (sha256: Sha256, left: Hash, right: Hash): Hash => {
  const length = 1 + left.length + right.length
  const bytes = length === nodeBytes.length ? nodeBytes : new Uint8Array(length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return sha256(bytes)
}

/** Filled anew for each node: a million nodes need no million arrays. */
const nodeBytes = new Uint8Array(65)

/**
 * The edge after one more leaf, given by its hash.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { appendLeaf, emptyFrontier, leafHash } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const one = appendLeaf(sha256, emptyFrontier, leafHash(sha256, new Uint8Array([1])))
 * assert.deepStrictEqual([one.size, one.hashes.length], [1, 1])
 */
export const appendLeaf = (sha256: Sha256, frontier: Frontier, leaf: Hash): Frontier => {
  const hashes = frontier.hashes.slice()
  let hash = leaf
  // Each full subtree of the new leaf's size joins it, as in adding one to a binary number.
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    hash = nodeHash(sha256, hashes.pop() as Hash, hash)
  }
  hashes.push(hash)
  return { size: frontier.size + 1, hashes }
}

/**
 * The root of the tree.
 *
 * Source: RFC 6962 section 2.1; the root of the empty tree is SHA-256 of nothing.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { emptyFrontier, rootOf } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const root = Buffer.from(rootOf(sha256, emptyFrontier)).toString('hex')
 * assert.ok(root.startsWith('e3b0c44298fc1c14'))
 */
export const rootOf = (sha256: Sha256, frontier: Frontier): Hash =>
  frontier.hashes.length === 0
    ? sha256(new Uint8Array())
    : frontier.hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
