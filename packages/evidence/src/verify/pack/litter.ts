/**
 * Hidden files that an operating system leaves in a folder that somebody looked at, or in an
 * archive that it packed. They are no part of a pack and say nothing of it.
 */
import type { FilesFinding } from './files-findings.js'
import type { PackRead } from './pack-read.js'

const names: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'ehthumbs.db', 'desktop.ini'])

/** Whether a file is litter, by its name. */
const isLitter = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return names.has(name) || name.startsWith('._')
}

/** Whether an entry of an archive stands beside the folder that was packed, as macOS puts it. */
export const isBesidePack = (entry: string): boolean => entry.startsWith('__MACOSX/')

/** A pack as it was read, its litter set apart. */
export const withoutLitter = (pack: PackRead): PackRead => {
  const litter = [...(pack.litter ?? []), ...[...pack.files.keys()].filter(isLitter)]
  if (litter.length === 0) return pack
  return {
    ...pack,
    files: new Map([...pack.files].filter(([path]) => !isLitter(path))),
    findings: pack.findings.filter((finding) => !isOfLitter(finding)),
    litter,
  }
}

const isOfLitter = (finding: FilesFinding): boolean =>
  (finding._tag === 'PathUnsafe' ||
    finding._tag === 'CaseCollision' ||
    finding._tag === 'NotListed') &&
  isLitter(finding.path)
