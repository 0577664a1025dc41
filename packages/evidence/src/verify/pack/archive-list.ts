/**
 * The entries of a zip file, from the list at its end, each held against the header at its place.
 *
 * Source: PKZIP APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
import * as E from 'fp-ts/lib/Either.js'
import { type Content, stretchOf } from '../../pack/content.js'
import type { ArchiveUnsafe } from './files-findings.js'

/** An entry of an archive. */
export interface Entry {
  readonly name: string
  readonly isLink: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Number of bytes when it is unpacked. */
  readonly size: number
  /** CRC-32 of the bytes when they are unpacked. */
  readonly checkSum: number
  /** Where its header starts. */
  readonly header: number
  /** Where its packed bytes start, and the first byte after them. */
  readonly start: number
  readonly end: number
}

type Listed<A> = E.Either<ArchiveUnsafe, A>

/** All entries of an archive, in the order of its list. Errors: ArchiveUnsafe. */
export const listedEntries = (archive: Content): Listed<readonly Entry[]> => {
  const list = listOf(archive)
  if (E.isLeft(list)) return list
  const entries: Entry[] = []
  let at = 0
  for (let i = 0; i < list.right.count; i++) {
    const entry = listedEntry(archive, at, list.right)
    if (E.isLeft(entry)) return entry
    entries.push(entry.right.entry)
    at = entry.right.next
  }
  if (at !== list.right.bytes.length) return unsafe('form')
  return overlapping(entries) ?? E.right(entries)
}

interface List {
  /** Where it starts in the archive. */
  readonly start: number
  readonly bytes: Buffer
  readonly count: number
}

const endLength = 22

/** A list that is longer is none of a pack. Unit: bytes. */
const longestList = 64 * 1024 ** 2

const read = (archive: Content, start: number, end: number): Buffer =>
  Buffer.from(stretchOf(archive, start, end))

/** Where the list is. The end of it must be the end of the file: no program finds another one. */
const listOf = (archive: Content): Listed<List> => {
  const at = archive.length - endLength
  if (at < 0) return unsafe('form')
  const end = read(archive, at, archive.length)
  if (end.readUInt32LE(0) !== 0x06054b50) return unsafe('form')
  const count = end.readUInt16LE(10)
  const length = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  const isOnOneDisk = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count
  if (!isOnOneDisk || end.readUInt16LE(20) !== 0) return unsafe('form')
  return start + length === at && length <= longestList
    ? E.right({ start, bytes: read(archive, start, at), count })
    : unsafe('form')
}

const entryLength = 46
const headerLength = 30
const methods: ReadonlySet<number> = new Set([0, 8])
const unix = 3
const linkType = 0xa000

/** What a pack holds is packed to a tenth or a twentieth of its size, and never so much further. */
const mostTimes = 200

/** A file up to this size may be packed as far as it can be. Unit: bytes. */
const smallSize = 1024 ** 2

const listedEntry = (
  archive: Content,
  at: number,
  { start: listStart, bytes }: List,
): Listed<{ readonly entry: Entry; readonly next: number }> => {
  if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
    return unsafe('form')
  }
  const nameLength = bytes.readUInt16LE(at + 28)
  const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  const next = at + entryLength + nameLength + rest
  if (next > bytes.length) return unsafe('form')
  const nameBytes = bytes.subarray(at + entryLength, at + entryLength + nameLength)
  const name = nameBytes.toString('utf8')
  const method = bytes.readUInt16LE(at + 10)
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return unsafe('encrypted', name)
  if (!methods.has(method)) return unsafe('method', name)

  const header = bytes.readUInt32LE(at + 42)
  const nameAt = header + headerLength
  if (nameAt > listStart) return unsafe('headers', name)
  const local = read(archive, header, Math.min(nameAt + nameLength, listStart))
  const isSame =
    local.readUInt32LE(0) === 0x04034b50 &&
    local.readUInt16LE(8) === method &&
    local.readUInt16LE(26) === nameLength &&
    local.subarray(headerLength).equals(nameBytes)
  const start = nameAt + nameLength + local.readUInt16LE(28)
  const end = start + bytes.readUInt32LE(at + 20)
  if (!isSame || end > listStart) return unsafe('headers', name)
  const size = bytes.readUInt32LE(at + 24)
  if (size > smallSize && size > mostTimes * (end - start)) return unsafe('ratio', name)
  const isLink =
    bytes.readUInt8(at + 5) === unix && (bytes.readUInt16LE(at + 40) & 0xf000) === linkType
  const checkSum = bytes.readUInt32LE(at + 16)
  return E.right({ entry: { name, isLink, method, size, checkSum, header, start, end }, next })
}

/** Entries that share bytes can unpack to far more than the archive has. */
const overlapping = (entries: readonly Entry[]): Listed<never> | undefined => {
  let last = 0
  for (const { name, header, end } of entries.toSorted((a, b) => a.header - b.header)) {
    if (header < last) return unsafe('overlap', name)
    last = end
  }
  return undefined
}

const unsafe = (flaw: ArchiveUnsafe['flaw'], path = ''): Listed<never> =>
  E.left({ _tag: 'ArchiveUnsafe', flaw, path })
