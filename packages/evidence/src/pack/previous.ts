/**
 * The pack that was issued before, as far as a new one needs it.
 */
import * as E from 'fp-ts/lib/Either.js'
import { packRootOf } from './bag.js'
import { type PackBasis, readBasis } from './basis.js'
import { bytesOf, type Content, digest } from './content.js'
import { bagFiles, files, payload, viewPath } from './layout.js'

/** An earlier pack. */
export interface PreviousPack {
  readonly basis: PackBasis
  /** Its checkpoint, word for word. */
  readonly checkpoint: string
  /** SHA-256 of its tag manifest, in hexadecimal digits. */
  readonly packRoot: string
  /** Its views in plain JSON, without their bases, by their names. */
  readonly views: ReadonlyMap<string, unknown>
}

/** A file of the pack is missing, or is not the one that its manifests list. */
export interface PreviousUnfit {
  readonly _tag: 'PreviousUnfit'
  readonly path: string
  readonly flaw: 'missing' | 'changed' | 'malformed'
}

/** Gives the bytes of a file by its path relative to the bag; undefined where there is none. */
export type ReadFile = (path: string) => Content | undefined

/**
 * An earlier pack from its files. Each file that is read is held against the manifests; that is no
 * verification of the pack, which `verify` does.
 *
 * Errors: PreviousUnfit.
 */
export const readPrevious = (read: ReadFile): E.Either<PreviousUnfit, PreviousPack> => {
  const tags = read(bagFiles.tags)
  if (tags === undefined) return unfit(bagFiles.tags, 'missing')
  const manifest = listedIn(read, bagFiles.sha256, digestsIn(text(tags)))
  if (E.isLeft(manifest)) return manifest
  const digests = digestsIn(text(manifest.right))
  const basisPath = `${payload}${files.basis}`
  const basisBytes = listedIn(read, basisPath, digests)
  if (E.isLeft(basisBytes)) return basisBytes
  const basis = readBasis(text(basisBytes.right))
  if (E.isLeft(basis)) return unfit(basisPath, 'malformed')
  const checkpoint = listedIn(read, `${payload}${files.checkpoint}`, digests)
  if (E.isLeft(checkpoint)) return checkpoint
  const views = new Map<string, unknown>()
  for (const { name } of basis.right.views) {
    const path = `${payload}${viewPath(name)}`
    const bytes = listedIn(read, path, digests)
    if (E.isLeft(bytes)) return bytes
    const view = viewIn(text(bytes.right))
    if (view === undefined) return unfit(path, 'malformed')
    views.set(name, view)
  }
  return E.right({
    basis: basis.right,
    checkpoint: text(checkpoint.right),
    packRoot: packRootOf(tags),
    views,
  })
}

const text = (content: Content): string => new TextDecoder().decode(bytesOf(content))

const unfit = (path: string, flaw: PreviousUnfit['flaw']): E.Either<PreviousUnfit, never> =>
  E.left({ _tag: 'PreviousUnfit', path, flaw })

/** The digest of each file that a manifest lists, by its path. */
const digestsIn = (manifest: string): ReadonlyMap<string, string> =>
  new Map(
    manifest.split('\n').flatMap((line) => {
      const [, hex, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      return hex === undefined || path === undefined ? [] : [[path, hex] as const]
    }),
  )

const listedIn = (
  read: ReadFile,
  path: string,
  digests: ReadonlyMap<string, string>,
): E.Either<PreviousUnfit, Content> => {
  const bytes = read(path)
  if (bytes === undefined) return unfit(path, 'missing')
  return digests.get(path) === digest('sha256', bytes) ? E.right(bytes) : unfit(path, 'changed')
}

const viewIn = (json: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null && 'view' in parsed
      ? parsed.view
      : undefined
  } catch {
    return undefined
  }
}

/** The sentence for what is wrong with an earlier pack. */
export const explainPrevious = ({ path, flaw }: PreviousUnfit): string => {
  switch (flaw) {
    case 'missing':
      return `there is no ${path} in it: it is no pack, or not whole.`
    case 'changed':
      return `${path} is not the file that its manifests list: it was changed.`
    default:
      return `${path} is not what this version of the software makes of it.`
  }
}
