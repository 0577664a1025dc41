import {
  appendLeaf,
  emptyFrontier,
  leafHash,
  MerkleTree,
  rootOf,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import { longTest, runs } from '../../../../test/kit/long.js'
import { sha256 } from '../given.js'
import { fromHex, hexOf, left, vectors } from './machine.js'

const largest = 40
const leaves = Array.from({ length: largest + 1 }, (_, n) => leafHash(sha256, Buffer.from(`${n}`)))

const treeOf = (hashes: readonly Uint8Array[]): MerkleTree => {
  const tree = new MerkleTree(sha256)
  for (const hash of hashes) tree.append(hash)
  return tree
}

const tree = treeOf(leaves)
const heads: readonly TreeHead[] = leaves.map((_, size) => ({ size, root: tree.rootAt(size) }))
const headOf = (size: number): TreeHead => heads[size] as TreeHead
const leafOf = (index: number): Uint8Array => leaves[index] as Uint8Array

const isIncluded = (...[proof, head]: [Parameters<typeof verifyInclusion>[1], TreeHead]): boolean =>
  verifyInclusion(sha256, proof, head)._tag === 'Right'
const isConsistent = (proof: Parameters<typeof verifyConsistency>[1]): boolean =>
  verifyConsistency(sha256, proof)._tag === 'Right'

const flipped = (hash: Uint8Array, byte: number, bit: number): Uint8Array =>
  Uint8Array.from(hash, (value, at) => (at === byte ? value ^ (1 << bit) : value))

/** Every list that comes of dropping a hash, adding one, or changing one bit of one. */
const tampered = (hashes: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] => [
  ...hashes.map((_, i) => hashes.filter((_, other) => other !== i)),
  ...[...hashes, leafOf(0)].map((_, i) => hashes.toSpliced(i, 0, leafOf(0))),
  ...hashes.map((hash, i) => hashes.with(i, flipped(hash, 31, 0))),
]

describe('the known proofs', () => {
  const known = treeOf(vectors.leaf_hashes.map(fromHex))
  const knownHead = (size: number): TreeHead => ({
    size,
    root: fromHex(vectors.roots_by_size[size] as string),
  })

  test.each(vectors.inclusion)('leaf $leafIndex of $treeSize', ({ leafIndex, treeSize, proof }) => {
    expect(known.inclusion(leafIndex, treeSize).map(hexOf)).toEqual(proof)
    const leaf = fromHex(vectors.leaf_hashes[leafIndex] as string)
    const inclusion = { leaf, index: leafIndex, hashes: proof.map(fromHex) }
    expect(isIncluded(inclusion, knownHead(treeSize))).toBe(true)
  })

  test.each(vectors.consistency)('from $size1 to $size2', ({ size1, size2, proof }) => {
    expect(known.consistency(size1, size2).map(hexOf)).toEqual(proof)
    const [earlier, later] = [knownHead(size1), knownHead(size2)]
    expect(isConsistent({ earlier, later, hashes: proof.map(fromHex) })).toBe(true)
  })

  test('the roots at every size', () => {
    expect(vectors.roots_by_size.map((_, size) => hexOf(known.rootAt(size)))).toEqual(
      vectors.roots_by_size,
    )
  })
})

describe('inclusion, of every leaf in every tree up to 40', () => {
  const every = heads.flatMap((head) =>
    Array.from({ length: head.size }, (_, index) => ({
      head,
      proof: { leaf: leafOf(index), index, hashes: tree.inclusion(index, head.size) },
    })),
  )

  test('is proved', () => {
    expect(every).toHaveLength((largest * (largest + 1)) / 2)
    expect(every.filter(({ proof, head }) => !isIncluded(proof, head))).toEqual([])
  })

  test('is not proved with a hash dropped, added or changed', () => {
    const wrong = every.flatMap(({ proof, head }) =>
      tampered(proof.hashes).filter((hashes) => isIncluded({ ...proof, hashes }, head)),
    )
    expect(wrong).toEqual([])
  })

  test('is not proved at another index, of another leaf, or in another tree', () => {
    const wrong = every.flatMap(({ proof, head }) => [
      ...leaves.filter(
        (_, index) => index !== proof.index && isIncluded({ ...proof, index }, head),
      ),
      ...leaves.filter((leaf, i) => i !== proof.index && isIncluded({ ...proof, leaf }, head)),
      ...heads.filter((other) => other !== head && isIncluded(proof, other)),
    ])
    expect(wrong).toEqual([])
  })
})

describe('consistency, of every two trees up to 40', () => {
  const every = heads.flatMap((later) =>
    heads.slice(0, later.size + 1).map((earlier) => ({
      earlier,
      later,
      hashes: tree.consistency(earlier.size, later.size),
    })),
  )

  test('is proved', () => {
    expect(every).toHaveLength(((largest + 1) * (largest + 2)) / 2)
    expect(every.filter((proof) => !isConsistent(proof))).toEqual([])
  })

  test('is not proved with a hash dropped, added or changed', () => {
    const wrong = every.flatMap((proof) =>
      tampered(proof.hashes).filter((hashes) => isConsistent({ ...proof, hashes })),
    )
    expect(wrong).toEqual([])
  })

  test('is not proved between other trees', () => {
    // Where the trees are the same, or the earlier one is empty, nothing is told: any proof of that
    // kind holds for all of its kind.
    const told = every.filter(({ hashes }) => hashes.length > 0)
    expect(told).toHaveLength((largest * (largest - 1)) / 2)
    const wrong = told.flatMap((proof) => [
      ...heads.filter(
        (earlier) => earlier !== proof.earlier && isConsistent({ ...proof, earlier }),
      ),
      ...heads.filter((later) => later !== proof.later && isConsistent({ ...proof, later })),
    ])
    expect(wrong).toEqual([])
  })

  test('is not proved to a tree with one earlier record changed', () => {
    const forged = treeOf([...leaves.slice(0, 3), leafOf(0), ...leaves.slice(4)])
    const wrong = heads.slice(4).flatMap((later) => {
      const root = forged.rootAt(later.size)
      const hashes = forged.consistency(4, later.size)
      return isConsistent({ earlier: headOf(4), later: { size: later.size, root }, hashes })
        ? [later.size]
        : []
    })
    expect(wrong).toEqual([])
  })
})

test('any tree gives the roots of the frontier, and proofs that hold', () => {
  const anyTree = fc
    .array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 300 })
    .chain((given) => fc.tuple(fc.constant(given), fc.nat(given.length - 1), fc.nat()))
  fc.assert(
    fc.property(anyTree, ([given, index, seed]) => {
      const hashes = given.map((bytes) => leafHash(sha256, bytes))
      const grown = treeOf(hashes)
      const size = index + 1 + (seed % (given.length - index))
      const frontier = hashes
        .slice(0, size)
        .reduce((edge, leaf) => appendLeaf(sha256, edge, leaf), emptyFrontier)
      const head = { size, root: rootOf(sha256, frontier) }
      expect(hexOf(grown.rootAt(size))).toBe(hexOf(head.root))
      const inclusion = grown.inclusion(index, size)
      const leaf = hashes[index] as Uint8Array
      expect(isIncluded({ leaf, index, hashes: inclusion }, head)).toBe(true)
      const earlier = { size: index + 1, root: grown.rootAt(index + 1) }
      const proof = { earlier, later: head, hashes: grown.consistency(index + 1, size) }
      expect(isConsistent(proof)).toBe(true)
    }),
  )
})

test('no bit of a leaf, a proof or a root can be changed', () => {
  const anyBit = fc.tuple(fc.nat(31), fc.nat(7), fc.nat(), fc.integer({ min: 2, max: largest }))
  fc.assert(
    fc.property(anyBit, fc.nat(), ([byte, bit, where, size], seed) => {
      const change = (hash: Uint8Array): Uint8Array => flipped(hash, byte, bit)
      const changed = (hashes: readonly Uint8Array[]): readonly Uint8Array[] =>
        hashes.map((hash, i) => (i === where % hashes.length ? change(hash) : hash))
      const [index, head] = [seed % size, headOf(size)]
      const proof = { leaf: leafOf(index), index, hashes: tree.inclusion(index, size) }
      expect(isIncluded({ ...proof, hashes: changed(proof.hashes) }, head)).toBe(false)
      expect(isIncluded({ ...proof, leaf: change(proof.leaf) }, head)).toBe(false)
      expect(isIncluded(proof, { size, root: change(head.root) })).toBe(false)

      const earlier = headOf(1 + (seed % (size - 1)))
      const consistency = { earlier, later: head, hashes: tree.consistency(earlier.size, size) }
      const { hashes } = consistency
      expect(isConsistent({ ...consistency, hashes: changed(hashes) })).toBe(false)
      for (const each of ['earlier', 'later'] as const) {
        const forged = { ...consistency[each], root: change(consistency[each].root) }
        expect(isConsistent({ ...consistency, [each]: forged })).toBe(false)
      }
    }),
    { numRuns: runs(500, 2000) },
  )
})

longTest(
  'a ledger of 1,000,000 records gives proofs of 20 hashes',
  () => {
    const size = 1_000_000
    const many = new MerkleTree(sha256)
    const leafNumber = (n: number): Uint8Array => {
      const leaf = new Uint8Array(32)
      new DataView(leaf.buffer).setUint32(0, n)
      return leaf
    }
    for (let n = 0; n < size; n++) many.append(leafNumber(n))
    const head = { size, root: many.rootAt(size) }
    for (const index of [0, 524_287, 524_288, 999_999]) {
      const hashes = many.inclusion(index, size)
      expect(hashes.length).toBeLessThanOrEqual(20)
      expect(isIncluded({ leaf: leafNumber(index), index, hashes }, head)).toBe(true)
      expect(isIncluded({ leaf: leafNumber(index ^ 1), index, hashes }, head)).toBe(false)
      const earlier = { size: index, root: many.rootAt(index) }
      expect(isConsistent({ earlier, later: head, hashes: many.consistency(index, size) })).toBe(
        true,
      )
    }
  },
  60_000,
)

test('a hash of another length is refused, though it would be hashed to the same root', () => {
  const [one, two, three] = [leafOf(0), leafOf(1), leafOf(2)]
  const root = treeOf([one, two, three]).rootAt(3)
  const [both] = treeOf([one, two, three]).inclusion(2, 3) as [Uint8Array]
  // The bytes of both children, cut one byte later.
  const longer = Uint8Array.of(...both, three[0] as number)
  const proof = { leaf: three.slice(1), index: 2, hashes: [longer] }
  expect(left(verifyInclusion(sha256, proof, { size: 3, root }))).toEqual({
    _tag: 'HashMalformed',
    what: 'leaf',
    length: 31,
  })
  const uncut = { ...proof, leaf: three }
  expect(left(verifyInclusion(sha256, uncut, { size: 3, root }))).toMatchObject({ what: 'proof' })
  const rootless = { size: 3, root: new Uint8Array() }
  expect(left(verifyInclusion(sha256, { ...uncut, hashes: [both] }, rootless))).toMatchObject({
    what: 'root',
    length: 0,
  })
})

test.each([-1, 3, 0.5, Number.NaN, 2 ** 53])('there is no record %d of 3', (index) => {
  const proof = { leaf: leafOf(0), index, hashes: tree.inclusion(0, 3) }
  expect(left(verifyInclusion(sha256, proof, headOf(3)))._tag).toBe('IndexOutside')
  expect(() => tree.inclusion(index, 3)).toThrow(RangeError)
})

test('a ledger that became smaller is told as such', () => {
  const proof = { earlier: headOf(5), later: headOf(3), hashes: [] }
  expect(left(verifyConsistency(sha256, proof))).toEqual({
    _tag: 'SizesReversed',
    earlier: 5,
    later: 3,
  })
  expect(() => tree.consistency(5, 3)).toThrow(RangeError)
})

test('an empty ledger has one root, and no other is the beginning of anything', () => {
  const later = headOf(3)
  expect(isConsistent({ earlier: headOf(0), later, hashes: [] })).toBe(true)
  const forged = { size: 0, root: leafOf(0) }
  expect(left(verifyConsistency(sha256, { earlier: forged, later, hashes: [] }))).toMatchObject({
    missed: 'earlier',
  })
})

test('which root a proof misses is told', () => {
  const hashes = tree.consistency(6, 8)
  const forged = { size: 6, root: leafOf(0) }
  expect(left(verifyConsistency(sha256, { earlier: forged, later: headOf(8), hashes }))).toEqual({
    _tag: 'NotConsistent',
    earlier: 6,
    later: 8,
    missed: 'earlier',
  })
  const other = { size: 8, root: leafOf(0) }
  expect(
    left(verifyConsistency(sha256, { earlier: headOf(6), later: other, hashes })),
  ).toMatchObject({ missed: 'later' })
})

test('who changes a proof does not change the tree', () => {
  const small = treeOf(leaves.slice(0, 4))
  const before = hexOf(small.rootAt(4))
  const given = [...small.inclusion(0, 4), ...small.consistency(3, 4), small.rootAt(1)]
  for (const hash of given) hash.fill(0)
  expect(small.inclusion(0, 4).map(hexOf)).toEqual(tree.inclusion(0, 4).map(hexOf))
  expect(hexOf(small.rootAt(4))).toBe(before)
})

test('beyond the size of a tree there is nothing', () => {
  expect(() => tree.rootAt(42)).toThrow(RangeError)
  expect(() => tree.inclusion(0, 42)).toThrow(RangeError)
  expect(() => tree.consistency(1, 42)).toThrow(RangeError)
  expect(() => tree.append(new Uint8Array(31))).toThrow(RangeError)
})
