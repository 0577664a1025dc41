/**
 * What the verification of a pack leaves open, as values.
 */
import type { Restatement } from '../../pack/restated.js'
import {
  explainLedgerNotChecked,
  type LedgerNotChecked,
  type NotUnderstood,
} from '../not-checked.js'
import type { DifferingFigure } from './compare-files.js'

/** No key was given. */
export interface SignerNotChecked {
  readonly _tag: 'SignerNotChecked'
}

/** The earlier pack that this one names was not given. */
export interface PreviousNotGiven {
  readonly _tag: 'PreviousNotGiven'
  readonly title: string
  readonly packRoot: string
}

/** The earlier pack that was given is another one than the pack names. */
export interface OtherPrevious {
  readonly _tag: 'OtherPrevious'
}

/** The pack says that it knows of no record from an instant to a later one. */
export interface NothingMeanwhile {
  readonly _tag: 'NothingMeanwhile'
  readonly from: string
  readonly until: string
}

/** Something was wrong before, so that what comes after was not looked at. */
export interface RestNotChecked {
  readonly _tag: 'RestNotChecked'
  readonly after: 'files' | 'checkpoint' | 'basis' | 'records' | 'since'
}

/** The pack holds no records. */
export interface FiguresNotMadeAgain {
  readonly _tag: 'FiguresNotMadeAgain'
  /** Number of records that are proved one by one. */
  readonly proved: number
  /** Whether it is for the public, so that its tables could be held against its views. */
  readonly isPublic: boolean
}

/** The archive was packed by other software. */
export interface PackedAnew {
  readonly _tag: 'PackedAnew'
}

/** Hidden files that an operating system left in the pack. */
export interface Litter {
  readonly _tag: 'Litter'
  readonly paths: readonly string[]
}

/** A view of the pack counted by a meaning that has changed since. */
export interface ViewRestated {
  readonly _tag: 'ViewRestated'
  readonly name: string
  readonly version: number
  readonly restated: readonly Restatement[]
  /** Its figures that today's meaning does not give; all others it gives too. */
  readonly differing: readonly DifferingFigure[]
}

/** Files of the pack are not written any more as they were when it was made. */
export interface OlderForm {
  readonly _tag: 'OlderForm'
  /** The version of the software since which they are written otherwise. */
  readonly since: string
  readonly files: readonly string[]
}

/** What of a pack was not checked. */
export type PackNotChecked =
  | SignerNotChecked
  | PreviousNotGiven
  | OtherPrevious
  | NothingMeanwhile
  | RestNotChecked
  | FiguresNotMadeAgain
  | PackedAnew
  | Litter
  | ViewRestated
  | OlderForm
  | NotUnderstood

/**
 * The sentence for what was not checked of a pack or a ledger, and what it would take.
 *
 * Errors: none.
 *
 * @example
 * import { explainNotChecked } from '@send-ledger/evidence/verify'
 *
 * assert.match(explainNotChecked({ _tag: 'SignerNotChecked' }), /anybody can make/)
 */
export const explainNotChecked = (open: PackNotChecked | LedgerNotChecked): string => {
  switch (open._tag) {
    case 'SignerNotChecked':
      return 'who made the pack: anybody can make one that holds together. Give the key that the council handed out.'
    case 'PreviousNotGiven':
      return `the pack that it names as the one before (${JSON.stringify(open.title)}, root ${open.packRoot}), what that one said, and whether it is the one that you hold: give it with --since.`
    case 'OtherPrevious':
      return 'what is told of the pack before: the earlier pack that was given is another one than the pack names.'
    case 'NothingMeanwhile':
      return `that nothing was recorded from ${open.from} until ${open.until}: only a later state of the ledger can show that.`
    case 'RestNotChecked':
      return `${rest[open.after]}.`
    case 'FiguresNotMadeAgain':
      return notMadeAgain(open)
    case 'PackedAnew':
      return 'the archive as it is packed: its files were packed by other software than made them. What is in the files was looked at.'
    case 'Litter':
      return `${shortList(open.paths)}: hidden files that an operating system leaves in folders and archives. They are harmless, and no part of the pack.`
    case 'ViewRestated':
      return restatedText(open)
    case 'OlderForm':
      return `how ${shortList(open.files)} show the figures: since version ${open.since} they are written in another form. The figures themselves, in the views, were made again from the records.`
    default:
      return explainLedgerNotChecked(open)
  }
}

const restatedText = ({ name, version, restated, differing }: ViewRestated): string => {
  const since = restated
    .map((each) => `since version ${each.since} of the software ${each.because}`)
    .join('; ')
  const start = `${name} by the meaning of its version ${version}, which is not worked out any more: ${since}.`
  if (differing.length === 0) return `${start} All its figures are what they are today too.`
  const named = differing.map(
    ({ figure, said, derived }) =>
      `${figure} (${said ?? 'left out'}, today ${derived ?? 'left out'})`,
  )
  return `${start} All its figures but these are what they are today too: ${shortList(named)}.`
}

/** Most that are named one by one. */
const mostNamed = 20

const shortList = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`

const notMadeAgain = ({ proved, isPublic }: FiguresNotMadeAgain): string => {
  const proofs = proved === 0 ? '' : `, but proofs that ${proved} are in the ledger`
  const start = `the figures, tables and words: the pack holds no records to make them again from${proofs}.`
  if (!isPublic) return start
  return `${start} Its tables were held against its views; charts, report and spreadsheets were not, but the council signed them. That no hidden count can be worked out only the council can check again.`
}

const rest: Readonly<Record<RestNotChecked['after'], string>> = {
  files: 'what is in the files: they are not those that were packed',
  checkpoint: 'anything against the ledger: there is no checkpoint of it',
  basis: 'the figures, tables and words: what they rest on cannot be read',
  records: 'the figures, tables and words: the records are not those that they should be made from',
  since: 'the pack against the earlier one that was given: that one does not hold',
}
