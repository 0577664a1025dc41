/**
 * The client, as far as a ledger needs it: calls that end, by an answer or by their deadline, and
 * leave nothing open. Another client would be another file of this shape.
 */
import {
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_NAME,
} from '@eventstore/db-client'
import { append as classicAppend } from '@eventstore/db-client/dist/streams/appendToStream/append.js'
import * as E from 'fp-ts/lib/Either.js'
import { openClient } from './client.js'
import { type Place, placeOf } from './place.js'
import { endedEarly, passing, type WireProblem } from './problem.js'
import { answered, type Limits, listened, type Source } from './waiting.js'

/** An event to be written. */
export interface WireEvent {
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** An event as it is read. */
export interface HeardEvent {
  readonly stream: string
  readonly revision: number
  readonly id: string
  readonly type: string
  /** The JSON value; text where it was no JSON. */
  readonly data: unknown
  readonly place: Place
}

/** Told of each event; false where no more are wanted. */
export type Hear = (event: HeardEvent) => boolean

type Answer<A> = Promise<E.Either<WireProblem, A>>

/** The calls. */
export interface Wire {
  /** Writes all or nothing. */
  readonly append: (
    stream: string,
    events: readonly WireEvent[],
    expected: number | 'noStream',
  ) => Answer<void>
  /** Every event of the server from a place on, that one included, in order. */
  readonly all: (from: Place | undefined, hear: Hear) => Answer<void>
  /** The place of the last event of the server. */
  readonly last: () => Answer<Place>
  /** The events of a stream, in order. */
  readonly of: (stream: string, hear: Hear) => Answer<void>
  /**
   * Waits for an event after a place in a stream whose name begins with one of the prefixes, or
   * until the wait is stopped. `Dropped` is one that stood, until the server went away.
   */
  readonly heard: (
    after: Place | undefined,
    prefixes: readonly string[],
    stop: AbortSignal,
  ) => Answer<'Heard' | 'Dropped'>
  readonly close: () => Promise<void>
}

/** An event as the client tells it. */
interface Resolved {
  readonly event?: {
    readonly streamId: string
    readonly revision: bigint
    readonly id: string
    readonly type: string
    readonly data: unknown
    readonly position?: Place
  }
  readonly commitPosition?: bigint
}

/**
 * Opens the wire. Nothing is sent before the first call.
 *
 * Errors: throws what the client throws where a certificate file cannot be read.
 */
export const openWire = (connection: string, limits: Limits): Wire => {
  const { calls: client, close } = openClient(connection)
  /** The events of one read of the client. */
  const read = (begin: () => Left, hear: Hear): Answer<void> =>
    listened(limits, () => {
      const left = begin()
      return [
        left as unknown as Source<Resolved>,
        { hear: hearing(hear), leave: () => left.cancel() },
      ]
    })
  return {
    append: (stream, events, expected) => {
      const written = events.map(({ id, type, data }) => jsonEvent({ id, type, data }))
      const { deadline } = limits
      // The batch append never ends where the server is silent; the classic one has a deadline.
      const append = () =>
        classicAppend.call(client, stream, written, {
          expectedRevision: expected === 'noStream' ? NO_STREAM : BigInt(expected),
          batchAppendSize: 0,
          deadline,
        })
      // Before its deadline runs, the client may look for a node.
      return answered({ ...limits, deadline: 2 * deadline }, append).then(E.map(() => undefined))
    },
    all: (from, hear) =>
      read(() => client.readAll({ fromPosition: from ?? START, direction: FORWARDS }), hear),
    last: async () => {
      let place: Place | undefined
      const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const
      const heard = await read(
        () => client.readAll(options),
        (event) => {
          place = event.place
          return false
        },
      )
      if (E.isLeft(heard)) return heard
      // A server that has a ledger has an event.
      return place === undefined ? E.left(endedEarly) : E.right(place)
    },
    of: (stream, hear) =>
      read(() => client.readStream(stream, { direction: FORWARDS, fromRevision: START }), hear),
    heard: async (after, prefixes, stop) => {
      if (stop.aborted) return E.right('Heard')
      let stood = false
      let isHeard = false
      const ended = await listened<Resolved>(limits, () => {
        const subscription = client.subscribeToAll({
          fromPosition: after ?? START,
          filter: { filterOn: STREAM_NAME, prefixes: [...prefixes], checkpointInterval: 1000 },
        })
        const hear: Hear = () => {
          isHeard = true
          return false
        }
        const stands = (): void => {
          stood = true
        }
        const leave = (): Promise<void> => subscription.unsubscribe()
        const source = subscription as unknown as Source<Resolved>
        return [source, { hear: hearing(hear), leave, stop, stands }]
      })
      // One that stood is no failure when it ends: who waits looks at the log again.
      if (E.isLeft(ended) && !(stood && ended.left._tag === 'Passing')) return ended
      if (isHeard || stop.aborted) return E.right('Heard')
      return stood ? E.right('Dropped') : E.left(passing('the server did not take the wait'))
    },
    close: () => answered({ ...limits, closed: never }, close).then(() => undefined),
  }
}

/** What can be left before its end. */
interface Left {
  readonly cancel: () => Promise<void>
}

/** Closing itself is not ended by closing. */
const never = new AbortController().signal

const hearing =
  (hear: Hear) =>
  (resolved: Resolved): boolean => {
    const event = heardOf(resolved)
    return event === undefined || hear(event)
  }

const heardOf = ({ event, commitPosition }: Resolved): HeardEvent | undefined => {
  if (event === undefined) return undefined
  const place =
    placeOf(event.position) ??
    (commitPosition === undefined
      ? undefined
      : placeOf({ commit: commitPosition, prepare: commitPosition }))
  const { streamId: stream, revision, id, type, data } = event
  return { stream, revision: Number(revision), id, type, data, place: place ?? noPlace }
}

/** Of events in a stream, where older servers do not tell it. */
const noPlace: Place = { commit: -1n, prepare: -1n }
