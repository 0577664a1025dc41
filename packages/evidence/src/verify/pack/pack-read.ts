/**
 * A pack as it was read, all of it at once: what is checked is what was read, though the disk may
 * show something else a moment later.
 */
import type { Bag } from '../../pack/bag.js'
import type { FilesFinding } from './files-findings.js'

/** The files of a pack, and what is wrong with how they are kept. */
export interface PackRead {
  readonly files: Bag
  readonly findings: readonly FilesFinding[]
  /** Of an archive: whether it is, byte for byte, the one that the software makes of its files. */
  readonly isOriginalArchive?: boolean
  /** Paths of hidden files that an operating system left in it; they are not among the files. */
  readonly litter?: readonly string[]
}

/** How much of a pack is looked at. */
export interface Limits {
  /** Unit: bytes, of all files together. */
  readonly bytes: number
  /** Number of files and folders. */
  readonly files: number
  /** How much more than the bag declares is read, to say what was changed. Unit: bytes. */
  readonly undeclared: number
}

/** Enough for a ledger of a few million records. */
export const usualLimits: Limits = {
  bytes: 4 * 1024 ** 3,
  files: 100_000,
  undeclared: 64 * 1024 ** 2,
}

/**
 * Whether a path is one of a pack, the same on every system: letters, digits, dots, hyphens and
 * low lines, parted by slashes, no part of which is only dots or ends with one.
 */
export const isSafePath = (path: string): boolean =>
  path.length <= 255 &&
  /^(?!.*(^|\/)\.)([A-Za-z0-9._-]*[A-Za-z0-9_-])(\/[A-Za-z0-9._-]*[A-Za-z0-9_-])*$/.test(path)

/** The names among paths that are not safe, or that are one name on some systems. */
export const namesFindings = (paths: Iterable<string>): readonly FilesFinding[] => {
  const findings: FilesFinding[] = []
  const seen = new Map<string, string>()
  for (const path of paths) {
    if (!isSafePath(path)) findings.push({ _tag: 'PathUnsafe', path, in: 'among the files' })
    const lower = path.toLowerCase()
    const other = seen.get(lower)
    if (other === undefined) seen.set(lower, path)
    else findings.push({ _tag: 'CaseCollision', path, other })
  }
  return findings
}
