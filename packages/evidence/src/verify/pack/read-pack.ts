/**
 * Reads a pack, whether it is a folder or a zip file, so that it can be verified.
 */
import { readFile, stat } from 'node:fs/promises'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { PackUnreadable } from '../../pack/previous-at.js'
import { withoutLitter } from './litter.js'
import { type Limits, type PackRead, usualLimits } from './pack-read.js'
import { readArchive } from './read-archive.js'
import { readFolder } from './read-folder.js'

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
      if (stats.isDirectory()) return withoutLitter(await readFolder(path, limits))
      if (!stats.isFile()) throw new Error('it is no file but a device or a pipe')
      if (stats.size > limits.bytes) return tooLarge(path, limits)
      return withoutLitter(await readArchive(await readFile(path), limits))
    },
    (cause) => ({ _tag: 'PackUnreadable', path, cause }),
  )

const tooLarge = (path: string, { bytes }: Limits): PackRead => ({
  files: new Map(),
  findings: [{ _tag: 'TooLarge', path, limit: bytes }],
})
