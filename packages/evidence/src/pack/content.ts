/**
 * What is in a file of a pack: bytes at hand, or bytes that are kept because they may be many. Who
 * needs all of them goes through them piece by piece.
 */
import { createHash } from 'node:crypto'
import type { Kept } from './spool.js'

/** The bytes of a file. */
export type Content = Uint8Array | Kept

/** Unit: bytes. */
const pieceLength = 1024 ** 2

/** The bytes from a place on and before another. */
export const stretchOf = (content: Content, start: number, end: number): Uint8Array =>
  content instanceof Uint8Array ? content.subarray(start, end) : content.read(start, end)

/** All bytes at once. */
export const bytesOf = (content: Content): Uint8Array => stretchOf(content, 0, content.length)

/** All bytes in order, or those of a stretch, a mebibyte at a time. */
export function* piecesOf(
  content: Content,
  start = 0,
  end: number = content.length,
): Generator<Uint8Array, void> {
  for (let at = start; at < end; at += pieceLength) {
    yield stretchOf(content, at, Math.min(end, at + pieceLength))
  }
}

type Algorithm = 'sha256' | 'sha512'

/** Digests of what is kept, which never changes. */
const known = new WeakMap<Kept, Map<Algorithm, string>>()

/** A digest in hexadecimal digits. */
export const digest = (algorithm: Algorithm, content: Content): string => {
  if (content instanceof Uint8Array) return digestOf(algorithm, content)
  const digests = known.get(content) ?? new Map<Algorithm, string>()
  known.set(content, digests)
  const made = digests.get(algorithm) ?? digestOf(algorithm, content)
  digests.set(algorithm, made)
  return made
}

const digestOf = (algorithm: Algorithm, content: Content): string => {
  const hash = createHash(algorithm)
  for (const piece of piecesOf(content)) hash.update(piece)
  return hash.digest('hex')
}

/** Where the first byte is that differs; undefined where two contents are the same. */
export const firstDifference = (one: Content, other: Content): number | undefined => {
  const length = Math.min(one.length, other.length)
  for (let start = 0; start < length; start += pieceLength) {
    const end = Math.min(length, start + pieceLength)
    const [a, b] = [stretchOf(one, start, end), stretchOf(other, start, end)]
    if (Buffer.compare(a, b) !== 0) return start + a.findIndex((byte, i) => byte !== b[i])
  }
  return one.length === other.length ? undefined : length
}

/** Whether two contents are the same. */
export const isSameContent = (one: Content, other: Content): boolean =>
  one.length === other.length && firstDifference(one, other) === undefined
