/**
 * Events and writes for the contract, small and readable.
 */
import {
  civilDate,
  type EventId,
  type Instant,
  instant,
  type NewEvent,
  type StreamId,
  streamId,
} from '@send-ledger/core'
import type { ExpectedRevision, Write } from '@send-ledger/core/store'

/** A UUID for a small number. */
export const idOf = (n: number): EventId =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as EventId

/** Progress noted on an action: an event that fits anywhere, with any text. */
export const note = (n: number, stream: StreamId, text = `note ${n}`): NewEvent => ({
  id: idOf(n),
  type: 'ActionProgressNoted',
  version: 1,
  stream,
  effectiveOn: civilDate('2021-05-04'),
  data: { note: text },
})

/** The stream of an action. */
export const stream = (name: string): StreamId => streamId(`action-${name}`)

/** A write of notes by number to one stream. */
export const write = (
  name: string,
  expected: ExpectedRevision,
  ...numbers: readonly number[]
): Write => ({
  stream: stream(name),
  expected,
  events: numbers.map((n) => note(n, stream(name))),
})

/** An instant of one day, by the minute. */
export const minute = (n: number): Instant =>
  instant(`2021-05-04T09:${String(n).padStart(2, '0')}:00.000Z`)
