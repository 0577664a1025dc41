/**
 * The entries of a zip file, from the list at its end, each held against the header at its place.
 *
 * Source: PKZIP APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
import * as E from 'fp-ts/lib/Either.js'
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
export const listedEntries = (archive: Buffer): Listed<readonly Entry[]> => {
  const list = listOf(archive)
  if (E.isLeft(list)) return list
  const entries: Entry[] = []
  let at = list.right.start
  for (let i = 0; i < list.right.count; i++) {
    const entry = listedEntry(archive, at, list.right)
    if (E.isLeft(entry)) return entry
    entries.push(entry.right.entry)
    at = entry.right.next
  }
  if (at !== list.right.end) return unsafe('form')
  return overlapping(entries) ?? E.right(entries)
}

interface List {
  readonly start: number
  readonly end: number
  readonly count: number
}

const endLength = 22

/** Where the list is. The end of it must be the end of the file: no program finds another one. */
const listOf = (archive: Buffer): Listed<List> => {
  const end = archive.length - endLength
  if (end < 0 || archive.readUInt32LE(end) !== 0x06054b50) return unsafe('form')
  const count = archive.readUInt16LE(end + 10)
  const length = archive.readUInt32LE(end + 12)
  const start = archive.readUInt32LE(end + 16)
  const isOnOneDisk = archive.readUInt32LE(end + 4) === 0 && archive.readUInt16LE(end + 8) === count
  if (!isOnOneDisk || archive.readUInt16LE(end + 20) !== 0) return unsafe('form')
  return start + length === end ? E.right({ start, end, count }) : unsafe('form')
}

const entryLength = 46
const headerLength = 30
const methods: ReadonlySet<number> = new Set([0, 8])
const unix = 3
const linkType = 0xa000

const listedEntry = (
  archive: Buffer,
  at: number,
  list: List,
): Listed<{ readonly entry: Entry; readonly next: number }> => {
  if (at + entryLength > list.end || archive.readUInt32LE(at) !== 0x02014b50) return unsafe('form')
  const nameLength = archive.readUInt16LE(at + 28)
  const rest = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  const next = at + entryLength + nameLength + rest
  if (next > list.end) return unsafe('form')
  const nameBytes = archive.subarray(at + entryLength, at + entryLength + nameLength)
  const name = nameBytes.toString('utf8')
  const method = archive.readUInt16LE(at + 10)
  if ((archive.readUInt16LE(at + 8) & 1) !== 0) return unsafe('encrypted', name)
  if (!methods.has(method)) return unsafe('method', name)

  const header = archive.readUInt32LE(at + 42)
  if (header + headerLength > list.start || archive.readUInt32LE(header) !== 0x04034b50) {
    return unsafe('headers', name)
  }
  const local = header + headerLength
  const localName = archive.subarray(local, local + archive.readUInt16LE(header + 26))
  const isSame = localName.equals(nameBytes) && archive.readUInt16LE(header + 8) === method
  const start = local + localName.length + archive.readUInt16LE(header + 28)
  const end = start + archive.readUInt32LE(at + 20)
  if (!isSame || end > list.start) return unsafe('headers', name)
  const isLink =
    archive.readUInt8(at + 5) === unix && (archive.readUInt16LE(at + 40) & 0xf000) === linkType
  const size = archive.readUInt32LE(at + 24)
  const checkSum = archive.readUInt32LE(at + 16)
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
