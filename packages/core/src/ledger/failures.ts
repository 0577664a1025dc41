/**
 * What can go wrong at the ledger's port, as values: refusals (the write is not wanted) and
 * failures (the machine did not do it). `explain` makes the sentence a person reads.
 */
import { absurd } from 'fp-ts/lib/function.js'
import type { EventId, StreamId } from '../events/ids.js'
import type { InvalidEvent, LifeCycleBroken, RecordNamed } from '../events/refused.js'
import type { Instant } from '../time/instant.js'
import type { WrongArgument } from './wrong-argument.js'

/** The last revision a writer has seen, or `noStream` where there is none yet. */
export type ExpectedRevision = number | 'noStream'

/** Somebody else wrote first. Read the stream again and decide again. */
export interface StaleRevision {
  readonly _tag: 'StaleRevision'
  readonly stream: StreamId
  readonly expected: ExpectedRevision
  readonly actual: ExpectedRevision
}

/** The id stands in the ledger already, with other content. */
export interface IdReused {
  readonly _tag: 'IdReused'
  readonly id: EventId
  /** Stream of the record that has the id. */
  readonly stream: StreamId
  readonly position: number
}

/** Some events of a write are kept already and some are not: it is no repeat of one write. */
export interface PartlyRecorded {
  readonly _tag: 'PartlyRecorded'
  readonly stream: StreamId
  readonly kept: readonly EventId[]
  readonly missing: readonly EventId[]
}

/** A write without events. */
export interface EmptyWrite {
  readonly _tag: 'EmptyWrite'
  readonly stream: StreamId
}

/** A kept instant lies before the last one of the ledger. */
export interface RecordedOutOfOrder {
  readonly _tag: 'RecordedOutOfOrder'
  readonly stream: StreamId
  readonly recordedAt: Instant
  readonly last: Instant
}

/** A kept instant has not come yet by the clock here. */
export interface RecordedAhead {
  readonly _tag: 'RecordedAhead'
  readonly stream: StreamId
  readonly recordedAt: Instant
  /** The present instant, by the clock here. */
  readonly now: Instant
}

/** The clock here and the ledger's last instant cannot both be right. */
export interface ClocksDisagree {
  readonly _tag: 'ClocksDisagree'
  readonly stream: StreamId
  /** The last instant of the ledger. */
  readonly last: Instant
  /** The present instant, by the clock here. */
  readonly now: Instant
  /** Which of the two looks wrong, judged by when that happened which is to be recorded. */
  readonly looksWrong: 'clock' | 'ledger' | 'either'
}

/** Why a store does not take a write. */
export type AppendRefusal =
  | StaleRevision
  | IdReused
  | PartlyRecorded
  | EmptyWrite
  | RecordedOutOfOrder
  | RecordedAhead
  | ClocksDisagree
  | InvalidEvent

/** Why an event is not recorded. */
export type RecordRefusal = AppendRefusal | LifeCycleBroken

/** The ledger could not be opened, read or written. */
export interface LedgerUnavailable {
  readonly _tag: 'LedgerUnavailable'
  /** The path or URL. */
  readonly ledger: string
  readonly doing: string
  readonly reason: string
}

/** There is something at that place, but it is no ledger this version can use. */
export interface NotALedger {
  readonly _tag: 'NotALedger'
  readonly ledger: string
  readonly reason: string
}

/** What is kept is not what was written. */
export interface LedgerDamaged {
  readonly _tag: 'LedgerDamaged'
  readonly ledger: string
  readonly position: number
  readonly reason: string
}

/** The ledger was closed by the program that opened it. */
export interface LedgerClosed {
  readonly _tag: 'LedgerClosed'
  readonly ledger: string
}

/** Why the machine did not do it. */
export type LedgerFailure =
  | LedgerUnavailable
  | NotALedger
  | LedgerDamaged
  | LedgerClosed
  | WrongArgument

const clocksDisagree = ({ last, now, looksWrong }: ClocksDisagree): string => {
  const side = last > now ? 'after' : 'long before'
  return `the ledger's last record was made at ${last}, ${side} ${now}, which it is by the clock here. ${wrongClock[looksWrong]} Nothing was recorded. Set the clock right, or trust both (trustClock): a record then gets the later of the two instants.`
}

const wrongClock: Readonly<Record<ClocksDisagree['looksWrong'], string>> = {
  clock:
    'The clock here looks wrong: what is to be recorded happened at a time that fits the ledger.',
  ledger:
    'The ledger looks wrong: what is to be recorded happened lately by the clock here, so a record was made by a clock that ran ahead.',
  either: 'Either may be wrong: compare the clock here with another.',
}

const revision = (r: ExpectedRevision): string => (r === 'noStream' ? 'no stream' : `revision ${r}`)

const named = (r: RecordNamed): string => `${r.type} of ${r.effectiveOn} (${r.id})`

/**
 * The sentence for a refusal or a failure: what happened and what to do.
 *
 * Errors: none.
 *
 * @example
 * import { explain, streamId } from '@send-ledger/core'
 *
 * assert.match(
 *   explain({ _tag: 'EmptyWrite', stream: streamId('case-1') }),
 *   /nothing to record/,
 * )
 */
export const explain = (failure: RecordRefusal | LedgerFailure): string => {
  switch (failure._tag) {
    case 'StaleRevision':
      return `${failure.stream} stands at ${revision(failure.actual)}, not at ${revision(failure.expected)}: somebody else wrote first. Read it again and decide again.`
    case 'IdReused':
      return `the id ${failure.id} stands in the ledger already with other content (position ${failure.position}, ${failure.stream}). Give a new event a new id.`
    case 'PartlyRecorded':
      return `of one write to ${failure.stream}, ${failure.kept.length} events are kept already and ${failure.missing.length} are not. Write the missing ones by themselves: ${failure.missing.join(', ')}.`
    case 'EmptyWrite':
      return `there is nothing to record in ${failure.stream}. Give at least one event.`
    case 'RecordedOutOfOrder':
      return `the recorded instant ${failure.recordedAt} lies before ${failure.last}, the last one of the ledger. Kept instants must not run backwards.`
    case 'RecordedAhead':
      return `the recorded instant ${failure.recordedAt} lies after ${failure.now}, which it is by the clock here: set the clock that is wrong, or trust the source (trustClock).`
    case 'ClocksDisagree':
      return clocksDisagree(failure)
    case 'InvalidEvent':
      return failure.flaws.map((flaw) => `${flaw.at}: ${flaw.problem}`).join('; ')
    case 'LifeCycleBroken':
      return `${failure.stream}: ${failure.because} Refused: ${named(failure.record)}${failure.against ? `, against ${named(failure.against)}` : ''}.`
    case 'LedgerUnavailable':
      return `the ledger ${failure.ledger} could not be used while ${failure.doing}: ${failure.reason}.`
    case 'NotALedger':
      return `${failure.ledger} is no ledger that this version can use: ${failure.reason}.`
    case 'LedgerDamaged':
      return `the ledger ${failure.ledger} is damaged at position ${failure.position}: ${failure.reason}.`
    case 'LedgerClosed':
      return `the ledger ${failure.ledger} was closed. Open it again to use it.`
    case 'WrongArgument':
      return `${failure.what} is ${failure.given}, and must ${failure.must}.`
    default:
      return absurd(failure)
  }
}
