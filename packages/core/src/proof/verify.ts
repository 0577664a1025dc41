/**
 * Checks proofs, from the proof alone: neither the ledger nor its tree is needed.
 *
 * Set in stone: auditors check years later.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ConsistencyFailure, HashMalformed, InclusionFailure } from './failures.js'
import { type Hash, nodeHash, type Sha256 } from './merkle.js'

/** What a checkpoint says of a tree. Size and root belong together: take both from one. */
export interface TreeHead {
  /** Number of records. */
  readonly size: number
  readonly root: Hash
}

/** That a record, by the hash of its leaf, stands at a position. */
export interface Inclusion {
  readonly leaf: Hash
  /** Position of the record, from 0. */
  readonly index: number
  /** Siblings, from the leaf's own up to the root's child. */
  readonly hashes: readonly Hash[]
}

/** That the later tree begins with the earlier one. */
export interface Consistency {
  readonly earlier: TreeHead
  readonly later: TreeHead
  readonly hashes: readonly Hash[]
}

/**
 * Whether a record is in a tree.
 *
 * Errors: HashMalformed, IndexOutside, HashCountWrong, NotIncluded.
 * Source: RFC 9162 section 2.1.3.2.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { leafHash, verifyInclusion } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const leaf = leafHash(sha256, Buffer.from('{"the":"only record"}'))
 * const proof = { leaf, index: 0, hashes: [] }
 * assert.strictEqual(verifyInclusion(sha256, proof, { size: 1, root: leaf })._tag, 'Right')
 */
export const verifyInclusion = (
  sha256: Sha256,
  { leaf, index, hashes }: Inclusion,
  { size, root }: TreeHead,
): E.Either<InclusionFailure, void> => {
  const malformed = flawOf({ leaf: [leaf], root: [root], proof: hashes })
  if (malformed) return E.left(malformed)
  if (!isCount(index) || !isCount(size) || index >= size) {
    return E.left({ _tag: 'IndexOutside', index, size })
  }
  const sides = sidesOf(index, size - 1)
  if (hashes.length !== sides.length) {
    return E.left({ _tag: 'HashCountWrong', given: hashes.length, needed: sides.length })
  }
  let hash = leaf
  for (const [i, sibling] of hashes.entries()) {
    hash = sides[i] === 'left' ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling)
  }
  return isSame(hash, root) ? E.right(undefined) : E.left({ _tag: 'NotIncluded', index, size })
}

/**
 * Whether a tree was only added to since an earlier checkpoint.
 *
 * Errors: HashMalformed, SizesReversed, HashCountWrong, NotConsistent.
 * Source: RFC 9162 section 2.1.4.2. The same tree, and one that was empty, need no hash.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { leafHash, MerkleTree, verifyConsistency } from '@send-ledger/core/proof'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const tree = new MerkleTree(sha256)
 * for (const text of ['a', 'b', 'c']) tree.append(leafHash(sha256, Buffer.from(text)))
 *
 * const [earlier, later] = [2, 3].map((size) => ({ size, root: tree.rootAt(size) }))
 * const proof = { earlier, later, hashes: tree.consistency(2, 3) }
 * assert.strictEqual(verifyConsistency(sha256, proof)._tag, 'Right')
 */
export const verifyConsistency = (
  sha256: Sha256,
  { earlier, later, hashes }: Consistency,
): E.Either<ConsistencyFailure, void> => {
  const malformed = flawOf({ root: [earlier.root, later.root], proof: hashes })
  if (malformed) return E.left(malformed)
  const sizes = { earlier: earlier.size, later: later.size }
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) {
    return E.left({ _tag: 'SizesReversed', ...sizes })
  }
  const missing = (missed: 'earlier' | 'later'): E.Either<ConsistencyFailure, void> =>
    E.left({ _tag: 'NotConsistent', ...sizes, missed })

  const path = pathBetween(earlier.size, later.size)
  if (hashes.length !== path.needed) {
    return E.left({ _tag: 'HashCountWrong', given: hashes.length, needed: path.needed })
  }
  if (earlier.size === 0) {
    return isSame(earlier.root, sha256(new Uint8Array())) ? E.right(undefined) : missing('earlier')
  }
  // The last full subtree of the earlier tree is told, unless it is the earlier tree itself.
  const [first = earlier.root, ...rest] = path.startsWithRoot ? [earlier.root, ...hashes] : hashes
  let [old, grown] = [first, first]
  for (const [i, hash] of rest.entries()) {
    if (path.sides[i] === 'left') {
      old = nodeHash(sha256, hash, old)
      grown = nodeHash(sha256, hash, grown)
    } else {
      grown = nodeHash(sha256, grown, hash)
    }
  }
  if (!isSame(old, earlier.root)) return missing('earlier')
  return isSame(grown, later.root) ? E.right(undefined) : missing('later')
}

/** On which side of a node its sibling stands, from the leaf up. */
type Side = 'left' | 'right'

/**
 * The way from a node up to the root, where `last` is the last node of its level. A node that is the
 * last of its level and has no sibling goes up as it is.
 */
const sidesOf = (index: number, last: number): readonly Side[] => {
  const sides: Side[] = []
  while (last > 0) {
    while (index === last && index % 2 === 0) [index, last] = [index / 2, last / 2]
    sides.push(index % 2 === 1 ? 'left' : 'right')
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
  }
  return sides
}

interface Path {
  readonly sides: readonly Side[]
  /** Whether the earlier tree is a full subtree of the later: then its root starts the way. */
  readonly startsWithRoot: boolean
  /** Number of hashes to be told. */
  readonly needed: number
}

const pathBetween = (earlier: number, later: number): Path => {
  if (earlier === 0 || earlier === later) return { sides: [], startsWithRoot: true, needed: 0 }
  let [index, last] = [earlier - 1, later - 1]
  while (index % 2 === 1) [index, last] = [Math.floor(index / 2), Math.floor(last / 2)]
  const sides = sidesOf(index, last)
  // One less than a power of two is all ones in binary, so that nothing of it is left.
  const startsWithRoot = index === 0
  return { sides, startsWithRoot, needed: sides.length + (startsWithRoot ? 0 : 1) }
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

const hashLength = 32

/** Hashes of another length could be cut elsewhere, and prove anything. */
const flawOf = (
  given: Partial<Record<HashMalformed['what'], readonly Hash[]>>,
): HashMalformed | undefined => {
  for (const what of ['leaf', 'root', 'proof'] as const) {
    const wrong = given[what]?.find((hash) => hash.length !== hashLength)
    if (wrong) return { _tag: 'HashMalformed', what, length: wrong.length }
  }
  return undefined
}

const isSame = (one: Hash, other: Hash): boolean => one.every((byte, i) => byte === other[i])
