/**
 * The client, as far as a ledger needs it: calls that end, by an answer or by their deadline, and
 * leave nothing open. Another client would be another file of this shape.
 */
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_NAME,
} from '@eventstore/db-client'
import { append as classicAppend } from '@eventstore/db-client/dist/streams/appendToStream/append.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Place, placeOf } from './place.js'
import { passing, problemOf, type WireProblem } from './problem.js'

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
  /** Writes all or nothing; the place of the last event, where the server tells it. */
  readonly append: (
    stream: string,
    events: readonly WireEvent[],
    expected: number | 'noStream',
  ) => Answer<Place | undefined>
  /** Every event of the server from a place on, that one included, in order. */
  readonly all: (from: Place | undefined, most: number, hear: Hear) => Answer<void>
  /** The place of the last event of the server. */
  readonly last: () => Answer<Place | undefined>
  /** The events of a stream, in order. */
  readonly of: (stream: string, hear: Hear) => Answer<void>
  /** Waits for an event after a place in a stream whose name begins with one of the prefixes. */
  readonly heard: (
    after: Place | undefined,
    prefixes: readonly string[],
    stop: AbortSignal,
  ) => Answer<void>
  readonly close: () => Promise<void>
}

/** A read of the client: a stream of events, which may fail once more after it was left. */
interface Reading {
  on(name: 'data', act: (resolved: Resolved) => void): unknown
  on(name: 'error', act: (error: unknown) => void): unknown
  on(name: 'end', act: () => void): unknown
}

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
 *
 * @param deadline how long a call may take, and a read may be silent. Unit: milliseconds.
 */
export const openWire = (connection: string, deadline: number): Wire => {
  const client = EventStoreDBClient.connectionString(connection)
  return {
    append: async (stream, events, expected) => {
      const written = events.map(({ id, type, data }) => jsonEvent({ id, type, data }))
      // The batch append never ends where the server is silent; the classic one has a deadline.
      const appending = classicAppend.call(client, stream, written, {
        expectedRevision: expected === 'noStream' ? NO_STREAM : BigInt(expected),
        batchAppendSize: 0,
        deadline,
      })
      const done = await inTime(appending, 2 * deadline)
      return E.map(({ position }: { readonly position?: Place | undefined }) => placeOf(position))(
        done,
      )
    },
    all: (from, most, hear) => {
      const read = client.readAll({ fromPosition: from ?? START, maxCount: most })
      return listened(read as unknown as Reading, () => read.cancel(), { deadline, hear })
    },
    last: async () => {
      let place: Place | undefined
      const read = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })
      const hear: Hear = (event) => {
        place = event.place
        return false
      }
      const heard = await listened(read as unknown as Reading, () => read.cancel(), {
        deadline,
        hear,
      })
      return E.map(() => place)(heard)
    },
    of: (stream, hear) => {
      const read = client.readStream(stream, { direction: FORWARDS, fromRevision: START })
      return listened(read as unknown as Reading, () => read.cancel(), { deadline, hear })
    },
    heard: async (after, prefixes, stop) => {
      const subscription = client.subscribeToAll({
        fromPosition: after ?? START,
        filter: { filterOn: STREAM_NAME, prefixes: [...prefixes], checkpointInterval: 1000 },
      })
      const cancel = (): Promise<void> => subscription.unsubscribe()
      let isHeard = false
      const hear: Hear = () => {
        isHeard = true
        return false
      }
      const read = subscription as unknown as Reading
      const ended = await listened(read, cancel, { hear, stop })
      return E.isRight(ended) && !isHeard && !stop.aborted
        ? E.left(passing('the server ended the subscription'))
        : ended
    },
    close: () => inTime(client.dispose(), deadline).then(() => undefined),
  }
}

/** The answer of a call, or that it did not come in time; whatever comes later is let go. */
const inTime = async <A>(call: Promise<A>, deadline: number): Answer<A> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<E.Either<WireProblem, A>>((resolve) => {
    timer = setTimeout(
      () => resolve(E.left(passing('the server did not answer in time'))),
      deadline,
    )
  })
  const answered = call.then(
    (answer): E.Either<WireProblem, A> => E.right(answer),
    (error: unknown) => E.left(problemOf(error)),
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}

interface Listening {
  readonly hear: Hear
  /** How long it may be silent; for ever unless told. Unit: milliseconds. */
  readonly deadline?: number
  readonly stop?: AbortSignal
}

/**
 * Hears what a read has to say, to its end or until no more is wanted, and closes the call. What
 * still comes after that is let go by: a call is closed only when all of it was taken.
 */
const listened = (
  read: Reading,
  cancel: () => Promise<void>,
  { hear, deadline, stop }: Listening,
): Answer<void> =>
  new Promise((resolve) => {
    let isOver = false
    const end = (outcome: E.Either<WireProblem, void>): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      stop?.removeEventListener('abort', stopped)
      cancel().catch(() => {})
      resolve(outcome)
    }
    const stopped = (): void => end(E.right(undefined))
    const silent = (): void => end(E.left(passing('the server did not answer in time')))
    const timer = deadline === undefined ? undefined : setTimeout(silent, deadline)
    stop?.addEventListener('abort', stopped)
    read.on('data', (resolved) => {
      if (isOver) return
      timer?.refresh()
      const event = heardOf(resolved)
      if (event !== undefined && !hear(event)) stopped()
    })
    read.on('error', (error) => end(E.left(problemOf(error))))
    read.on('end', stopped)
    if (stop?.aborted) stopped()
  })

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
