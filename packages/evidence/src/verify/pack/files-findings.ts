/**
 * What can be found wrong with the files of a pack, before anything is read in them.
 */
import { absurd } from 'fp-ts/lib/function.js'

/** A name that is none of a pack: it could lead out of it, or be two names to some systems. */
export interface PathUnsafe {
  readonly _tag: 'PathUnsafe'
  readonly path: string
  /** Where it stands: among the files, or in a manifest. */
  readonly in: string
}

/** Two names that differ in capitals only: on some systems they are one file. */
export interface CaseCollision {
  readonly _tag: 'CaseCollision'
  readonly path: string
  readonly other: string
}

/** Something that is no file: a link, which may lead anywhere, or a device. */
export interface NotAFile {
  readonly _tag: 'NotAFile'
  readonly path: string
}

/** There is more than can be looked at. */
export interface TooLarge {
  readonly _tag: 'TooLarge'
  readonly path: string
  /** Unit: bytes, or files. */
  readonly limit: number
}

/** There is far more than the bag itself declares. */
export interface MoreThanDeclared {
  readonly _tag: 'MoreThanDeclared'
  /** What bag-info.txt declares. Unit: bytes. */
  readonly declared: number
  /** Unit: bytes. */
  readonly found: number
}

/** The archive is not one that can be unpacked in one way only. */
export interface ArchiveUnsafe {
  readonly _tag: 'ArchiveUnsafe'
  readonly flaw:
    | 'form'
    | 'encrypted'
    | 'method'
    | 'headers'
    | 'overlap'
    | 'data'
    | 'ratio'
    | 'twice'
    | 'notOneFolder'
  /** The name of the entry; empty where it is the archive itself. */
  readonly path: string
}

/** A manifest is not of its form. */
export interface ManifestMalformed {
  readonly _tag: 'ManifestMalformed'
  readonly path: string
  /** Counted from 1. */
  readonly line: number
}

/** A file that must be there is missing. */
export interface FileMissing {
  readonly _tag: 'FileMissing'
  readonly path: string
  /** The manifest that lists it; nothing where every pack has it. */
  readonly listedIn?: string
}

/** A file, or an empty folder, that no manifest lists. */
export interface NotListed {
  readonly _tag: 'NotListed'
  readonly path: string
  /** The manifest that should list it. */
  readonly by: string
}

/** A file is not the one that was listed. */
export interface DigestWrong {
  readonly _tag: 'DigestWrong'
  readonly path: string
  readonly listedIn: string
}

/** A file beside the payload is not the one that belongs to it. */
export interface TagDiffers {
  readonly _tag: 'TagDiffers'
  readonly path: string
}

/** What is wrong with the files of a pack. */
export type FilesFinding =
  | PathUnsafe
  | CaseCollision
  | NotAFile
  | TooLarge
  | MoreThanDeclared
  | ArchiveUnsafe
  | ManifestMalformed
  | FileMissing
  | NotListed
  | DigestWrong
  | TagDiffers

/** The sentence for what is wrong with the files of a pack. */
export const explainFilesFinding = (finding: FilesFinding): string => {
  switch (finding._tag) {
    case 'PathUnsafe':
      return `${shown(finding.path)} (${finding.in}) is no name of a file of a pack: it could lead out of it, or mean another file elsewhere.`
    case 'CaseCollision':
      return `${finding.path} and ${finding.other} differ in capitals only: on some systems they are one file.`
    case 'NotAFile':
      return `${shown(finding.path)} is no file: it may lead anywhere, and show something else tomorrow.`
    case 'TooLarge':
      return `${shown(finding.path)}: there is more than the ${finding.limit} that are looked at, so it was not unpacked.`
    case 'MoreThanDeclared':
      return `the payload is of ${finding.found} bytes, and bag-info.txt declares ${finding.declared}: there is far more than was packed, so it was not read.`
    case 'ArchiveUnsafe':
      return `${finding.path === '' ? 'the archive' : shown(finding.path)}: ${archiveFlaws[finding.flaw]}. It was not unpacked.`
    case 'ManifestMalformed':
      return `${finding.path}: line ${finding.line} is no line of a manifest, or names a file a second time.`
    case 'FileMissing':
      return finding.listedIn === undefined
        ? `${finding.path} is missing: every pack has it.`
        : `${finding.path} is missing: ${finding.listedIn} lists it.`
    case 'NotListed':
      return `${shown(finding.path)} is not listed in ${finding.by}: it was added to the pack.`
    case 'DigestWrong':
      return `${finding.path} is not the file that ${finding.listedIn} lists: one of the two was changed.`
    case 'TagDiffers':
      return `${finding.path} is not what the software makes of the rest of the pack: it was changed.`
    default:
      return absurd(finding)
  }
}

const archiveFlaws: Readonly<Record<ArchiveUnsafe['flaw'], string>> = {
  form: 'it is no zip file that is whole, with nothing before it and nothing after its end',
  encrypted: 'it is encrypted',
  method: 'it is compressed in a way that is not read',
  headers: 'what is said of it at its place is not what the list at the end says',
  overlap: 'it lies over another one',
  data: 'its bytes are not those that its size and check sum tell',
  ratio: 'it says that it unpacks to more than 200 times its size, which no file of a pack does',
  twice: 'the name stands in it twice',
  notOneFolder: 'a pack is one folder in its archive, and there is something beside it',
}

/** A name that may hold anything, as it can be printed. */
const shown = (path: string): string => (/^[\w./-]+$/.test(path) ? path : JSON.stringify(path))
