/**
 * The code of a refusal or a failure: what programs tell them apart by, and what the page of
 * errors lists them under.
 */
import type { LedgerFailure, RecordRefusal } from './failures.js'

/** The code of each kind of failure but the life cycle, whose rules have names. */
export const failureCodes = {
  StaleRevision: 'stale-revision',
  IdReused: 'id-reused',
  PartlyRecorded: 'partly-recorded',
  EmptyWrite: 'empty-write',
  RecordedOutOfOrder: 'recorded-out-of-order',
  RecordedAhead: 'recorded-in-future',
  ClocksDisagree: 'clocks-disagree',
  InvalidEvent: 'invalid-event',
  LedgerUnavailable: 'ledger-unavailable',
  NotALedger: 'not-a-ledger',
  LedgerDamaged: 'ledger-damaged',
  LedgerClosed: 'ledger-closed',
  WrongArgument: 'wrong-argument',
} as const satisfies Record<
  Exclude<(RecordRefusal | LedgerFailure)['_tag'], 'LifeCycleBroken'>,
  string
>

/** A code; `life-cycle-` goes before the name of the rule that an event breaks. */
export type FailureCode = (typeof failureCodes)[keyof typeof failureCodes] | `life-cycle-${string}`

/**
 * The code of a refusal or a failure.
 *
 * @example
 * import { streamId } from '@send-ledger/core'
 * import { codeOf } from '@send-ledger/core/records'
 *
 * assert.strictEqual(codeOf({ _tag: 'EmptyWrite', stream: streamId('case-1') }), 'empty-write')
 */
export const codeOf = (failure: RecordRefusal | LedgerFailure): FailureCode =>
  failure._tag === 'LifeCycleBroken' ? `life-cycle-${failure.rule}` : failureCodes[failure._tag]
