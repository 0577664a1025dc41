import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendLeaf, emptyFrontier, type Hash, leafHash, rootOf } from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import { nodeHash } from '../../src/proof/merkle.js'

interface Vectors {
  readonly leaf_inputs_hex: readonly string[]
  readonly leaf_hashes: readonly string[]
  readonly leaf_L123456: string
  readonly node_N123_N456: string
  readonly roots_by_size: readonly string[]
}

const fixture = readFileSync(join(__dirname, 'fixtures/merkle-vectors.json'), 'utf8')
const vectors = JSON.parse(fixture) as Vectors

const sha256 = (bytes: Uint8Array): Hash => createHash('sha256').update(bytes).digest()
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex')
const grow = (leaves: readonly Hash[]) =>
  leaves.reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), emptyFrontier)

const leaves = vectors.leaf_inputs_hex.map((input) => leafHash(sha256, Buffer.from(input, 'hex')))

test('the hashes of the known leaves are the known ones', () => {
  expect(leaves.map(hex)).toEqual(vectors.leaf_hashes)
  expect(hex(leafHash(sha256, Buffer.from('L123456')))).toBe(vectors.leaf_L123456)
})

test('the hash of the known node is the known one', () => {
  const node = nodeHash(sha256, Buffer.from('N123'), Buffer.from('N456'))
  expect(hex(node)).toBe(vectors.node_N123_N456)
})

test('the root at each size is the known one', () => {
  const roots = vectors.roots_by_size.map((_, size) =>
    hex(rootOf(sha256, grow(leaves.slice(0, size)))),
  )
  expect(roots).toEqual(vectors.roots_by_size)
})

/** RFC 6962 section 2.1 word for word: split at the largest power of two below the size. */
const naive = (of: readonly Hash[]): Hash => {
  if (of.length === 0) return sha256(new Uint8Array())
  if (of.length === 1) return of[0] as Hash
  let split = 1
  while (split * 2 < of.length) split *= 2
  return nodeHash(sha256, naive(of.slice(0, split)), naive(of.slice(split)))
}

test('a root grown leaf by leaf is the root of the definition, for any leaves', () => {
  const anyLeaves = fc.array(
    fc.uint8Array().map((bytes) => leafHash(sha256, bytes)),
    {
      maxLength: 70,
    },
  )
  fc.assert(
    fc.property(anyLeaves, (given) => {
      const frontier = grow(given)
      expect(hex(rootOf(sha256, frontier))).toBe(hex(naive(given)))
      expect(frontier.size).toBe(given.length)
    }),
  )
})
