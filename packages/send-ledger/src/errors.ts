/**
 * What the promises of this door reject with. An error has a code for programs and one sentence for
 * people, which says what happened and what to do.
 */
import { explain, type LedgerFailure, type Recorded, type RecordRefusal } from '@send-ledger/core'
import { codeOf, type FailureCode } from '@send-ledger/core/records'
import type { AnyEventToRecord } from './events.js'

/** The ledger could not do what it was asked; nothing of it was done. */
export class LedgerError extends Error {
  override readonly name: string = 'LedgerError'
  /** What programs tell errors apart by, such as `ledger-closed`. */
  readonly code: FailureCode | 'no-such-figure'

  constructor(code: LedgerError['code'], sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** Why one event was not recorded. */
export interface Refused {
  readonly event: AnyEventToRecord
  /** Its place in what was given, from 0. */
  readonly index: number
  /** Such as `invalid-event`, or `life-cycle-plan-issued-once`. */
  readonly code: FailureCode
  /** What is wrong, and what to do. */
  readonly reason: string
  /** The refusal as a value. */
  readonly refusal: RecordRefusal
}

/**
 * Events were refused. Those that were recorded beside them stay recorded: a refused event stops no
 * other.
 */
export class EventsRefused extends LedgerError {
  override readonly name = 'EventsRefused'
  readonly refused: readonly Refused[]
  readonly recorded: readonly Recorded[]

  constructor(refused: readonly [Refused, ...Refused[]], recorded: readonly Recorded[]) {
    super(refused[0].code, sentenceOf(refused, recorded.length))
    this.refused = refused
    this.recorded = recorded
  }
}

const sentenceOf = (refused: readonly [Refused, ...Refused[]], recorded: number): string => {
  const [first, ...others] = refused
  const { type, stream } = Object(first.event) as Partial<AnyEventToRecord>
  const sentence = `${type ?? 'an event'} of ${stream ?? 'no subject'} was refused: ${first.reason}`
  if (others.length === 0 && recorded === 0) return sentence
  return `${sentence} (${refused.length} events were refused, ${recorded} recorded; see refused.)`
}

/** The failure of a ledger as an error. */
export const errorOf = (failure: LedgerFailure): LedgerError =>
  new LedgerError(codeOf(failure), explain(failure))
