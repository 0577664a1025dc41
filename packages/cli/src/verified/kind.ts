/**
 * What there is at a path: a ledger, or an evidence pack as a folder or in one file.
 */
import { open, stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import { reasonOf } from '../stop.js'

/** What can be verified. */
export type Kind = 'ledger' | 'folder' | 'archive' | 'other'

/** Source: SQLite file format, "The Database Header"; PKZIP APPNOTE 4.3.7. */
const beginnings: readonly (readonly [string, Kind])[] = [
  ['SQLite format 3\0', 'ledger'],
  ['PK\u0003\u0004', 'archive'],
  ['PK\u0005\u0006', 'archive'],
]

/** The kind of what there is at a path, by looking at it; or why it could not be looked at. */
export const kindOf = async (path: string): Promise<E.Either<string, Kind>> => {
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) return E.right('folder')
    // A pipe would be waited for, and what a device gives has no end.
    if (!stats.isFile()) throw new Error('it is no file but a device or a pipe')
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
      const text = buffer.subarray(0, bytesRead).toString('latin1')
      return E.right(beginnings.find(([first]) => text.startsWith(first))?.[1] ?? 'other')
    } finally {
      await file.close()
    }
  } catch (cause) {
    return E.left(`${path} could not be read: ${reasonOf(cause)}. Check the path.`)
  }
}
