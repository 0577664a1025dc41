/**
 * Why a pack cannot be made, as values, and in words.
 */

import { explain, type LedgerFailure } from '@send-ledger/core'
import { explainProof, type ProofFailure } from '@send-ledger/core/proof'
import { explainDisclosure } from '@send-ledger/disclosure'
import { explainFlaw } from '@send-ledger/documents'
import type { PublicFailure } from '../public/public-files.js'
import { systemReason } from '../sign/system-reason.js'
import type { ViewUnfit } from './answers.js'
import type { NothingToShow, NotPublic } from './for-the-public.js'
import { explainPrevious, type PreviousUnfit } from './previous.js'
import type { PackUnreadable } from './previous-at.js'
import type { WriteFailure } from './write.js'

/** Nothing was known by then: a pack would be evidence of nothing. */
export interface NothingRecorded {
  readonly _tag: 'NothingRecorded'
}

/** The ledger gives fewer records than it says it has. */
export interface RecordsMissing {
  readonly _tag: 'RecordsMissing'
  readonly size: number
  readonly found: number
}

/** The records do not hash to the root that the ledger gives. */
export interface RootNotOfRecords {
  readonly _tag: 'RootNotOfRecords'
  readonly size: number
}

/** The key that is to sign is called otherwise than the ledger. */
export interface KeyOfOtherName {
  readonly _tag: 'KeyOfOtherName'
  readonly key: string
  readonly origin: string
}

/** The pack that is to be compared with is of another ledger. */
export interface PreviousOfOtherLedger {
  readonly _tag: 'PreviousOfOtherLedger'
  readonly origin: string
  readonly found: string
}

/** The pack that is to be compared with knows more records than this one would. */
export interface PreviousIsLater {
  readonly _tag: 'PreviousIsLater'
  readonly size: number
  readonly previous: number
}

/** The ledger does not begin with the records of the earlier pack: history was changed. */
export interface HistoryChanged {
  readonly _tag: 'HistoryChanged'
  readonly size: number
}

/** The disk took no more of what the pack is made of. */
export interface NoRoom {
  readonly _tag: 'NoRoom'
  readonly reason: string
}

/** Why a pack cannot be made. */
export type NotMade =
  | LedgerFailure
  | NothingRecorded
  | RecordsMissing
  | ViewUnfit
  | RootNotOfRecords
  | KeyOfOtherName
  | PreviousOfOtherLedger
  | PreviousIsLater
  | HistoryChanged
  | NoRoom
  | NotPublic
  | NothingToShow
  | PublicFailure
  | ProofFailure

/** Why a pack cannot be made, is not on the disk, or is none to compare with. */
export type PackFailure = NotMade | WriteFailure | PackUnreadable | PreviousUnfit

/** The sentence for a failure: what happened and what to do. */
export const explainPack = (failure: PackFailure): string => {
  switch (failure._tag) {
    case 'NothingRecorded':
      return 'the ledger has no record that was known by then, so there is nothing to be evidence of. Record something first, or give a later instant.'
    case 'RecordsMissing':
      return `the ledger says that it has ${failure.size} records, and gives ${failure.found}. Check it with send-ledger verify.`
    case 'ViewUnfit':
      return failure.because === 'taken'
        ? `two views of the pack would be called ${failure.name}. Give the council's own another name.`
        : `${JSON.stringify(failure.name)} is no name of a view: letters, digits and dashes, a small letter first.`
    case 'RootNotOfRecords':
      return `the first ${failure.size} records do not hash to the root that the ledger gives: one of them was changed. Check it with send-ledger verify.`
    case 'KeyOfOtherName':
      return `the key is called ${failure.key} and the ledger ${failure.origin}: who verifies the pack would not take it. Use a key that was made with --name ${failure.origin}.`
    case 'PreviousOfOtherLedger':
      return `the previous pack is of the ledger ${failure.found}, not of ${failure.origin}. Give a pack of this ledger.`
    case 'PreviousIsLater':
      return `the previous pack knows ${failure.previous} records, and this one would know ${failure.size}. Give an earlier pack, or a later instant.`
    case 'HistoryChanged':
      return `the ledger does not begin with the ${failure.size} records of the previous pack: history was changed. Nothing is issued.`
    case 'NoRoom':
      return `${failure.reason}.`
    case 'SizeDiffers':
      return `the basis is of ${failure.basis} records, and there are ${failure.records}.`
    case 'OtherVersion':
      return `the ${whatInWords[failure.what]} of the pack is none of this version: it is ${failure.basis}, and this version has ${failure.software}.`
    case 'ReportFlawed':
      return `the report does not hold together. ${failure.flaws.map(explainFlaw).join(' ')} Mend the view of your own that says it, or report it.`
    case 'NotPublic':
      return `the pack "${failure.title}" is for the council: nobody outside knows its figures. Give packs that were made with --public.`
    case 'NothingToShow':
      return 'by the as-at date the ledger has nothing that may be shown to the public: no case, no programme, no post or worker, and no pack issued. Give a later as-at date, or record something first.'
    case 'PublishedOtherwise':
      return `the public pack "${failure.title}" shows ${failure.figure} otherwise than its records give it, so what it gives away cannot be reckoned with. Verify that pack; if it holds, it was made by another version of the software.`
    case 'PlaceTaken':
      return `there is something at ${failure.path} already. Give a path where nothing is.`
    case 'PackNotWritten':
      return `${failure.path} could not be written: ${systemReason(failure.cause)}. Give another path.`
    case 'PackUnreadable':
      return `${failure.path} could not be read: ${systemReason(failure.cause)}. Check the path.`
    case 'PreviousUnfit':
      return explainPrevious(failure)
    case 'InvalidPolicy':
    case 'InvalidTable':
    case 'Unprotected':
      return explainDisclosure(failure)
    case 'LedgerUnavailable':
    case 'NotALedger':
    case 'LedgerDamaged':
    case 'LedgerClosed':
    case 'WrongArgument':
      return explain(failure)
    default:
      return explainProof(failure)
  }
}

const whatInWords = { ruleSet: 'rule set', views: 'list of views', root: 'root' } as const
