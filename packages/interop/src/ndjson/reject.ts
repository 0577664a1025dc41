/**
 * What is handed back for a line that is not recorded: where it stands, what is wrong with it, as
 * a code for programs and a reason for people.
 */
import { explain, type RecordRefusal } from '@send-ledger/core'
import { codeOf, type FailureCode } from '@send-ledger/core/records'

/** Why a line is not recorded, for programs: the line's own fault, or why the ledger refuses it. */
export type RejectCode =
  | 'not-utf8'
  | 'line-too-long'
  | 'not-json'
  | 'name-twice'
  | 'number-too-long'
  | 'not-an-object'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'invalid-attribute'
  | 'wrong-specversion'
  | 'wrong-type'
  | 'unknown-type'
  | 'newer-version'
  | 'recorded-time-missing'
  | FailureCode

/** What is wrong with a line. */
export interface LineRefusal {
  readonly code: RejectCode
  /** What is wrong, in words. */
  readonly reason: string
}

/** A line of a file that was not recorded. */
export interface Reject extends LineRefusal {
  /** Number of the line in its file, from 1; blank lines count. */
  readonly line: number
  /**
   * The line as it was read, without its end. Bytes that are no UTF-8 are shown as U+FFFD; of a
   * line that is too long only the beginning is kept.
   */
  readonly raw: string
}

/** A refusal of the ledger as the refusal of a line. */
export const refusalOfLine = (refusal: RecordRefusal): LineRefusal => ({
  code: codeOf(refusal),
  reason: explain(refusal),
})
