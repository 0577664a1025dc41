/**
 * Little ledgers for tests: events in order, each with the day on which it was recorded.
 */
import { createHash } from 'node:crypto'
import {
  civilDate,
  type Draft,
  type EventId,
  explain,
  type Instant,
  instant,
  type Ledger,
  type NewEvent,
  type RecordOutcome,
  recorder,
  streamId,
} from '@send-ledger/core'
import type { Sha256 } from '@send-ledger/core/proof'
import type { EventType } from '@send-ledger/core/records'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** A UUID for a small number. */
export const idOf = (n: number): EventId =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as EventId

/** An event, its data unchecked: the recorder checks it. */
export const event = (
  n: number,
  stream: string,
  type: EventType,
  effectiveOn: string,
  data: object = {},
): NewEvent => ({
  id: idOf(n),
  type,
  version: 1,
  stream: streamId(stream),
  effectiveOn: civilDate(effectiveOn),
  data: data as NewEvent['data'],
})

/** The event, recorded at noon of the day told, or of its own. */
export const draft = (given: NewEvent, recordedOn: string = given.effectiveOn): Draft => ({
  event: given,
  recordedAt: instant(`${recordedOn}T12:00:00.000Z`),
})

export const noon = (date: string): Instant => instant(`${date}T12:00:00.000Z`)

export const emptyLedger = (now = noon('2021-12-31')): Ledger =>
  memoryLedger({ sha256, now: () => now })

/** What became of each draft: `ok`, `duplicate` or the sentence of its refusal. */
export const outcomes = async (ledger: Ledger, drafts: readonly Draft[]): Promise<string[]> => {
  const recorded = await recorder(ledger, { now: () => noon('2021-12-31') }).record(drafts)()
  if (E.isLeft(recorded)) throw new Error(explain(recorded.left))
  return recorded.right.map(outcomeText)
}

const outcomeText = (outcome: RecordOutcome): string => {
  if (E.isLeft(outcome)) return explain(outcome.left)
  return outcome.right.duplicate ? 'duplicate' : 'ok'
}

/** A ledger of events, all of which must be taken. */
export const ledgerOf = async (drafts: readonly Draft[]): Promise<Ledger> => {
  const ledger = emptyLedger()
  const told = await outcomes(ledger, drafts)
  for (const each of told) if (each !== 'ok') throw new Error(each)
  return ledger
}

/** The right of an Either, or an error. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
