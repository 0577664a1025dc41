/**
 * A ledger by promises: record, ask, watch. What is refused or fails rejects with an error that
 * nobody can overlook; whoever wants refusals as values takes the recorder of `@send-ledger/core`.
 */
import {
  answer,
  type CivilDate,
  defaultLaw,
  explain,
  type Instant,
  type Ledger,
  type LedgerRecord,
  type NewEvent,
  type Recorded,
  type Recorder,
  type RecordOutcome,
  recorder,
  type StreamId,
  type View,
} from '@send-ledger/core'
import { follow, view$ } from '@send-ledger/core/live'
import { ourTypes } from '@send-ledger/core/own-events'
import type { Counting } from '@send-ledger/core/projection'
import { codeOf } from '@send-ledger/core/records'
import { map } from 'rxjs'
import { type Answer, answerOf } from './answer.js'
import { awaiting } from './awaiting.js'
import { EventsRefused, errorOf, LedgerError, type Refused } from './errors.js'
import type { AnyEventToRecord, Plain } from './events.js'
import { eventIdOf, newEventId } from './ids.js'
import { newest } from './newest.js'
import { right } from './right.js'

/** What is asked of a view. */
export interface Question<Options> {
  /** The date at which the world is looked at, `YYYY-MM-DD`. */
  readonly asAt: string
  /** The date (its end in London) or instant up to which records count; all unless given. */
  readonly knownAt?: string
  /** Whether the day of the request is day 0 (`exclusive`, unless given) or day 1. */
  readonly counting?: Counting
  /** Options of the view that differ from its defaults. */
  readonly options?: Partial<Plain<Options>>
}

/** A ledger that is open. */
export interface OpenLedger {
  /** What the ledger calls itself, such as `urn:example:walsall`. */
  readonly origin: string
  /**
   * Records an event, or several in one act; resolves to what is kept. An event that was recorded
   * before, with the same key and content, is given as it was kept then, with `duplicate`.
   *
   * Errors: rejects with EventsRefused, which has a code and a reason for each refused event and
   * the records of the others; or with a LedgerError where the ledger could not be written.
   */
  readonly record: {
    (event: AnyEventToRecord): Promise<Recorded>
    (events: readonly AnyEventToRecord[]): Promise<readonly Recorded[]>
  }
  /**
   * The answer of a view as at a date, as known at another.
   *
   * Errors: rejects with a LedgerError.
   */
  readonly ask: <M extends string, Options extends object, A>(
    view: View<M, Options, A>,
    question: Question<Options>,
  ) => Promise<Answer<A>>
  /**
   * The answer of a view as everything recorded so far gives it, at once and after each change,
   * until the loop is left or the ledger closed. Who is slow is given the newest answer only.
   *
   * Errors: throws a LedgerError where the ledger is damaged; what is out of reach is waited for.
   */
  readonly watch: <M extends string, Options extends object, A>(
    view: View<M, Options, A>,
    question: Omit<Question<Options>, 'knownAt'>,
  ) => AsyncIterable<Answer<A>>
  /**
   * All records from a position on, and then those that come, each once, until the loop is left or
   * the ledger closed.
   *
   * Errors: throws a LedgerError where the ledger is damaged; what is out of reach is waited for.
   */
  readonly records: (options?: { readonly from?: number }) => AsyncIterable<LedgerRecord>
  /** The records of one subject, such as `case-1042`, in the order in which they were recorded. */
  readonly recordsOf: (stream: string) => Promise<readonly LedgerRecord[]>
  /** Waits for what is being recorded, and closes the ledger. */
  readonly close: () => Promise<void>
  /** The ledger beneath, for the doors of `@send-ledger/core`. */
  readonly port: Ledger
}

/** The ledger of a port, by promises. */
export const openLedgerOf = (port: Ledger, now: () => Instant): OpenLedger => {
  const recording = new Recording(port, now)
  return Object.freeze({
    origin: port.origin,
    record: recording.record.bind(recording) as OpenLedger['record'],
    ask: (view, question) =>
      awaiting(ask(port, view, question), 'ask', ['view', 'basis', 'explain', 'changesSince']),
    watch: (view, question) =>
      newest(
        view$(port, view, asked(question)).pipe(
          map((answered) => answerOf(port, view, answered, async () => answered)),
        ),
      ),
    records: ({ from = 0 } = {}) => recordsFrom(port, from),
    recordsOf: async (stream) => right(await port.readStream(stream as StreamId)()),
    close: () => recording.close(),
    port,
  } satisfies OpenLedger)
}

const ask = async <M extends string, Options extends object, A>(
  port: Ledger,
  view: View<M, Options, A>,
  question: Question<Options>,
): Promise<Answer<A>> => {
  const answered = async (ledger: Ledger) => right(await answer(ledger, view, asked(question))())
  const { snapshots, ...withoutSnapshots } = port
  return answerOf(port, view, await answered(port), () => answered(withoutSnapshots))
}

/** Dates are checked where the question is asked. */
const asked = <Options>({ asAt, knownAt, counting, options }: Question<Options>) => ({
  asAt: asAt as CivilDate,
  ...(knownAt === undefined ? {} : { knownAt: knownAt as CivilDate | Instant }),
  ...(counting === undefined ? {} : { law: { ...defaultLaw, counting } }),
  ...(options === undefined ? {} : { options: options as Partial<Options> }),
})

async function* recordsFrom(port: Ledger, from: number): AsyncGenerator<LedgerRecord, void> {
  const stop = new AbortController()
  try {
    for await (const page of follow(port, { from, stop: stop.signal })) {
      yield* right(page).records
    }
  } finally {
    stop.abort()
  }
}

/** Recordings of one ledger, one after the other: what is asked for first is recorded first. */
class Recording {
  readonly #port: Ledger
  readonly #recorder: Recorder
  #last: Promise<unknown> = Promise.resolve()
  #isClosing = false

  constructor(port: Ledger, now: () => Instant) {
    this.#port = port
    this.#recorder = recorder(port, { now })
  }

  record(
    given: AnyEventToRecord | readonly AnyEventToRecord[],
  ): Promise<Recorded | readonly Recorded[]> {
    const events = Array.isArray(given) ? (given as readonly AnyEventToRecord[]) : undefined
    const recorded = this.#inTurn(() => this.#recordAll(events ?? [given as AnyEventToRecord]))
    if (events) return recorded
    const only = recorded.then((all) => all[0] as Recorded)
    return awaiting<Recorded>(only, 'record', ['record', 'duplicate'])
  }

  async close(): Promise<void> {
    this.#isClosing = true
    await this.#last.catch(() => {})
    right(await this.#port.close()())
  }

  #inTurn<A>(act: () => Promise<A>): Promise<A> {
    if (this.#isClosing) return Promise.reject(closed(this.#port))
    const turn = this.#last.then(act, act)
    this.#last = turn
    return turn
  }

  async #recordAll(events: readonly AnyEventToRecord[]): Promise<readonly Recorded[]> {
    const drafts = events.map((event) => ({ event: this.#drafted(event) }))
    const outcomes = right(await this.#recorder.record(drafts)())
    const refused = outcomes.flatMap((outcome, index) => refusedAt(events, outcome, index))
    const recorded = outcomes.flatMap((each) => (each._tag === 'Right' ? [each.right] : []))
    if (refused[0]) throw new EventsRefused([refused[0], ...refused.slice(1)], recorded)
    return recorded
  }

  /** The recorder checks what it is given, so anything may be given it. */
  #drafted(event: AnyEventToRecord): NewEvent {
    if (typeof event !== 'object' || event === null) return event
    const { key, ...given } = event
    return {
      id: this.#idOf(key),
      version: this.#versionOf(event.type),
      ...given,
    } as unknown as NewEvent
  }

  /** A type that is not known is refused by the recorder, whatever its version. */
  #versionOf(type: string): number {
    return (this.#port.types ?? ourTypes).codecNamed(type)?.version ?? 1
  }

  #idOf(key: string | undefined): string {
    if (key === undefined) return newEventId()
    try {
      return eventIdOf(this.#port.origin, key)
    } catch (cause) {
      throw new LedgerError(
        'wrong-argument',
        `${(cause as RangeError).message}; nothing was recorded.`,
      )
    }
  }
}

const refusedAt = (
  events: readonly AnyEventToRecord[],
  outcome: RecordOutcome,
  index: number,
): readonly Refused[] => {
  if (outcome._tag === 'Right') return []
  const refusal = outcome.left
  const event = events[index] as AnyEventToRecord
  return [{ event, index, code: codeOf(refusal), reason: explain(refusal), refusal }]
}

const closed = ({ origin }: Ledger): LedgerError =>
  errorOf({ _tag: 'LedgerClosed', ledger: origin })
