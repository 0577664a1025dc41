/**
 * Every file of a pack that follows from its records and its basis alone. Whoever builds a pack
 * makes them here, and whoever verifies one makes them here again.
 */
import type { KnownPoints, Law } from '@send-ledger/core'
import { england1 } from '@send-ledger/core/projection'
import { base64Bytes } from '@send-ledger/core/proof'
import { canonicalJson } from '@send-ledger/core/records'
import { checkDocument, type DocumentFlaw } from '@send-ledger/documents'
import { reportFiles } from '@send-ledger/documents/files'
import * as E from 'fp-ts/lib/Either.js'
import {
  answersTo,
  askedAs,
  knownOf,
  type OwnView,
  type PackAnswers,
  viewFiles,
  viewsUnder,
} from './answers.js'
import { basisText, type PackBasis, type PreviousBasis } from './basis.js'
import { type Changes, changesBetween } from './changes.js'
import { changesFile } from './changes-file.js'
import type { Content } from './content.js'
import { type PackParts, packDocument } from './document.js'
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
export type Files = ReadonlyMap<string, Content>

/** What is at hand beside the records and the basis. */
export interface Given {
  /** The points of the records under the law of the basis, and of the views of the council's own. */
  readonly folded?: KnownPoints | undefined
  /** The views of the council's own. */
  readonly own?: readonly OwnView[] | undefined
}

/**
 * The files that follow from records and basis: views, lineage, tables, charts and reports.
 *
 * Errors: every `DerivedFailure`.
 */
export const derivedFiles = (
  records: RecordLines,
  basis: PackBasis,
  given: Given = {},
): E.Either<DerivedFailure, Files> => {
  const parts = partsOf(records, basis, given)
  if (E.isLeft(parts)) return parts
  const { answers, changes } = parts.right
  const document = checkDocument(packDocument(parts.right))
  if (E.isLeft(document)) return E.left({ _tag: 'ReportFlawed', flaws: document.left })
  return E.right(
    utf8Files(basisText(basis), viewFiles(answers), [
      ...lineageFiles(answers),
      ...(changes === undefined ? [] : [[files.changes, changesFile(changes)] as const]),
      ...reportFiles(document.right),
    ]),
  )
}

/** The basis, the views and other files, sorted by their paths. */
export const utf8Files = (
  basis: string,
  views: readonly (readonly [path: string, text: string])[],
  rest: Iterable<readonly [path: string, bytes: Content]>,
): Files =>
  new Map(
    [
      [files.basis, utf8(basis)] as const,
      ...views.map(([path, text]) => [path, utf8(text)] as const),
      ...rest,
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** The answers that a basis asks for. */
export interface AnswersMade {
  readonly law: Law
  readonly known: KnownPoints
  readonly answers: PackAnswers
}

/**
 * The answers, where the basis can be asked by this version of the software.
 *
 * Errors: SizeDiffers, OtherVersion.
 */
export const answersMade = (
  records: RecordLines,
  basis: PackBasis,
  { folded, own }: Given = {},
): E.Either<SizeDiffers | OtherVersion, AnswersMade> => {
  if (records.size !== basis.size) {
    return E.left({ _tag: 'SizeDiffers', basis: basis.size, records: records.size })
  }
  const law = lawOf(basis)
  if (E.isLeft(law)) return law
  const [made, named] = [canonicalJson(viewsUnder(law.right, own)), canonicalJson(basis.views)]
  if (made !== named) return other('views', named, made)
  const known = folded ?? knownOf(records, law.right, own)
  return E.map((answers: PackAnswers) => ({ law: law.right, known, answers }))(
    answersAt(known, { ...basis, law: law.right, own }),
  )
}

/** The parts of a report. */
const partsOf = (
  records: RecordLines,
  basis: PackBasis,
  given: Given,
): E.Either<DerivedFailure, PackParts> => {
  const made = answersMade(records, basis, given)
  if (E.isLeft(made)) return made
  const { law, known, answers } = made.right
  const changes = changesSince({ records, basis, known, law, now: answers, own: given.own })
  if (E.isLeft(changes)) return changes
  return E.right({ basis, law, records, answers, changes: changes.right })
}

interface Asked extends Pick<Given, 'own'>, Pick<PackBasis, 'asAt' | 'knownAt' | 'size' | 'root'> {
  readonly origin: string
  readonly law: Law
}

/** What an earlier pack was asked. */
type AskedThen = Omit<PreviousBasis, 'title' | 'packRoot' | 'checkpoint' | 'differing'>

const answersAt = (
  known: KnownPoints,
  { root: text, ...asked }: Asked,
): E.Either<OtherVersion, PackAnswers> => {
  const root = base64Bytes(text)
  return root === undefined
    ? other('root', text, 'base64')
    : E.right(answersTo(known, { ...asked, root }))
}

/** The answers of the earlier pack, as it gave them, from the records that were known then. */
export const answersThen = (
  records: RecordLines,
  { origin, previous }: { readonly origin: string; readonly previous: AskedThen },
  given?: Pick<Given, 'own'> & { readonly known?: KnownPoints; readonly law?: Law },
): E.Either<OtherVersion, PackAnswers> => {
  const law = lawOf(previous)
  if (E.isLeft(law)) return law
  // Under another law the points are others too.
  const known =
    given?.known !== undefined && given.law?.counting === law.right.counting
      ? given.known
      : knownOf(records, law.right, given?.own)
  const own = askedAs(given?.own ?? [], previous.views ?? [])
  return answersAt(known, { ...previous, origin, law: law.right, own })
}

interface Since {
  readonly records: RecordLines
  readonly basis: PackBasis
  readonly known: KnownPoints
  readonly law: Law
  readonly now: PackAnswers
  readonly own: Given['own']
}

const changesSince = ({
  records,
  basis,
  known,
  law,
  now,
  own,
}: Since): E.Either<OtherVersion, Changes | undefined> => {
  const { previous, origin } = basis
  if (previous === null) return E.right(undefined)
  const given = answersThen(records, { origin, previous }, { known, law, own })
  if (E.isLeft(given)) return given
  const restated = answersAt(known, { ...basis, asAt: previous.asAt, law, own })
  if (E.isLeft(restated)) return restated
  const compared = { records, previous, given: given.right, restated: restated.right, now }
  return E.right(changesBetween(compared))
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

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
