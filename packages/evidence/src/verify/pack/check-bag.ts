/**
 * Whether the bag of a pack is whole: every file is listed and is the one that was listed, and
 * there is no file more.
 *
 * Source: RFC 8493 section 3, "Complete" and "Valid"; stricter, for nothing may be fetched.
 */
import * as E from 'fp-ts/lib/Either.js'
import { type Content, digest } from '../../pack/content.js'
import { bagFiles, files, payload } from '../../pack/layout.js'
import type { FilesFinding, ManifestMalformed } from './files-findings.js'
import { isSafePath, type PackRead } from './pack-read.js'
import { textOf } from './text-of.js'

/** What every pack has. */
const needed = [
  ...Object.values(bagFiles),
  `${payload}${files.basis}`,
  `${payload}${files.checkpoint}`,
  `${payload}${files.crate}`,
]

/** What is wrong with the files of a pack; what is in them is not looked at yet. */
export const checkBag = ({ files: found, findings }: PackRead): readonly FilesFinding[] => {
  if (findings.length > 0) return findings
  const missing = needed.filter((path) => !found.has(path))
  if (missing.length > 0) return missing.map((path) => ({ _tag: 'FileMissing', path }))
  return [
    ...against(found, { manifest: bagFiles.sha256, algorithm: 'sha256', lists: isPayload }),
    ...against(found, { manifest: bagFiles.sha512, algorithm: 'sha512', lists: isPayload }),
    ...against(found, {
      manifest: bagFiles.tags,
      algorithm: 'sha256',
      lists: (path) => !isPayload(path) && path !== bagFiles.tags,
    }),
  ]
}

const isPayload = (path: string): boolean => path.startsWith(payload)

/** A manifest, and which files it must list: all of them, and no other. */
interface Against {
  readonly manifest: string
  readonly algorithm: 'sha256' | 'sha512'
  readonly lists: (path: string) => boolean
}

const against = (
  found: PackRead['files'],
  { manifest, algorithm, lists }: Against,
): readonly FilesFinding[] => {
  const read = digestsIn(manifest, found.get(manifest) as Content)
  if (E.isLeft(read)) return [read.left]
  const listed = read.right
  const findings: FilesFinding[] = []
  for (const [path, expected] of listed) {
    const content = found.get(path)
    if (!isSafePath(path)) findings.push({ _tag: 'PathUnsafe', path, in: manifest })
    else if (!lists(path)) findings.push({ _tag: 'PathUnsafe', path, in: manifest })
    else if (content === undefined) findings.push({ _tag: 'FileMissing', path, listedIn: manifest })
    else if (digest(algorithm, content) !== expected) {
      findings.push({ _tag: 'DigestWrong', path, listedIn: manifest })
    }
  }
  for (const path of found.keys()) {
    if (lists(path) && !listed.has(path)) findings.push({ _tag: 'NotListed', path, by: manifest })
  }
  return findings
}

/** The digest of each file that a manifest lists. */
const digestsIn = (
  manifest: string,
  content: Content,
): E.Either<ManifestMalformed, ReadonlyMap<string, string>> => {
  const malformed = (line: number): E.Either<ManifestMalformed, never> =>
    E.left({ _tag: 'ManifestMalformed', path: manifest, line })
  const text = textOf(content)
  if (text === undefined) return malformed(1)
  const digests = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.pop() !== '') return malformed(lines.length + 1)
  for (const [i, line] of lines.entries()) {
    const [, hex, path] = /^([0-9a-f]+) {2}(\S+)$/.exec(line) ?? []
    if (hex === undefined || path === undefined || digests.has(path)) return malformed(i + 1)
    digests.set(path, hex)
  }
  return E.right(digests)
}
