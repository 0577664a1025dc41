/**
 * A pack as one zip file, whose bytes depend on what is in it and on nothing else.
 *
 * Source: PKZIP APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
import { crc32 } from 'node:zlib'
import { Deflate, deflateSync } from 'fflate'
import type { Bag } from './bag.js'
import type { PackBasis } from './basis.js'
import { bytesOf, type Content, piecesOf } from './content.js'
import { Spool } from './spool.js'

/**
 * The name of the folder that a pack is in, and of the report for machines: by what is asked, and
 * not by where the pack is written.
 */
export const packName = ({ asAt, knownAt }: Pick<PackBasis, 'asAt' | 'knownAt'>): string =>
  `evidence-${asAt}-known-${knownAt.slice(0, 10)}`

/**
 * The zip file of a bag, piece by piece: one folder, files sorted by name and dated 1 January 1980,
 * 12:00.
 *
 * Errors: throws a RangeError where it would be larger than such a file can be.
 * Source: RFC 8493 section 4: a bag is serialised with one folder around it.
 */
export function* zipOf(bag: Bag, folder: string): Generator<Uint8Array, void> {
  const list: Uint8Array[] = []
  let at = 0
  for (const path of [...bag.keys()].sort()) {
    const name = Buffer.from(`${folder}/${path}`)
    const content = bag.get(path) as Content
    const packed = packedOf(content)
    const about = aboutEntry(name, { content, packed })
    list.push(Buffer.concat([entryStart, about, listed(at), name]))
    yield Buffer.concat([headerStart, about, name])
    yield* piecesOf(packed)
    at += headerStart.length + about.length + name.length + packed.length
    if (at > largest) throw new RangeError('a zip file of a pack has no more than 4 GiB')
  }
  const whole = Buffer.concat(list)
  yield whole
  yield listEnd(list.length, whole.length, at)
}

/** What a zip file of the plain form can count to. Unit: bytes. */
const largest = 2 ** 32 - 1

/** A file up to this size is compressed at once, a larger one piece by piece. Unit: bytes. */
const atOnce = 64 * 1024 ** 2

/** Set in stone: other pieces make other bytes. Unit: bytes. */
const pieceLength = 64 * 1024

const packedOf = (content: Content): Content => {
  if (content.length <= atOnce) return deflateSync(bytesOf(content), { level: 6 })
  const packed = new Spool()
  const deflate = new Deflate({ level: 6 }, (piece) => packed.append(piece))
  for (const piece of piecesOf(content)) {
    for (let start = 0; start < piece.length; start += pieceLength) {
      deflate.push(piece.subarray(start, start + pieceLength))
    }
  }
  deflate.push(new Uint8Array(), true)
  return packed.since(0)
}

const entryStart = Buffer.from([0x50, 0x4b, 1, 2, 20, 0])
const headerStart = Buffer.from([0x50, 0x4b, 3, 4])

/** What stands of an entry at its place and in the list too. */
const aboutEntry = (
  name: Uint8Array,
  { content, packed }: { readonly content: Content; readonly packed: Content },
): Uint8Array => {
  let checkSum = 0
  for (const piece of piecesOf(content)) checkSum = crc32(piece, checkSum)
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(8, 4)
  about.writeUInt16LE(12 << 11, 6)
  about.writeUInt16LE((1 << 5) | 1, 8)
  about.writeUInt32LE(checkSum, 10)
  about.writeUInt32LE(packed.length, 14)
  about.writeUInt32LE(content.length, 18)
  about.writeUInt16LE(name.length, 22)
  return about
}

/** What the list says besides: where the header of the entry is. */
const listed = (at: number): Uint8Array => {
  const bytes = Buffer.alloc(14)
  bytes.writeUInt32LE(at, 10)
  return bytes
}

const listEnd = (count: number, length: number, start: number): Uint8Array => {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(start, 16)
  return end
}
