/**
 * Files that are a few lines: keys, checkpoints, policies. Whatever is given in their place is not
 * read for ever.
 */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** More than any of them has. Unit: bytes. */
const most = 1_048_576

/**
 * The bytes of a small file. Nothing is waited for: a pipe or a device is no such file.
 *
 * Errors: rejects with the system's error, or one that says why it is no small file.
 *
 * @example
 * import { smallFile } from '@send-ledger/evidence/sign'
 *
 * await assert.rejects(smallFile('/dev/zero'), /it is no file/)
 */
export const smallFile = async (path: string): Promise<Buffer> => {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) throw new Error('it is a folder')
    if (!stats.isFile()) throw new Error('it is no file but a device or a pipe')
    if (stats.size > most) throw new Error(`it is larger than the ${most} bytes that are read`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}
