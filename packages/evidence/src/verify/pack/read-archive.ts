/**
 * A pack that is a zip file, read strictly: an archive that two programs could unpack in two ways
 * is refused, and so is one that would unpack to more than is looked at.
 *
 * Source: PKZIP APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { zipOf } from '../../pack/archive.js'
import { type Entry, listedEntries } from './archive-list.js'
import type { ArchiveUnsafe, FilesFinding, TooLarge } from './files-findings.js'
import { isBesidePack } from './litter.js'
import { type Limits, namesFindings, type PackRead } from './pack-read.js'

/** The files of an archive; none where it is not safe to unpack. */
export const readArchive = (archive: Buffer, limits: Limits): PackRead => {
  const unpacked = E.flatMap((entries: readonly Entry[]) =>
    unpackedFiles(archive, entries, limits),
  )(listedEntries(archive))
  if (E.isLeft(unpacked)) return { files: new Map(), findings: [unpacked.left] }
  const { folder, files, findings, litter } = unpacked.right
  const isOriginalArchive = archive.equals(zipOf(files, folder))
  return { files, findings, isOriginalArchive, litter }
}

interface Unpacked {
  readonly folder: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly FilesFinding[]
  readonly litter: readonly string[]
}

const unpackedFiles = (
  archive: Buffer,
  all: readonly Entry[],
  limits: Limits,
): E.Either<FilesFinding, Unpacked> => {
  const large = tooLarge(all, limits)
  if (large) return E.left(large)
  const entries = all.filter(({ name }) => !isBesidePack(name))
  const litter = all.map(({ name }) => name).filter(isBesidePack)
  const names = new Set<string>()
  for (const { name } of entries) {
    if (names.has(name)) return unsafe('twice', name)
    names.add(name)
  }
  const folder = entries[0]?.name.split('/')[0] ?? ''
  const beside = [...names].find((name) => !name.startsWith(`${folder}/`))
  if (beside !== undefined) return unsafe('notOneFolder', beside)

  const findings: FilesFinding[] = []
  const files = new Map<string, Uint8Array>()
  const folders: string[] = []
  for (const entry of entries) {
    const path = entry.name.slice(folder.length + 1)
    if (entry.isLink) findings.push({ _tag: 'NotAFile', path })
    else if (path === '' || path.endsWith('/')) folders.push(path)
    else {
      const bytes = unpackedEntry(archive, entry)
      if (bytes === undefined) return unsafe('data', entry.name)
      files.set(path, bytes)
    }
  }
  const paths = [...files.keys()]
  const empty = folders.filter((each) => !paths.some((path) => path.startsWith(each)))
  findings.push(
    ...empty.map((path) => ({ _tag: 'NotListed', path, by: 'any manifest' }) as const),
    ...namesFindings([folder, ...paths]),
  )
  return E.right({ folder, files, findings, litter })
}

const tooLarge = (entries: readonly Entry[], limits: Limits): TooLarge | undefined => {
  if (entries.length > limits.files) {
    return { _tag: 'TooLarge', path: 'the archive', limit: limits.files }
  }
  let bytes = 0
  for (const { name, size } of entries) {
    bytes += size
    if (bytes > limits.bytes) return { _tag: 'TooLarge', path: name, limit: limits.bytes }
  }
  return undefined
}

const stored = 0

/** The bytes of an entry; undefined where they are not those that were told. */
const unpackedEntry = (
  archive: Buffer,
  { start, end, method, size, checkSum }: Entry,
): Uint8Array | undefined => {
  const packed = archive.subarray(start, end)
  const bytes = method === stored ? packed : inflated(packed, size)
  return bytes?.length === size && crc32(bytes) === checkSum ? bytes : undefined
}

const inflated = (packed: Uint8Array, size: number): Uint8Array | undefined => {
  try {
    // An entry that unpacks to more than it tells is cut off there and then.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return undefined
  }
}

const unsafe = (flaw: ArchiveUnsafe['flaw'], path: string): E.Either<ArchiveUnsafe, never> =>
  E.left({ _tag: 'ArchiveUnsafe', flaw, path })
