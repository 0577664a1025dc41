/**
 * Reads the files of a pack, of a folder and of an archive alike: first what it says that it holds
 * is held against what is looked at and against what its bag declares, and only then is it read,
 * each file once, into a place where it stays what it is.
 */
import type { Content } from '../../pack/content.js'
import { bagFiles, payload } from '../../pack/layout.js'
import { Spool } from '../../pack/spool.js'
import type { FilesFinding } from './files-findings.js'
import type { Limits, PackRead } from './pack-read.js'
import { textOf } from './text-of.js'

/** A file of a pack that is not read yet. */
export interface FileListed {
  /** Relative to the bag. */
  readonly path: string
  /** What is said of its size. Unit: bytes. */
  readonly size: number
  /** Adds its bytes to a spool; says what is wrong with them. */
  readonly read: (spool: Spool) => Promise<FilesFinding | undefined>
}

/** What a pack says that it holds. */
export interface FilesListed {
  readonly files: readonly FileListed[]
  readonly findings: readonly FilesFinding[]
  /** The folder that they are in within an archive, as a start of names. */
  readonly within?: string
  /** Number of files, folders and all else. */
  readonly count: number
  /** Names that are no part of the pack. */
  readonly litter?: readonly string[]
}

/** The files of a pack, as they were listed; none where there is more than is looked at. */
export const readFiles = async (listed: FilesListed, limits: Limits): Promise<PackRead> => {
  const { files, findings, litter = [] } = listed
  const spool = new Spool()
  const refusal = tooLarge(listed, limits) ?? (await undeclared(files, limits))
  if (refusal) return { files: new Map(), findings: [refusal, ...findings] }
  const read = new Map<string, Content>()
  const flaws: FilesFinding[] = []
  for (const file of files) {
    const start = spool.length
    const flaw = await file.read(spool)
    // What an archive holds is no pack where a part of it is not what it says.
    if (flaw?._tag === 'ArchiveUnsafe') return { files: new Map(), findings: [flaw] }
    if (flaw === undefined) read.set(file.path, spool.since(start))
    else flaws.push(flaw)
  }
  return { files: read, findings: [...findings, ...flaws], litter }
}

const tooLarge = (
  { files, count, within = '' }: FilesListed,
  limits: Limits,
): FilesFinding | undefined => {
  if (count > limits.files) return { _tag: 'TooLarge', path: 'the pack', limit: limits.files }
  let bytes = 0
  for (const { path, size } of files) {
    bytes += size
    if (bytes > limits.bytes) {
      return { _tag: 'TooLarge', path: `${within}${path}`, limit: limits.bytes }
    }
  }
  return undefined
}

/** No tag file is longer. Unit: bytes. */
const longestInfo = 64 * 1024

/** What the bag declares, held against the sizes. Source: RFC 8493 2.2.2, Payload-Oxum. */
const undeclared = async (
  files: readonly FileListed[],
  limits: Limits,
): Promise<FilesFinding | undefined> => {
  const found = files
    .filter(({ path }) => path.startsWith(payload))
    .reduce((bytes, { size }) => bytes + size, 0)
  if (found <= limits.undeclared) return undefined
  const info = files.find(({ path }) => path === bagFiles.info)
  if (info === undefined) return { _tag: 'FileMissing', path: bagFiles.info }
  const declared = info.size > longestInfo ? 0 : await declaredIn(info)
  return found <= declared + limits.undeclared
    ? undefined
    : { _tag: 'MoreThanDeclared', declared, found }
}

const declaredIn = async (info: FileListed): Promise<number> => {
  const spool = new Spool()
  const flaw = await info.read(spool)
  const text = flaw === undefined ? textOf(spool.since(0)) : undefined
  return Number(/^Payload-Oxum: ([0-9]{1,15})\.[0-9]+$/m.exec(text ?? '')?.[1] ?? 0)
}
