/**
 * The files of a pack that is a folder, listed. Links are not followed.
 */
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Spool } from '../../pack/spool.js'
import type { FilesFinding } from './files-findings.js'
import { type Limits, namesFindings } from './pack-read.js'
import type { FileListed, FilesListed } from './read-files.js'

// Windows knows no such flag, nor such links as anybody can make.
// A pipe that takes the place of a file is not waited for.
const withoutFollowing =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The files under a folder. What the system does not show is thrown. */
export const listFolder = async (folder: string, limits: Limits): Promise<FilesListed> => {
  const files: FileListed[] = []
  const findings: FilesFinding[] = []
  let count = 0
  /** Lists what is under a path, which is empty or ends with a slash. */
  const under = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true })
    if (entries.length === 0 && path !== '') {
      findings.push({ _tag: 'NotListed', path, by: 'any manifest' })
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = `${path}${entry.name}`
      count += 1
      if (count > limits.files) return
      if (entry.isDirectory()) await under(`${inner}/`)
      else if (entry.isFile()) {
        const place = join(folder, inner)
        const { size } = await lstat(place)
        files.push({ path: inner, size, read: (spool) => readFile(place, inner, { size, spool }) })
      } else findings.push({ _tag: 'NotAFile', path: inner })
    }
  }
  await under('')
  findings.push(...namesFindings(files.map(({ path }) => path)))
  return { files, findings, count }
}

const readFile = async (
  place: string,
  path: string,
  { size, spool }: { readonly size: number; readonly spool: Spool },
): Promise<FilesFinding | undefined> => {
  const file = await open(place, withoutFollowing)
  try {
    if (!(await file.stat()).isFile()) return { _tag: 'NotAFile', path }
    const read = await readInto(spool, file, size)
    // It grew meanwhile, and may have no end.
    return read ? undefined : { _tag: 'TooLarge', path, limit: size }
  } finally {
    await file.close()
  }
}

/** How much is read at once. Unit: bytes. */
const pieceLength = 1024 ** 2

/** Adds the bytes of a file to a spool; says whether there are no more than were wanted. */
export const readInto = async (spool: Spool, file: FileHandle, most: number): Promise<boolean> => {
  const piece = Buffer.alloc(Math.min(pieceLength, most + 1))
  for (let left = most; ; ) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, left + 1))
    if (bytesRead === 0) return true
    if (bytesRead > left) return false
    spool.append(piece.subarray(0, bytesRead))
    left -= bytesRead
  }
}
