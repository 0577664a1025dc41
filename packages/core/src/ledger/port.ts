/**
 * The ledger's port: what a store must do, whole. A store is a store when it passes the suite in
 * `@send-ledger/store-contract`.
 */
import type * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventTypes } from '../events/event-types.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord, NewEvent } from '../events/record.js'
import type { Hash } from '../proof/merkle.js'
import type { Instant } from '../time/instant.js'
import type { Audit } from './audit.js'
import type { AppendRefusal, ExpectedRevision, LedgerFailure } from './failures.js'
import type { SnapshotStore } from './snapshot-store.js'

/** Events for one stream, to be kept all or not at all. */
export interface Write {
  readonly stream: StreamId
  readonly expected: ExpectedRevision
  /** At least one; each with `stream` equal to the write's. */
  readonly events: readonly NewEvent[]
  /** The source's own recorded instant, kept instead of the ledger's clock. */
  readonly recordedAt?: Instant
}

/** A stream that a decision rests on, and where it stood when it was read. */
export interface StreamRead {
  readonly stream: StreamId
  readonly revision: ExpectedRevision
}

/** The outcome of one write. */
export interface Appended {
  /** The records as kept; for a repeat, those kept the first time. */
  readonly records: readonly LedgerRecord[]
  /** Whether all were kept before, so that nothing more was written. */
  readonly duplicate: boolean
}

/** How far a list of writes came. Those before the refused one are kept. */
export interface AppendOutcome {
  readonly appended: readonly Appended[]
  /** Why `writes[appended.length]` was not taken; it and those after it are not kept. */
  readonly refused?: AppendRefusal
  /** What became of the closing write, where there was one to take. */
  readonly closing?: E.Either<AppendRefusal, Appended>
}

/** Makes the write that closes an append of what was taken of it; none where none is wanted. */
export type Closing = (appended: readonly Appended[]) => Write | undefined

/** The end of the ledger. */
export interface Head {
  /** Number of records. */
  readonly size: number
  /** Merkle root over them. */
  readonly root: Hash
  /** Instant of the last record, where there is one. */
  readonly recordedAt?: Instant
}

/** Where a page of the whole ledger starts, and how many records it has at most. */
export interface Page {
  readonly from: number
  readonly limit: number
}

/** An append-only ledger of records in one total order. */
export interface Ledger {
  /** What the ledger calls itself, such as `urn:send-ledger:walsall`. */
  readonly origin: string
  /**
   * Takes the writes in order, each all or nothing, and stops at the first that it refuses.
   * Idempotent by event id: a write whose events are all kept, with the same content, changes
   * nothing, whatever revision it expects. A recorded instant is never before the last one.
   *
   * `reads` names streams that the decision to write, or not to, rests on: where one of them has
   * grown since, nothing is taken, and `StaleRevision` names it. A store whose writes to several
   * streams are no one act looks just before the first of them.
   *
   * `closing` is asked, in the same act, for a write that comes right after those that were taken,
   * one of which was refused or not: a process that is killed leaves neither without the other. A
   * store whose writes are no one act takes it right after them.
   */
  readonly append: (
    writes: readonly Write[],
    reads?: readonly StreamRead[],
    closing?: Closing,
  ) => TaskEither<LedgerFailure, AppendOutcome>
  /** All records of one stream, by revision; none where there is no such stream. */
  readonly readStream: (stream: StreamId) => TaskEither<LedgerFailure, readonly LedgerRecord[]>
  /** Records by position; fewer than `limit` only at the end of the ledger. */
  readonly readAll: (page: Page) => TaskEither<LedgerFailure, readonly LedgerRecord[]>
  readonly head: () => TaskEither<LedgerFailure, Head>
  /** The longest prefix of which the running maximum of recorded instants is not after `known`. */
  readonly sizeKnownAt: (known: Instant) => TaskEither<LedgerFailure, number>
  /** Merkle root of the first `size` records; WrongArgument where there are not so many. */
  readonly rootAt: (size: number) => TaskEither<LedgerFailure, Hash>
  /**
   * Waits until the ledger has more than `size` records, or a stop is asked for; a ledger that has
   * them already answers at once. It keeps nothing open once it has answered.
   */
  readonly grown: (size: number, stop: AbortSignal) => TaskEither<LedgerFailure, void>
  readonly close: () => TaskEither<LedgerFailure, void>
  /** Aborted once the ledger is closed, for those who wait between two calls. */
  readonly closed?: AbortSignal
  /** Most records that a reader of all of them asks for at once; 2,000 unless given. */
  readonly mostAtOnce?: number
  /** The event types that it is read and written with; ours alone unless given. */
  readonly types?: EventTypes
  /** Where answers keep what a later one need not work out again; nowhere unless given. */
  readonly snapshots?: SnapshotStore
  /** Its keeping laid open, where the store can show it. */
  readonly audit?: Audit
}
