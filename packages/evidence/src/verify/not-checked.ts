/**
 * What a verification leaves open, as values: a yes means no more than what was looked at.
 */
import { absurd } from 'fp-ts/lib/function.js'

/** No checkpoint from outside was given. */
export interface NoCheckpoint {
  readonly _tag: 'NoCheckpoint'
}

/** The checkpoint was compared, but no key was given to check its signature with. */
export interface SignatureNotChecked {
  readonly _tag: 'SignatureNotChecked'
}

/** The checkpoint is not believed, so nothing was compared with it. */
export interface CheckpointNotCompared {
  readonly _tag: 'CheckpointNotCompared'
}

/** Records came after the checkpoint. */
export interface AfterCheckpoint {
  readonly _tag: 'AfterCheckpoint'
  readonly from: number
  readonly until: number
}

/** The store does not show what it keeps. */
export interface KeepingNotShown {
  readonly _tag: 'KeepingNotShown'
}

/** Streams with damage, whose life cycles were not checked. */
export interface StreamsWithDamage {
  readonly _tag: 'StreamsWithDamage'
  readonly count: number
}

/** Records that the rules of today refuse, and those of an earlier version took. */
export interface TakenEarlier {
  readonly _tag: 'TakenEarlier'
  readonly records: readonly { readonly stream: string; readonly position: number }[]
}

/** Records of event types of a council's own, whose declarations are not at hand. */
export interface NotUnderstood {
  readonly _tag: 'NotUnderstood'
  /** Each type, and how many records are of it. */
  readonly types: readonly { readonly type: string; readonly records: number }[]
}

/** What of a ledger was not checked. */
export type LedgerNotChecked =
  | NoCheckpoint
  | SignatureNotChecked
  | CheckpointNotCompared
  | AfterCheckpoint
  | KeepingNotShown
  | StreamsWithDamage
  | TakenEarlier
  | NotUnderstood

/**
 * The sentence for what was not checked of a ledger, and what it would take.
 *
 * Errors: none.
 */
export const explainLedgerNotChecked = (open: LedgerNotChecked): string => {
  switch (open._tag) {
    case 'NoCheckpoint':
      return 'whether the ledger was cut at its end, put back to an older copy, or made anew with hashes that fit: give a checkpoint that was kept outside.'
    case 'SignatureNotChecked':
      return 'who signed the checkpoint: give the key that its signer handed out.'
    case 'CheckpointNotCompared':
      return 'the ledger against the checkpoint, for the checkpoint is not believed.'
    case 'AfterCheckpoint':
      return `records ${open.from} to ${open.until - 1} against anything outside: they came after the checkpoint.`
    case 'KeepingNotShown':
      return 'the bytes and hashes as they are kept: this store gives its records only.'
    case 'StreamsWithDamage':
      return `the life cycle of ${open.count} streams, for their records are damaged.`
    case 'TakenEarlier':
      return takenEarlier(open)
    case 'NotUnderstood':
      return notUnderstood(open)
    default:
      return absurd(open)
  }
}

/** Most records that are named one by one. */
const mostNamed = 10

const notUnderstood = ({ types }: NotUnderstood): string => {
  const named = types.map(({ type, records }) => `${records} of ${type}`)
  return `the data of records of a council's own event types, and their rules: ${named.join(', ')}. They are whole, and where they should be. Give the configuration that declares them.`
}

const takenEarlier = ({ records }: TakenEarlier): string => {
  const named = records
    .slice(0, mostNamed)
    .map(({ stream, position }) => `${stream} at position ${position}`)
  const more = records.length > mostNamed ? ` and ${records.length - mostNamed} more` : ''
  return `${records.length} records by the life cycles of today, which refuse them, since an earlier version of the software took them: ${named.join(', ')}${more}. Correct or retract them if they are mistakes.`
}
