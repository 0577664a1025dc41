/**
 * A ledger in EventStoreDB or KurrentDB: one stream a subject, the canonical record as the data of
 * an event, and the order of the server's log as the order of the ledger.
 */
import type { Ledger, LedgerFailure, LedgerRecord } from '@send-ledger/core'
import type { Head, Page } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { absurd } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Address, addressOf } from './address.js'
import { attempted } from './attempts.js'
import { Log, type LogProblem } from './log.js'
import { type EventStoreDbOptions, type Settings, settingsOf } from './options.js'
import type { WireProblem } from './problem.js'
import { createdType, type Streams, streamsOf } from './streams.js'
import { inTurn, type Turns } from './turns.js'
import { openWire, type Wire } from './wire.js'
import { appendAll } from './writing.js'

/**
 * Makes a new, empty ledger where there is none of its name yet, and opens it.
 *
 * Errors: LedgerUnavailable where the server does not answer, or there is a ledger of that name;
 * NotALedger where the address is none.
 */
export const createEventStoreDbLedger =
  (
    url: string,
    origin: string,
    options: EventStoreDbOptions = {},
  ): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const place = connected(url, options)
    if (E.isLeft(place)) return place
    const created = await create(place.right, origin)
    if (E.isLeft(created)) {
      await place.right.wire.close()
      return created
    }
    return E.right(ledgerIn(place.right, origin, options))
  }

/**
 * Opens a ledger. `esdb://`, `esdb+discover://` and `kurrentdb://` are read; the option `ledger`
 * names which of the server's ledgers is meant.
 *
 * Errors: LedgerUnavailable where the server does not answer; NotALedger where the address is none,
 * or there is no ledger of that name; LedgerDamaged where its streams were deleted, or are set to
 * lose events.
 */
export const openEventStoreDbLedger =
  (url: string, options: EventStoreDbOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const place = connected(url, options)
    if (E.isLeft(place)) return place
    const origin = await originIn(place.right)
    if (E.isLeft(origin)) {
      await place.right.wire.close()
      return origin
    }
    return E.right(ledgerIn(place.right, origin.right, options))
  }

/** A server that was connected to, and the ledger that is meant. */
interface Connected {
  readonly address: Address
  readonly streams: Streams
  readonly wire: Wire
  readonly settings: Settings
}

const connected = (
  url: string,
  options: EventStoreDbOptions,
): E.Either<LedgerFailure, Connected> => {
  const address = addressOf(url)
  if (E.isLeft(address)) return address
  const settings = settingsOf(options)
  const { connection, ledger, shown } = address.right
  return E.tryCatch(
    () => ({
      address: address.right,
      streams: streamsOf(ledger),
      wire: openWire(connection, settings.deadline),
      settings,
    }),
    // The client's own words name the whole address, with what is secret in it.
    () => ({
      _tag: 'NotALedger',
      ledger: shown,
      reason: 'its address has an option that cannot be used, or names a file that is not there',
    }),
  )
}

const create = async (
  { address, streams, wire, settings }: Connected,
  origin: string,
): Promise<E.Either<LedgerFailure, void>> => {
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

const originIn = async ({
  address,
  streams,
  wire,
  settings,
}: Connected): Promise<E.Either<LedgerFailure, string>> => {
  let origin: unknown
  const heard = await attempted(settings, () =>
    wire.of(streams.origin, ({ type, data }) => {
      if (type === createdType) origin = (data as { readonly origin?: unknown } | null)?.origin
      return false
    }),
  )
  if (E.isLeft(heard) && heard.left._tag !== 'NoSuchStream') {
    return E.left(failureOf(address, 'opening it', heard.left))
  }
  return typeof origin === 'string'
    ? E.right(origin)
    : E.left({
        _tag: 'NotALedger',
        ledger: address.shown,
        reason: `the server has no ledger called ${address.ledger}; make it with send-ledger init`,
      })
}

const ledgerIn = (
  { address, streams, wire, settings }: Connected,
  origin: string,
  { snapshots }: EventStoreDbOptions,
): Ledger => {
  const log = new Log(wire, streams, settings)
  const { order } = log
  const turn = inTurn()
  const told = <A>(doing: string, answer: E.Either<LogProblem, A>): E.Either<LedgerFailure, A> =>
    E.mapLeft((problem: LogProblem) => failureOf(address, doing, problem))(answer)
  /** Does something with the order as the log has it now. */
  const upToDate =
    <A>(doing: string, use: () => Promise<E.Either<LogProblem, A>>): TaskEither<LedgerFailure, A> =>
    () =>
      turn(async () => {
        const learned = await log.learn()
        return told(doing, E.isLeft(learned) ? learned : await use())
      })
  return {
    origin,
    append: (writes) => () =>
      turn(async () => told('appending', await appendAll({ wire, log, settings }, writes))),
    readStream: (stream) => upToDate('reading a stream', () => log.ofStream(stream)),
    readAll: (page) => () => turn(async () => told('reading', await pageOf(log, page))),
    head: () => upToDate('reading its head', async () => E.right(headOf(log))),
    sizeKnownAt: (known) =>
      upToDate('looking for an instant', async () => E.right(order.sizeKnownAt(known))),
    rootAt: (size) => upToDate('reading its root', async () => E.right(order.leaves.rootAt(size))),
    grown: (size, stop) => async () => told('listening', await grown(log, turn, size, stop)),
    close: () => async () => {
      await wire.close()
      return E.right(undefined)
    },
    ...(snapshots ? { snapshots } : {}),
  }
}

const headOf = ({ order }: Log): Head => {
  const head = { size: order.size, root: order.leaves.rootAt(order.size) }
  return order.last === undefined ? head : { ...head, recordedAt: order.last }
}

/** Records that are known are read again; those after them are learned while they are read. */
const pageOf = async (
  log: Log,
  { from, limit }: Page,
): Promise<E.Either<LogProblem, readonly LedgerRecord[]>> => {
  const { order } = log
  while (order.size < from) {
    const learned = await log.learn(undefined, from - order.size)
    if (E.isLeft(learned)) return learned
    if (learned.right.length === 0) return E.right([])
  }
  const known = Math.min(limit, order.size - from)
  const reread = known > 0 ? await log.reread(from, known) : E.right([])
  if (E.isLeft(reread) || known === limit) return reread
  const learned = await log.learn(undefined, limit - known)
  return E.map((records: readonly LedgerRecord[]) => [...reread.right, ...records])(learned)
}

const grown = async (
  log: Log,
  turn: Turns,
  size: number,
  stop: AbortSignal,
): Promise<E.Either<LogProblem, void>> => {
  for (;;) {
    const learned = await turn(() => log.learn())
    if (E.isLeft(learned)) return learned
    if (stop.aborted || log.order.size > size) return E.right(undefined)
    const heard = await log.grown(stop)
    if (E.isLeft(heard)) return heard
  }
}

const failureOf = (
  { shown: ledger }: Address,
  doing: string,
  problem: LogProblem,
): LedgerFailure =>
  problem._tag === 'Damaged'
    ? { _tag: 'LedgerDamaged', ledger, ...problem.damage }
    : { _tag: 'LedgerUnavailable', ledger, doing, reason: reasonOf(problem) }

const reasonOf = (problem: WireProblem): string => {
  switch (problem._tag) {
    case 'Passing':
    case 'Refused':
      return problem.reason
    case 'StreamDeleted':
      return 'a stream of it was deleted'
    case 'NoSuchStream':
      return 'a stream of it is not there'
    case 'WrongRevision':
      return 'others wrote to the same stream again and again'
    case 'TooLarge':
      return `the server takes at most ${problem.most} bytes at once`
    default:
      return absurd(problem)
  }
}
