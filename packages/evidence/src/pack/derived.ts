/**
 * Every file of a pack that follows from its records and its basis alone. Whoever builds a pack
 * makes them here, and whoever verifies one makes them here again.
 */
import { type Answered, england1, type Law, shown } from '@send-ledger/core'
import { base64Bytes } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import { checkDocument } from '../document/check.js'
import type { DocumentFlaw } from '../document/flaws.js'
import { councilDocument } from '../document/of-views/council-document.js'
import { reportFiles } from '../report/report-files.js'
import { answersTo, knownOf, type PackAnswers, viewFiles, viewsIn } from './answers.js'
import { packName } from './archive.js'
import { basisText, type PackBasis } from './basis.js'
import { files } from './layout.js'
import { lineageFiles } from './lineage.js'
import type { RecordLines } from './record-lines.js'

/** The basis names another number of records than there are. */
export interface SizeDiffers {
  readonly _tag: 'SizeDiffers'
  readonly basis: number
  readonly records: number
}

/** The law, or a view, is none that this version of the software has. */
export interface OtherVersion {
  readonly _tag: 'OtherVersion'
  readonly what: 'ruleSet' | 'views' | 'root'
  readonly basis: string
  readonly software: string
}

/** The report does not hold together, which would be a mistake of ours. */
export interface ReportFlawed {
  readonly _tag: 'ReportFlawed'
  readonly flaws: readonly DocumentFlaw[]
}

/** Why the files of a pack cannot be made from its records and its basis. */
export type DerivedFailure = SizeDiffers | OtherVersion | ReportFlawed

/** The bytes of files by their paths relative to the payload, sorted. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * The files that follow from records and basis: views, lineage, tables, charts, report, spreadsheets.
 *
 * Errors: every `DerivedFailure`.
 */
export const derivedFiles = (
  records: RecordLines,
  basis: PackBasis,
): E.Either<DerivedFailure, Files> => {
  const answers = answersFor(records, basis)
  if (E.isLeft(answers)) return answers
  const document = checkDocument(documentOf(answers.right, basis))
  if (E.isLeft(document)) return E.left({ _tag: 'ReportFlawed', flaws: document.left })
  return E.right(
    sorted([
      [files.basis, utf8(basisText(basis))],
      ...viewFiles(answers.right).map(([path, text]) => [path, utf8(text)] as const),
      ...lineageFiles(answers.right),
      ...reportFiles(document.right),
    ]),
  )
}

/** The answers of a pack, where its basis can be asked by this version of the software. */
const answersFor = (
  records: RecordLines,
  basis: PackBasis,
): E.Either<DerivedFailure, PackAnswers> => {
  if (records.size !== basis.size) {
    return E.left({ _tag: 'SizeDiffers', basis: basis.size, records: records.size })
  }
  const law = lawOf(basis)
  if (E.isLeft(law)) return law
  const root = base64Bytes(basis.root)
  if (root === undefined) return other('root', basis.root, 'base64')
  const answers = answersTo(knownOf(records, law.right), { ...basis, root, law: law.right })
  const made = JSON.stringify(viewsIn(answers))
  const named = JSON.stringify(basis.views)
  return made === named ? E.right(answers) : other('views', named, made)
}

/** The law that a basis names. Errors: OtherVersion. */
export const lawOf = ({
  ruleSet,
  counting,
}: Pick<PackBasis, 'ruleSet' | 'counting'>): E.Either<OtherVersion, Law> =>
  ruleSet === england1.name
    ? E.right({ ruleSet: england1, counting })
    : other('ruleSet', ruleSet, england1.name)

const other = (
  what: OtherVersion['what'],
  basis: string,
  software: string,
): E.Either<OtherVersion, never> => E.left({ _tag: 'OtherVersion', what, basis, software })

const documentOf = (answers: PackAnswers, basis: PackBasis) => {
  const { title } = basis
  const plain = <A>({ answer }: Answered<A>) => shown(answer)
  return councilDocument(
    { id: packName(basis), title },
    {
      basis: answers.compliance.basis,
      compliance: plain(answers.compliance),
      wsoa: plain(answers.wsoa),
      workforce: plain(answers.workforce),
    },
  )
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const sorted = (of: readonly (readonly [string, Uint8Array])[]): Files =>
  new Map(of.toSorted(([a], [b]) => (a < b ? -1 : 1)))
