/**
 * What can be found wrong with a ledger, as values, and the sentence for each.
 */
import { explain, type Instant, type InvalidEvent, type LifeCycleBroken } from '@send-ledger/core'
import { type CheckpointFailure, explainProof } from '@send-ledger/core/proof'
import { absurd } from 'fp-ts/lib/function.js'

/** There is no record, so nothing is proved. */
export interface NoRecords {
  readonly _tag: 'NoRecords'
}

/** What the store's own check of its keeping found. */
export interface KeepingFlawed {
  readonly _tag: 'KeepingFlawed'
  readonly flaw: string
}

/** The store cannot give a record that it has. */
export interface RecordUnreadable {
  readonly _tag: 'RecordUnreadable'
  readonly position: number
  readonly reason: string
}

/** The kept text is not the one text of its record. */
export interface NotCanonical {
  readonly _tag: 'NotCanonical'
  readonly position: number
  readonly flaw: 'notUtf8' | 'notJson' | 'otherText'
}

/** The kept leaf is not the hash of the kept text: one of the two was changed. */
export interface LeafDiffers {
  readonly _tag: 'LeafDiffers'
  readonly position: number
}

/** What a record is found by is not what stands in it. */
export interface IndexDiffers {
  readonly _tag: 'IndexDiffers'
  readonly position: number
  readonly field: 'id' | 'stream' | 'revision' | 'recordedAt'
  /** What stands in the record. */
  readonly told: string
  /** What it is found by. */
  readonly kept: string
}

/** The root over the records is not the one that the store gives. */
export interface RootDiffers {
  readonly _tag: 'RootDiffers'
  readonly size: number
  /** Where the other root comes from: an edge of the tree that is kept, or the store's answer. */
  readonly of: 'edge' | 'head'
  /** The largest size below at which the two were still the same. */
  readonly sameAt: number
}

/** Positions are not dense. */
export interface PositionGap {
  readonly _tag: 'PositionGap'
  readonly expected: number
  /** The position that was found instead; none where the records end there. */
  readonly found?: number
}

/** Revisions of a stream are not dense, in recorded order. */
export interface RevisionGap {
  readonly _tag: 'RevisionGap'
  readonly position: number
  readonly stream: string
  readonly expected: number
  readonly found: unknown
}

/** A record came to be known before the one before it. */
export interface InstantBackwards {
  readonly _tag: 'InstantBackwards'
  readonly position: number
  readonly recordedAt: Instant
  readonly previous: Instant
}

/** Records that were made later than it is now: a clock ran ahead. */
export interface AfterPresent {
  readonly _tag: 'AfterPresent'
  /** Position of the first of them. */
  readonly position: number
  readonly count: number
  /** Instant of the first of them. */
  readonly recordedAt: Instant
  /** The present instant, by the clock here. */
  readonly now: Instant
}

/** An id stands twice. */
export interface IdTwice {
  readonly _tag: 'IdTwice'
  readonly position: number
  readonly id: string
  /** Position of the record that had it first. */
  readonly first: number
}

/** A record does not fit the catalogue. */
export interface InvalidEventAt extends InvalidEvent {
  readonly position: number
}

/** A record that its stream would have refused when it was recorded. */
export interface LifeCycleBrokenAt extends LifeCycleBroken {
  readonly position: number
}

/** A stream read by itself is not the stream within the whole ledger. */
export interface StreamDiffers {
  readonly _tag: 'StreamDiffers'
  readonly stream: string
  /** Number of its records within the whole ledger. */
  readonly inAll: number
  /** Number of its records when read by itself. */
  readonly alone: number
}

/** The ledger has another history than the checkpoint. */
export interface CheckpointDiffers {
  readonly _tag: 'CheckpointDiffers'
  readonly size: number
}

/** The ledger has fewer records than it had. */
export interface LedgerTooShort {
  readonly _tag: 'LedgerTooShort'
  readonly size: number
  readonly had: number
  /** What tells: a checkpoint from outside, or an edge of its own tree. */
  readonly by: 'checkpoint' | 'edge'
}

/** What is wrong with a ledger. */
export type LedgerFinding =
  | NoRecords
  | KeepingFlawed
  | RecordUnreadable
  | NotCanonical
  | LeafDiffers
  | IndexDiffers
  | RootDiffers
  | PositionGap
  | RevisionGap
  | InstantBackwards
  | AfterPresent
  | IdTwice
  | InvalidEventAt
  | LifeCycleBrokenAt
  | StreamDiffers
  | CheckpointDiffers
  | LedgerTooShort
  | CheckpointFailure

/**
 * The sentence for a finding: what is wrong, where, and what that means.
 *
 * Errors: none.
 */
export const explainLedgerFinding = (finding: LedgerFinding): string => {
  switch (finding._tag) {
    case 'NoRecords':
      return 'there are no records, so there is nothing to verify: nothing is proved.'
    case 'KeepingFlawed':
      return `the store's own check finds: ${finding.flaw}.`
    case 'RecordUnreadable':
      return `record ${finding.position}: it cannot be read: ${finding.reason}.`
    case 'NotCanonical':
      return `record ${finding.position}: ${canonicalFlaws[finding.flaw]}.`
    case 'LeafDiffers':
      return `record ${finding.position}: its text and the hash kept with it do not belong together: one of them was changed.`
    case 'IndexDiffers':
      return `record ${finding.position}: it is found by the ${finding.field} ${finding.kept}, but ${finding.told} stands in it: one of them was changed.`
    case 'RootDiffers':
      return `the root over the first ${finding.size} records is not the one that the ledger ${rootSources[finding.of]}: a record between ${finding.sameAt} and ${finding.size - 1} was changed, moved, added or removed.`
    case 'PositionGap':
      return `record ${finding.expected} is missing: ${finding.found === undefined ? 'the records end there' : `the next one that is kept is ${finding.found}`}.`
    case 'RevisionGap':
      return `record ${finding.position}: it is revision ${finding.found} of ${finding.stream}, where revision ${finding.expected} should stand: a record of the stream is missing, added or moved.`
    case 'InstantBackwards':
      return `record ${finding.position}: it was recorded at ${finding.recordedAt}, before the record before it (${finding.previous}): an instant was changed, or records were moved.`
    case 'AfterPresent':
      return `record ${finding.position}: it was recorded at ${finding.recordedAt}, which is still to come by the clock here (${finding.now})${finding.count === 1 ? '' : `; so were ${finding.count - 1} more`}: a clock ran ahead when they were made, or the one here is slow.`
    case 'IdTwice':
      return `record ${finding.position}: its id ${finding.id} is that of record ${finding.first} already.`
    case 'InvalidEvent':
      return `record ${finding.position}: it does not fit the catalogue: ${explain(finding)}.`
    case 'LifeCycleBroken':
      return `record ${finding.position}: it would have been refused when it was recorded: ${explain(finding)}`
    case 'StreamDiffers':
      return `the stream ${finding.stream}, read by itself, is not what the whole ledger holds of it (${finding.alone} records, and ${finding.inAll}).`
    case 'CheckpointDiffers':
      return `the first ${finding.size} records are not those of the checkpoint: history was changed after it was made.`
    case 'LedgerTooShort':
      return `the ledger has ${finding.size} records and had ${finding.had}, as ${shortBy[finding.by]} tells: records were removed from its end, or an older copy was put in its place.`
    case 'NoteMalformed':
    case 'SignatureWrong':
    case 'NotSigned':
    case 'CheckpointMalformed':
    case 'OriginDiffers':
      return `the checkpoint that was given: ${explainProof(finding)}`
    default:
      return absurd(finding)
  }
}

const canonicalFlaws: Readonly<Record<NotCanonical['flaw'], string>> = {
  notUtf8: 'its bytes are no text',
  notJson: 'its text is no JSON',
  otherText:
    'its text is not the canonical text of the record that it holds, so it was not written so by a ledger',
}

const rootSources: Readonly<Record<RootDiffers['of'], string>> = {
  edge: 'kept when it had them',
  head: 'gives for them',
}

const shortBy: Readonly<Record<LedgerTooShort['by'], string>> = {
  checkpoint: 'the checkpoint',
  edge: 'the edge of its own tree',
}
