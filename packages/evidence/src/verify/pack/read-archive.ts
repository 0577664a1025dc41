/**
 * The files of a pack that is a zip file, listed strictly: an archive that two programs could
 * unpack in two ways is refused.
 */
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { type Content, piecesOf } from '../../pack/content.js'
import type { Spool } from '../../pack/spool.js'
import { type Entry, listedEntries } from './archive-list.js'
import type { ArchiveUnsafe, FilesFinding } from './files-findings.js'
import { isBesidePack } from './litter.js'
import { namesFindings } from './pack-read.js'
import type { FileListed, FilesListed } from './read-files.js'

/** The files of an archive, and the folder that they are in. */
export interface ArchiveListed extends FilesListed {
  readonly folder: string
}

/** The files of an archive. Errors: ArchiveUnsafe, before anything is unpacked. */
export const listArchive = (archive: Content): E.Either<ArchiveUnsafe, ArchiveListed> =>
  E.flatMap((all: readonly Entry[]) => listedFiles(archive, all))(listedEntries(archive))

const listedFiles = (
  archive: Content,
  all: readonly Entry[],
): E.Either<ArchiveUnsafe, ArchiveListed> => {
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
  const files: FileListed[] = []
  const folders: string[] = []
  for (const entry of entries) {
    const path = entry.name.slice(folder.length + 1)
    if (entry.isLink) findings.push({ _tag: 'NotAFile', path })
    else if (path === '' || path.endsWith('/')) folders.push(path)
    else files.push({ path, size: entry.size, read: (spool) => unpack(archive, entry, spool) })
  }
  const paths = files.map(({ path }) => path)
  const empty = folders.filter((each) => !paths.some((path) => path.startsWith(each)))
  findings.push(
    ...empty.map((path) => ({ _tag: 'NotListed', path, by: 'any manifest' }) as const),
    ...namesFindings([folder, ...paths]),
  )
  return E.right({ folder, within: `${folder}/`, files, findings, litter, count: all.length })
}

const stored = 0

/** Unpacks an entry; says where its bytes are not those that were told. */
const unpack = async (
  archive: Content,
  { name, start, end, method, size, checkSum }: Entry,
  spool: Spool,
): Promise<ArchiveUnsafe | undefined> => {
  const packed = piecesOf(archive, start, end)
  let [length, sum] = [0, 0]
  try {
    for await (const piece of method === stored ? packed : inflated(packed)) {
      length += piece.length
      // What unpacks to more than it tells is cut off there and then.
      if (length > size) break
      sum = crc32(piece, sum)
      spool.append(piece)
    }
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code?.startsWith('Z_')) throw cause
    length = -1
  }
  return length === size && sum === checkSum ? undefined : flawed('data', name)
}

const inflated = (packed: Iterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  Readable.from(packed).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))

const flawed = (flaw: ArchiveUnsafe['flaw'], path: string): ArchiveUnsafe => ({
  _tag: 'ArchiveUnsafe',
  flaw,
  path,
})

const unsafe = (flaw: ArchiveUnsafe['flaw'], path: string): E.Either<ArchiveUnsafe, never> =>
  E.left(flawed(flaw, path))
