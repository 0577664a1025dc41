/**
 * What a ledger in EventStoreDB or KurrentDB needs of its surroundings.
 */
import type { Instant } from '@send-ledger/core'
import type { SnapshotStore } from '@send-ledger/core/store'
import type { Address } from './address.js'
import type { Patience } from './attempts.js'
import type { Limits } from './waiting.js'

/** The options of a ledger. */
export interface EventStoreDbOptions {
  /** The present instant; the system's clock unless told. */
  readonly now?: () => Instant
  /**
   * How long a call may take; what the address has as `defaultDeadline`, or 10,000, unless told.
   * Unit: milliseconds.
   */
  readonly deadline?: number
  /** How often a call is made again that failed for a reason that may pass; 5 unless told. */
  readonly retries?: number
  /** Before the first retry, doubled before each next; 100 unless told. Unit: milliseconds. */
  readonly firstWait?: number
  /** Where answers keep what a later one need not work out again; nowhere unless told. */
  readonly snapshots?: SnapshotStore
  /**
   * Records though the clock and the ledger's last instant disagree: a record gets the later of
   * the two, and a kept instant may lie after the clock. They are checked unless told.
   */
  readonly trustClock?: boolean
}

/** The options with what they mean where they are not told. */
export interface Settings extends Patience, Limits {
  readonly now: () => Instant
  readonly trustClock: boolean
}

/** What the options mean, for a ledger that is used until it is closed. */
export const settingsOf = (
  {
    now = () => new Date().toISOString() as Instant,
    deadline,
    retries = 5,
    firstWait = 100,
    trustClock = false,
  }: EventStoreDbOptions,
  address: Address,
  closed: AbortSignal,
): Settings => ({
  now,
  deadline: deadline ?? address.deadline ?? 10_000,
  retries,
  firstWait,
  closed,
  trustClock,
})
