/**
 * What is handed back for a line that is not recorded: where it stands, what is wrong with it, as
 * a code for programs and a reason for people.
 */
import { explain, type RecordRefusal } from '@send-ledger/core'

/** Why a line is not recorded, for programs. `life-cycle-` goes before the name of the rule. */
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
  | 'invalid-event'
  | 'recorded-time-missing'
  | 'recorded-in-future'
  | 'recorded-out-of-order'
  | 'clocks-disagree'
  | 'id-reused'
  | 'stale-revision'
  | 'partly-recorded'
  | 'empty-write'
  | `life-cycle-${string}`

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

const codeOf = (refusal: RecordRefusal): RejectCode => {
  switch (refusal._tag) {
    case 'StaleRevision':
      return 'stale-revision'
    case 'IdReused':
      return 'id-reused'
    case 'PartlyRecorded':
      return 'partly-recorded'
    case 'EmptyWrite':
      return 'empty-write'
    case 'RecordedOutOfOrder':
      return 'recorded-out-of-order'
    case 'RecordedAhead':
      return 'recorded-in-future'
    case 'ClocksDisagree':
      return 'clocks-disagree'
    case 'InvalidEvent':
      return 'invalid-event'
    case 'LifeCycleBroken':
      return `life-cycle-${refusal.rule}`
  }
}
