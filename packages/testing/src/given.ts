/**
 * Given, when, then: what has happened, what happens now, and what comes of it. It asserts by
 * `node:assert`, so it works in any runner of tests.
 */
import assert from 'node:assert'
import type { LedgerRecord, View } from '@send-ledger/core'
import { type EventTypes, ourTypes } from '@send-ledger/core/own-events'
import {
  type Answer,
  type AnyEventToRecord,
  EventsRefused,
  type Question,
  type Refused,
} from 'send-ledger'
import { type LedgerInMemory, ledgerInMemory } from './ledger.js'

/** An event that became known on a later day than it happened. */
export interface KnownOn {
  readonly event: AnyEventToRecord
  readonly on: string
}

/**
 * An event that becomes known on a day, or at an instant, after it happened.
 *
 * @example
 * import { given, knownOn } from '@send-ledger/testing'
 * import { compliance, events } from 'send-ledger'
 *
 * const request = events.requestReceived('case-1', '2021-01-04', {
 *   requestedBy: 'school',
 *   startedBy: 'request',
 * })
 * const late = given(knownOn('2021-03-01', request))
 * await late.asAt('2021-01-31').expect(compliance, { open: { total: 1 } })
 * const { basis } = await late.asAt('2021-01-31', { knownAt: '2021-02-28' }).answer(compliance)
 * assert.strictEqual(basis.size, 0)
 */
export const knownOn = (on: string, event: AnyEventToRecord): KnownOn => ({ event, on })

/** What became of an event. */
export type Outcome =
  | { readonly recorded: LedgerRecord; readonly duplicate: boolean }
  | { readonly refused: Refused }

/** A view at two dates. */
export interface Asking {
  /** The answer of a view, for assertions of one's own. */
  readonly answer: <M extends string, O extends object, A>(
    view: View<M, O, A>,
  ) => Promise<Answer<A>>
  /**
   * Asserts that the figures of a view are these; what is not named may be anything.
   *
   * Errors: rejects with an AssertionError that shows both.
   */
  readonly expect: <M extends string, O extends object, A>(
    view: View<M, O, A>,
    figures: unknown,
  ) => Promise<void>
}

/** What has happened. */
export interface Given {
  /** What comes of one more event: `await given(...).when(event).then(refused('plan-issued-once'))`. */
  readonly when: (event: AnyEventToRecord | KnownOn) => Promise<Outcome>
  /** A view as at a date, with all known, or what was known by `knownAt`. */
  readonly asAt: <O>(date: string, others?: Omit<Question<O>, 'asAt'>) => Asking
  /** The same in a ledger with event types of one's own. */
  readonly withTypes: (types: EventTypes) => Given
  /** The ledger, with all of it recorded. */
  readonly ledger: () => Promise<LedgerInMemory>
}

/**
 * What has happened: events, each recorded on the day it happened (at noon, and never before the
 * one before it), or on the day that `knownOn` says.
 *
 * Errors: whatever is asked of it rejects where one of the events is refused, for then it cannot
 * have happened.
 *
 * @example
 * import { given, refused } from '@send-ledger/testing'
 * import { compliance, events } from 'send-ledger'
 *
 * const request = events.requestReceived('case-1', '2021-01-04', {
 *   requestedBy: 'school',
 *   startedBy: 'request',
 * })
 * const twice = given(request, events.planIssued('case-1', '2021-05-24'))
 * await twice.asAt('2021-05-31').expect(compliance, { plansMaintained: 1 })
 * const again = twice.when(events.planIssued('case-1', '2021-05-25'))
 * const refusal = await again.then(refused('plan-issued-once'))
 * assert.match(refusal.reason, /case-1/)
 */
export const given = (...events: readonly (AnyEventToRecord | KnownOn)[]): Given =>
  givenIn(ourTypes, events)

const givenIn = (types: EventTypes, events: readonly (AnyEventToRecord | KnownOn)[]): Given => {
  const made = async (): Promise<Recording> => {
    const recording = new Recording(types)
    for (const event of events) await recording.record(event)
    return recording
  }
  return {
    when: async (event) => {
      try {
        const { record, duplicate } = await (await made()).record(event)
        return { recorded: record, duplicate }
      } catch (cause) {
        if (cause instanceof EventsRefused && cause.refused[0]) return { refused: cause.refused[0] }
        throw cause
      }
    },
    asAt: (asAt, others = {}) => {
      const answer: Asking['answer'] = async (view) =>
        (await made()).ledger.ask(view, { ...others, asAt } as never)
      return {
        answer,
        expect: async (view, figures) => {
          const { view: actual } = await answer(view)
          assert.deepStrictEqual(partOf(actual, figures), figures)
        },
      }
    },
    withTypes: (own) => givenIn(own, events),
    ledger: async () => (await made()).ledger,
  }
}

/** Events recorded one after the other, by a clock that follows them. */
class Recording {
  readonly ledger: LedgerInMemory
  #last = ''

  constructor(types: EventTypes) {
    this.ledger = ledgerInMemory('1990-01-01', types)
  }

  record(given: AnyEventToRecord | KnownOn) {
    const { event, on } = 'event' in given ? given : { event: given, on: given.effectiveOn }
    // Dates are checked where events are: one that is none is no reason to stop before that.
    if (on > this.#last && isTime(on)) {
      this.#last = on
      this.ledger.setClock(on)
    }
    return this.ledger.record(event)
  }
}

const isTime = (on: string): boolean => /^\d{4}-\d{2}-\d{2}(T.*Z)?$/.test(on)

/** As much of a value as another one names. */
const partOf = (actual: unknown, named: unknown): unknown => {
  if (Array.isArray(actual) && Array.isArray(named)) {
    return actual.map((item, i) => (i < named.length ? partOf(item, named[i]) : item))
  }
  if (!isObject(actual) || !isObject(named)) return actual
  return Object.fromEntries(
    Object.keys(named)
      .filter((key) => key in actual)
      .map((key) => [key, partOf(actual[key], named[key])]),
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
