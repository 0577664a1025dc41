/**
 * What can be found wrong with an evidence pack, as values, and the sentence for each.
 */
import { type ConsistencyFailure, explainProof, type ProofFailure } from '@send-ledger/core/proof'
import { explainLedgerFinding, type LedgerFinding } from '../ledger/findings.js'
import { explainFilesFinding, type FilesFinding } from './files-findings.js'

/** Nothing in the pack can be held against the ledger: neither records nor proofs of any. */
export interface NothingProved {
  readonly _tag: 'NothingProved'
}

/** A text file of the pack is not of its form. */
export interface FileMalformed {
  readonly _tag: 'FileMalformed'
  readonly path: string
  /** Where, in words of that form; empty where that is not known. */
  readonly at: string
}

/** The files of the payload are not those that were signed with the checkpoint. */
export interface SealDiffers {
  readonly _tag: 'SealDiffers'
  /** Whether the checkpoint has no line for them at all. */
  readonly isMissing: boolean
}

/** The records and the checkpoint do not belong together. */
export interface RecordsDiffer {
  readonly _tag: 'RecordsDiffer'
  /** Number of records in the pack. */
  readonly records: number
  /** Number of records in the checkpoint. */
  readonly size: number
}

/** A table of a pack for the public has another figure than the view that it is of. */
export interface TableDiffers {
  readonly _tag: 'TableDiffers'
  readonly path: string
  /** The column, and the row counted from 1. */
  readonly place: string
  readonly said: string
  readonly view: string
}

/** The basis names something else than what the pack holds. */
export interface BasisDiffers {
  readonly _tag: 'BasisDiffers'
  readonly field: string
  readonly basis: string
  /** What the pack holds. */
  readonly pack: string
}

/** The pack does not prove that the ledger was only added to since the pack before. */
export interface PreviousNotProved {
  readonly _tag: 'PreviousNotProved'
  readonly because: ConsistencyFailure | 'noProof' | 'otherTrees' | 'checkpoint'
}

/** The ledger does not begin with the records of an earlier pack. */
export interface HistoryDiffers {
  readonly _tag: 'HistoryDiffers'
  /** Number of records of the earlier pack. */
  readonly size: number
  /** Whether it is the pack that was given with `--since`, or the one that the pack names. */
  readonly of: 'since' | 'previous'
}

/** The pack that was given as an earlier one is no good itself. */
export interface SinceUnfit {
  readonly _tag: 'SinceUnfit'
  readonly because: PackFinding
}

/** The pack that was given as an earlier one is of another ledger. */
export interface SinceOfOtherLedger {
  readonly _tag: 'SinceOfOtherLedger'
  readonly origin: string
  readonly found: string
}

/** A figure of a view is not the one that the records give. */
export interface FigureDiffers {
  readonly _tag: 'FigureDiffers'
  readonly path: string
  readonly figure: string
  /** What the pack says; nothing where it does not say it. */
  readonly said?: string
  /** What the records give; nothing where they do not give it. */
  readonly derived?: string
}

/** A file is not what records and basis make of it. */
export interface FileDiffers {
  readonly _tag: 'FileDiffers'
  readonly path: string
  /** The first line that differs, from 1. */
  readonly line: number
}

/** A file that records and basis make is not in the pack. */
export interface FileLeftOut {
  readonly _tag: 'FileLeftOut'
  readonly path: string
}

/** A file is in the pack that nothing makes. */
export interface FileAdded {
  readonly _tag: 'FileAdded'
  readonly path: string
}

/** The files could not be made again. */
export interface NotMadeAgain {
  readonly _tag: 'NotMadeAgain'
  readonly reason: string
}

/** A proof that a record is in the ledger does not prove it. */
export interface NotIncludedHere {
  readonly _tag: 'NotIncludedHere'
  readonly path: string
  readonly because: ProofFailure | 'noRecord' | 'otherCheckpoint' | 'otherPosition'
}

/** What is wrong with a pack. */
export type PackFinding =
  | FilesFinding
  | NothingProved
  | FileMalformed
  | SealDiffers
  | RecordsDiffer
  | BasisDiffers
  | PreviousNotProved
  | HistoryDiffers
  | SinceUnfit
  | SinceOfOtherLedger
  | FigureDiffers
  | FileDiffers
  | FileLeftOut
  | FileAdded
  | NotMadeAgain
  | NotIncludedHere
  | TableDiffers
  | LedgerFinding

/**
 * The sentence for a finding: what is wrong, where, and what that means.
 *
 * Errors: none.
 *
 * @example
 * import { explainFinding } from '@send-ledger/evidence/verify'
 *
 * const finding = { _tag: 'DigestWrong', path: 'data/report.html', listedIn: 'manifest-sha256.txt' }
 * assert.match(explainFinding(finding), /^data\/report.html is not the file/)
 */
export const explainFinding = (finding: PackFinding): string => {
  switch (finding._tag) {
    case 'NothingProved':
      return 'there is no record in the pack and no proof of any, so nothing in it is proved.'
    case 'FileMalformed':
      return `${finding.path} is not of its form${finding.at === '' ? '' : ` (${finding.at})`}: it was changed, or made by other software.`
    case 'SealDiffers':
      return finding.isMissing
        ? 'the checkpoint has no line for the files of the pack: it is that of the ledger alone, put in the place of the one that was signed with the pack.'
        : 'the files of the pack are not those that were signed with its checkpoint: they were changed, or the checkpoint is that of another pack.'
    case 'RecordsDiffer':
      return `the ${finding.records} records of the pack are not those of the checkpoint, which is of ${finding.size}: records were changed, added or removed, or the checkpoint is another one.`
    case 'BasisDiffers':
      return `basis.json says that ${finding.field} is ${finding.basis}, and in the pack it is ${finding.pack}.`
    case 'PreviousNotProved':
      return `that the ledger was only added to since the pack before is not proved: ${notProved(finding.because)}.`
    case 'HistoryDiffers':
      return `the ledger does not begin with the ${finding.size} records of ${finding.of === 'since' ? 'the earlier pack that was given' : 'the pack that it names as the one before'}: history was changed between the two.`
    case 'SinceUnfit':
      return `the earlier pack that was given does not hold: ${explainFinding(finding.because)}`
    case 'SinceOfOtherLedger':
      return `the earlier pack that was given is of the ledger ${finding.found}, and this one of ${finding.origin}.`
    case 'FigureDiffers':
      return `${finding.path}: ${finding.figure} is ${finding.said ?? 'left out'} in the pack, and the records give ${finding.derived ?? 'nothing'}.`
    case 'FileDiffers':
      return `${finding.path} is not what the records and the basis make of it: it differs from line ${finding.line} on.`
    case 'FileLeftOut':
      return `${finding.path} follows from the records and the basis, and is not in the pack.`
    case 'FileAdded':
      return `${finding.path} is in the pack, and neither the records nor the basis make it.`
    case 'NotMadeAgain':
      return `the files of the pack could not be made again: ${finding.reason}`
    case 'NotIncludedHere':
      return `${finding.path} does not prove that its record is in the ledger: ${notIncluded(finding.because)}`
    case 'TableDiffers':
      return `${finding.path}: ${finding.place} is ${finding.said}, and the view has ${finding.view}.`
    case 'PathUnsafe':
    case 'CaseCollision':
    case 'NotAFile':
    case 'TooLarge':
    case 'MoreThanDeclared':
    case 'ArchiveUnsafe':
    case 'ManifestMalformed':
    case 'FileMissing':
    case 'NotListed':
    case 'DigestWrong':
    case 'TagDiffers':
      return explainFilesFinding(finding)
    default:
      return explainLedgerFinding(finding)
  }
}

const notProved = (because: PreviousNotProved['because']): string => {
  switch (because) {
    case 'noProof':
      return 'the proof is missing'
    case 'otherTrees':
      return 'the proof is of other checkpoints than those of the two packs'
    case 'checkpoint':
      return 'the checkpoint of the pack before is not the one that its size and root tell'
    default:
      return explainProof(because).replace(/\.$/, '')
  }
}

const notIncluded = (because: NotIncludedHere['because']): string => {
  switch (because) {
    case 'noRecord':
      return 'the record itself is not beside it.'
    case 'otherCheckpoint':
      return 'it is a proof for another checkpoint than that of the pack.'
    case 'otherPosition':
      return 'it is a proof for another position than the one in its name.'
    default:
      return explainProof(because)
  }
}
