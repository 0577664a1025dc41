/**
 * Reads a pack, whether it is a folder or a zip file, so that it can be verified.
 */
import { open, stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { zipOf } from '../../pack/archive.js'
import type { Bag } from '../../pack/bag.js'
import { type Content, isSameContent, stretchOf } from '../../pack/content.js'
import type { PackUnreadable } from '../../pack/previous-at.js'
import { Spool } from '../../pack/spool.js'
import type { FilesFinding } from './files-findings.js'
import { withoutLitter } from './litter.js'
import { type Limits, type PackRead, usualLimits } from './pack-read.js'
import { listArchive } from './read-archive.js'
import { readFiles } from './read-files.js'
import { listFolder, readInto } from './read-folder.js'

/**
 * All files of a pack. Nothing is written, no link is followed, and no more is unpacked than is
 * looked at.
 *
 * Errors: PackUnreadable where the system does not read it. What is wrong with it is a finding.
 *
 * @example
 * import { readPack } from '@send-ledger/evidence/verify'
 *
 * const read = await readPack('no-such-pack.zip')()
 * assert.strictEqual(read._tag === 'Left' && read.left._tag, 'PackUnreadable')
 */
export const readPack = (
  path: string,
  limits: Limits = usualLimits,
): TE.TaskEither<PackUnreadable, PackRead> =>
  TE.tryCatch(
    async () => {
      const stats = await stat(path)
      if (stats.isDirectory()) {
        return withoutLitter(await readFiles(await listFolder(path, limits), limits))
      }
      if (!stats.isFile()) throw new Error('it is no file but a device or a pipe')
      return withoutLitter(await readArchive(path, limits))
    },
    (cause) => ({ _tag: 'PackUnreadable', path, cause }),
  )

const readArchive = async (path: string, limits: Limits): Promise<PackRead> => {
  const spool = new Spool()
  const file = await open(path)
  const isWhole = await readInto(spool, file, limits.bytes).finally(() => file.close())
  if (!isWhole) return none({ _tag: 'TooLarge', path, limit: limits.bytes })
  const archive = spool.since(0)
  const listed = listArchive(archive)
  if (E.isLeft(listed)) return none(listed.left)
  const read = await readFiles(listed.right, limits)
  if (read.files.size === 0) return read
  return { ...read, isOriginalArchive: isZipOf(archive, read.files, listed.right.folder) }
}

const none = (finding: FilesFinding): PackRead => ({ files: new Map(), findings: [finding] })

/** Whether an archive is, byte for byte, the one that is made of these files. */
const isZipOf = (archive: Content, files: Bag, folder: string): boolean => {
  let at = 0
  for (const piece of zipOf(files, folder)) {
    const end = at + piece.length
    if (end > archive.length || !isSameContent(piece, stretchOf(archive, at, end))) return false
    at = end
  }
  return at === archive.length
}
