/**
 * How a ledger begins and is found again: by the stream that says what it calls itself.
 */
import { setMaxListeners } from 'node:events'
import type { LedgerFailure } from '@send-ledger/core'
import { originFlaw } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { type Address, addressOf } from './address.js'
import { attempted } from './attempts.js'
import { dangers, wasDeleted } from './dangers.js'
import { failureOf } from './failure.js'
import type { LogProblem } from './log.js'
import { type EventStoreDbOptions, type Settings, settingsOf } from './options.js'
import { endedEarly } from './problem.js'
import { createdType, type Streams, streamsOf } from './streams.js'
import { type HeardEvent, openWire, type Wire } from './wire.js'

/** A server that was connected to, and the ledger that is meant. */
export interface Connected {
  readonly address: Address
  readonly streams: Streams
  readonly wire: Wire
  readonly settings: Settings
  /** Ends what is under way, and the connection. */
  readonly close: () => Promise<void>
}

/** Connects to the server of an address. Errors: NotALedger where it is none. */
export const connected = (
  url: string,
  options: EventStoreDbOptions,
): E.Either<LedgerFailure, Connected> => {
  const address = addressOf(url)
  if (E.isLeft(address)) return address
  const { connection, ledger, shown } = address.right
  const closing = new AbortController()
  // As many may wait as like.
  setMaxListeners(0, closing.signal)
  const settings = settingsOf(options, address.right, closing.signal)
  const connect = (): Connected => {
    const wire = openWire(connection, settings)
    const close = (): Promise<void> => {
      closing.abort()
      return wire.close()
    }
    return { address: address.right, streams: streamsOf(ledger), wire, settings, close }
  }
  // The client's own words name the whole address, with what is secret in it.
  return E.tryCatch(connect, () => ({
    _tag: 'NotALedger',
    ledger: shown,
    reason: 'its address has an option that cannot be used, or names a file that is not there',
  }))
}

/** Begins a ledger where there is none of its name. */
export const create = async (
  { address, streams, wire, settings }: Connected,
  origin: string,
): Promise<E.Either<LedgerFailure, void>> => {
  const flaw = originFlaw(origin)
  if (flaw !== undefined) {
    const failed = { ledger: address.shown, doing: 'creating it', reason: flaw }
    return E.left({ _tag: 'LedgerUnavailable', ...failed })
  }
  // The same origin, the same id: creating it again after a lost answer is no second ledger.
  const event = { id: crypto.randomUUID(), type: createdType, data: { origin } }
  const appended = await attempted(settings, () => wire.append(streams.origin, [event], 'noStream'))
  if (E.isRight(appended)) return E.right(undefined)
  if (appended.left._tag !== 'WrongRevision') {
    return E.left(failureOf(address, 'creating it', appended.left))
  }
  const reason = `there is a ledger called ${address.ledger} already`
  return E.left({ _tag: 'LedgerUnavailable', ledger: address.shown, doing: 'creating it', reason })
}

/** What the ledger calls itself. */
export const originIn = async (place: Connected): Promise<E.Either<LedgerFailure, string>> => {
  const { address, streams } = place
  const damaged = (reason: string): E.Either<LedgerFailure, never> =>
    E.left(failureOf(address, 'opening it', { _tag: 'Damaged', damage: { position: 0, reason } }))
  const begins = await firstOf(place, streams.origin)
  if (E.isLeft(begins)) {
    if (begins.left._tag === 'StreamDeleted') return damaged(wasDeleted(streams.origin))
    if (begins.left !== endedEarly && begins.left._tag !== 'NoSuchStream') {
      return E.left(failureOf(address, 'opening it', begins.left))
    }
    // Of settings only the last can be read.
    const settings = await firstOf(place, `$$${streams.origin}`)
    const reason = E.isRight(settings) ? dangers(streams, settings.right)?.reason : undefined
    if (reason !== undefined) return damaged(reason)
    return begins.left === endedEarly
      ? E.left(failureOf(address, 'opening it', begins.left))
      : noLedger(address)
  }
  const { revision, type, data } = begins.right
  if (revision !== 0) return damaged(`the beginning of ${streams.origin} is missing`)
  if (type !== createdType) return noLedger(address)
  const origin = (data as { readonly origin?: unknown } | null)?.origin
  return typeof origin === 'string'
    ? E.right(origin)
    : damaged(`revision 0 of ${streams.origin} is not what a ledger begins with`)
}

const noLedger = ({ shown, ledger }: Address): E.Either<LedgerFailure, never> =>
  E.left({
    _tag: 'NotALedger',
    ledger: shown,
    reason: `the server has no ledger called ${ledger}; make it with send-ledger init`,
  })

const firstOf = (
  { wire, settings }: Connected,
  stream: string,
): Promise<E.Either<LogProblem, HeardEvent>> =>
  attempted(settings, async () => {
    let first: HeardEvent | undefined
    const heard = await wire.of(stream, (event) => {
      first = event
      return false
    })
    if (E.isLeft(heard)) return heard
    return first === undefined ? E.left(endedEarly) : E.right(first)
  })
