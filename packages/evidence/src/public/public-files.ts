/**
 * Every file of a pack for the public but those of the ledger: views, tables, charts, report,
 * spreadsheets, with figures that have passed disclosure control and no others.
 */
import type { KnownPoints, Law } from '@send-ledger/core'
import type { Signer } from '@send-ledger/core/proof'
import type { DisclosureRefusal, Policy, Protected } from '@send-ledger/disclosure'
import {
  type AnswersEarlier,
  deciding,
  type PublishedAnswers,
  protectAnswers,
  type Solver,
} from '@send-ledger/disclosure'
import { checkDocument, publish, type Raw, type Section } from '@send-ledger/documents'
import { reportFiles } from '@send-ledger/documents/files'
import * as E from 'fp-ts/lib/Either.js'
import { basisText, type PackBasis, type PublicBasis } from '../pack/basis.js'
import {
  type AnswersMade,
  answersMade,
  answersThen,
  type DerivedFailure,
  type Files,
  utf8Files,
} from '../pack/derived.js'
import type { NothingToShow } from '../pack/for-the-public.js'
import type { PreviousPack } from '../pack/previous.js'
import type { RecordLines } from '../pack/record-lines.js'
import type { Told } from '../report/of-records/told-section.js'
import { changedSection, type Shown } from './changed-section.js'
import { type PublishedOtherwise, publishedEarlier } from './earlier-packs.js'
import { namedRecords } from './inclusion.js'
import { answersKnown } from './known-answers.js'
import { namesIn, packPseudonyms } from './pack-pseudonyms.js'
import { beforeDeciding, countsNobody, showsFigures } from './public-document.js'
import { publicViewFiles, publicViews } from './public-views.js'
import { isShowable, knownByReports, reportsIn } from './told-known.js'

/** Why a pack cannot be made public. */
export type PublicFailure = DerivedFailure | DisclosureRefusal | PublishedOtherwise | NothingToShow

/** How many figures are hidden, and why. For the council only. */
export interface HiddenFigures {
  /** For their own sake. */
  readonly small: number
  /** Because they would give another one away. */
  readonly others: number
  /** Number of figures in all. */
  readonly of: number
}

/** What is made for the public. */
export interface PublicMade {
  /** What the pack rests on, with what disclosure control made of it. */
  readonly basis: PackBasis
  readonly files: Files
  readonly hidden: HiddenFigures
}

/** What a pack for the public is made from. */
export interface PublicSources {
  readonly records: RecordLines
  readonly basis: PackBasis
  readonly known: KnownPoints
  readonly signer: Signer
  readonly policy: Policy
  /** The packs that are public already. */
  readonly earlier: readonly EarlierPack[]
  readonly solver: Solver
}

/** A pack that is public already. */
export interface EarlierPack extends PreviousPack {
  readonly basis: PackBasis & { readonly public: PublicBasis }
}

/**
 * The files for the public.
 *
 * Errors: every `PublicFailure`.
 */
export const publicFiles = (from: PublicSources): E.Either<PublicFailure, PublicMade> => {
  const made = answersMade(from.records, from.basis, { folded: from.known })
  if (E.isLeft(made)) return made
  const packs = packsEarlier(from, made.right)
  if (E.isLeft(packs)) return packs
  const decided = controlled(from, made.right, packs.right)
  if (E.isLeft(decided)) return decided
  const { told, control, notToldAgain } = decided.right
  const basis = { ...from.basis, public: publicBasis(from, told, notToldAgain) }
  const files = filesOf({ ...from, ...made.right, ...decided.right, basis, packs: packs.right })
  const hidden = counted(control.hidden, control.figures.size)
  return E.map((all: Files) => ({ basis, files: all, hidden }))(files)
}

const publicBasis = (
  { records, basis: { asAt }, policy, earlier }: PublicSources,
  told: readonly Told[],
  notToldAgain: number,
): PublicBasis => ({
  policy,
  earlier: earlier.map(({ packRoot, basis: { title, asAt: on, knownAt } }) => ({
    title,
    asAt: on,
    knownAt,
    packRoot,
  })),
  proved: namedRecords(records, told, asAt),
  notToldAgain,
})

interface Decided extends PublicSources, AnswersMade, Controlled {
  readonly packs: readonly EarlierMade[]
}

const filesOf = ({
  packs,
  control: { published, figures },
  ...from
}: Decided): E.Either<DerivedFailure | NothingToShow, Files> => {
  const { basis, answers, records, policy, signer, law, told, notToldAgain } = from
  const subjectName = namesIn(records, packPseudonyms(signer, basis))
  const { symbol } = policy
  const views = publicViews(answers, { published, symbol, subjectName })
  const changed = changedSince(basis, packs, { answers, views, symbol })
  const before = beforeDeciding({
    ...{ basis, law, records, answers, policy },
    ...{ told, notToldAgain, changed },
  })
  if (basis.public?.proved.length === 0 && !showsFigures(before)) {
    return E.left({ _tag: 'NothingToShow' })
  }
  const ofPeople = answersKnown(answers).filter(({ view }) => view !== 'wsoa')
  const report = publish(before, deciding({ answers: ofPeople, figures, countsNobody }))
  const document = checkDocument(report)
  if (E.isLeft(document)) return E.left({ _tag: 'ReportFlawed', flaws: document.left })
  const viewTexts = publicViewFiles(answers, views)
  return E.right(utf8Files(basisText(basis), viewTexts, reportFiles(document.right)))
}

interface Controlled {
  readonly told: readonly Told[]
  readonly notToldAgain: number
  readonly control: PublishedAnswers
}

/**
 * Reckons with what reports told, so that their figures can be told again. Where they give away
 * what an earlier pack hides, nothing protects it any more; then they are not told again, and the
 * pack is made as if they had not been told.
 */
const controlled = (
  { records, policy, solver }: PublicSources,
  { answers, known }: AnswersMade,
  packs: readonly EarlierMade[],
): E.Either<DisclosureRefusal, Controlled> => {
  const earlier = packs.map((pack) => pack.known)
  const of = answersKnown(answers)
  const all = reportsIn(records, known)
  const reports = all.filter((each) => isShowable(each, known, policy))
  const attempt = (told: readonly Told[]) =>
    E.map(
      (control: PublishedAnswers): Controlled => ({
        told,
        notToldAgain: all.length - told.length,
        control,
      }),
    )(protectAnswers(of, [...earlier, ...knownByReports(told, records, answers)], policy, solver))
  const withReports = reports.length === 0 ? undefined : attempt(reports)
  return withReports !== undefined && E.isRight(withReports) ? withReports : attempt([])
}

const counted = (hidden: Protected['hidden'], of: number): HiddenFigures => {
  const small = hidden.filter(({ because }) => because === 'small').length
  return { small, others: hidden.length - small, of }
}

/** A public pack with its answers in truth. */
interface EarlierMade {
  readonly packRoot: string
  readonly known: AnswersEarlier
  readonly shown: Shown
}

const packsEarlier = (
  { records, basis: { origin }, earlier }: PublicSources,
  { known, law }: { readonly known: KnownPoints; readonly law: Law },
): E.Either<PublicFailure, readonly EarlierMade[]> => {
  const packs: EarlierMade[] = []
  for (const { basis, packRoot, views } of earlier) {
    const answers = answersThen(records, { origin, previous: basis }, { known, law })
    if (E.isLeft(answers)) return answers
    const { policy } = basis.public
    const pack = { basis, packRoot, policy, views, answers: answers.right }
    const before = publishedEarlier(pack)
    if (E.isLeft(before)) return before
    const { symbol } = policy
    packs.push({ packRoot, known: before.right, shown: { answers: answers.right, views, symbol } })
  }
  return E.right(packs)
}

const changedSince = (
  { previous }: PackBasis,
  packs: readonly EarlierMade[],
  now: Shown,
): Section<Raw> => {
  if (previous === null) return changedSection(undefined)
  const before = packs.find(({ packRoot }) => packRoot === previous.packRoot)?.shown
  return changedSection({ previous, before, now })
}
