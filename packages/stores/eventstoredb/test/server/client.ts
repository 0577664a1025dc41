/**
 * The real client as tests of the server use it.
 */
import { setTimeout } from 'node:timers/promises'
import {
  EventStoreDBClient,
  type JSONEventData,
  type JSONEventType,
  jsonEvent,
  type ResolvedEvent,
} from '@eventstore/db-client'

/** Nth event of a test: the same event wherever it is named. */
export const told = (n: number): JSONEventData<JSONEventType> =>
  jsonEvent({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: 'Told',
    data: { n },
  })

/** A client of the server, in tests that dispose of it. */
export const connect = (url: string): EventStoreDBClient => EventStoreDBClient.connectionString(url)

/** What an event of `told` says; the type of any other, and its stream. */
export const saying = ({ event }: ResolvedEvent): unknown =>
  event?.type === 'Told' ? (event.data as { n: number }).n : `${event?.type} ${event?.streamId}`

/** All that a read gives, and how it ended. */
export const gathered = async (
  read: AsyncIterable<ResolvedEvent>,
): Promise<{ readonly events: readonly ResolvedEvent[]; readonly error?: unknown }> => {
  const events: ResolvedEvent[] = []
  try {
    for await (const event of read) events.push(event)
    return { events }
  } catch (error) {
    return { events, error }
  }
}

/** What a read says. */
export const said = async (read: AsyncIterable<ResolvedEvent>): Promise<readonly unknown[]> => {
  const { events, error } = await gathered(read)
  return [...events.map(saying), ...(error === undefined ? [] : [kindOf(error)])]
}

/** The client's name for what went wrong. */
export const kindOf = (error: unknown): unknown => (error as { readonly type?: unknown }).type

/** The client's name for what goes wrong; nothing if it goes well. */
export const wrongIn = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(() => undefined, kindOf)

/** Waits until it holds, and says whether it did. */
export const until = async (holds: () => boolean, ms = 2000): Promise<boolean> => {
  for (let waited = 0; !holds() && waited < ms; waited += 5) await setTimeout(5)
  return holds()
}
