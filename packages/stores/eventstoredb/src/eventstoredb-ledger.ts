/**
 * A ledger in EventStoreDB or KurrentDB: one stream a subject, the canonical record as the data of
 * an event, and the order of the server's log as the order of the ledger.
 */
import type { Ledger, LedgerFailure, LedgerRecord } from '@send-ledger/core'
import { type Head, ledgerOfStore, type Page } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { failureOf } from './failure.js'
import { Log, type LogProblem } from './log.js'
import { type Connected, connected, create, originIn } from './opening.js'
import type { EventStoreDbOptions } from './options.js'
import { inTurn, type Turns } from './turns.js'
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
  () =>
    opened(url, options, async (place) => E.map(() => origin)(await create(place, origin)))

/**
 * Opens a ledger. `esdb://`, `esdb+discover://` and `kurrentdb://` are read; the option `ledger`
 * names which of the server's ledgers is meant. The log is read by the first call that needs it.
 *
 * Errors: LedgerUnavailable where the server does not answer; NotALedger where the address is none,
 * or there is no ledger of that name; LedgerDamaged where the stream that it begins with was
 * deleted, emptied or changed. Damage of its other streams is told by the calls that read.
 */
export const openEventStoreDbLedger =
  (url: string, options: EventStoreDbOptions = {}): TaskEither<LedgerFailure, Ledger> =>
  () =>
    opened(url, options, originIn)

/** A ledger that says what it calls itself; else nothing stays open. */
const opened = async (
  url: string,
  options: EventStoreDbOptions,
  originOf: (place: Connected) => Promise<E.Either<LedgerFailure, string>>,
): Promise<E.Either<LedgerFailure, Ledger>> => {
  const place = connected(url, options)
  if (E.isLeft(place)) return place
  const origin = await originOf(place.right)
  if (E.isLeft(origin)) await place.right.close()
  return E.map((name: string) => ledgerIn(place.right, name, options))(origin)
}

const ledgerIn = (
  { address, streams, wire, settings, close }: Connected,
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
  return ledgerOfStore({
    origin,
    append:
      (writes, reads = [], closing) =>
      () =>
        turn(async () =>
          told('appending', await appendAll({ wire, log, settings }, writes, reads, closing)),
        ),
    readStream: (stream) => upToDate('reading a stream', () => log.ofStream(stream)),
    readAll: (page) => () => turn(async () => told('reading', await pageOf(log, page))),
    head: () => upToDate('reading its head', async () => E.right(headOf(log))),
    sizeKnownAt: (known) =>
      upToDate('looking for an instant', async () => E.right(order.sizeKnownAt(known))),
    rootAt: (size) =>
      upToDate('reading its root', async () =>
        size <= order.size ? E.right(order.leaves.rootAt(size)) : E.left(tooFew(order.size)),
      ),
    grown: (size, stop) => async () =>
      told('listening', await unlessStopped(stop, grown(log, turn, size, stop))),
    close: () => async () => {
      await close()
      return E.right(undefined)
    },
    ...(snapshots ? { snapshots } : {}),
  })
}

const tooFew = (size: number): LogProblem => ({
  _tag: 'Refused',
  reason: `it has ${size} records and no more`,
})

const headOf = ({ order }: Log): Head => {
  const head = { size: order.size, root: order.leaves.rootAt(order.size) }
  return order.last === undefined ? head : { ...head, recordedAt: order.last }
}

type Answer<A> = Promise<E.Either<LogProblem, A>>

/** Records that are known are read again; those after them are learned while they are read. */
const pageOf = async (log: Log, { from, limit }: Page): Answer<readonly LedgerRecord[]> => {
  const { order } = log
  const skipped = order.size < from ? await log.skip(from - order.size) : E.right(undefined)
  if (E.isLeft(skipped)) return skipped
  if (order.size < from) return E.right([])
  const known = Math.min(limit, order.size - from)
  const reread = known > 0 ? await log.reread(from, known) : E.right([])
  if (E.isLeft(reread) || known === limit) return reread
  const learned = await log.learnNext(limit - known)
  return E.map((records: readonly LedgerRecord[]) => [...reread.right, ...records])(learned)
}

const grown = async (log: Log, turn: Turns, size: number, stop: AbortSignal): Answer<void> => {
  while (!stop.aborted) {
    const learned = await turn(() => log.learn())
    if (E.isLeft(learned)) return learned
    if (log.order.size > size) break
    const heard = await log.grown(stop)
    if (E.isLeft(heard)) return heard
  }
  return E.right(undefined)
}

/** An answer, or none where a stop comes first; a read under way then ends by itself. */
const unlessStopped = (stop: AbortSignal, answer: Answer<void>): Answer<void> =>
  new Promise((resolve, reject) => {
    const stopped = (): void => resolve(E.right(undefined))
    stop.addEventListener('abort', stopped)
    if (stop.aborted) stopped()
    answer.then(resolve, reject).finally(() => stop.removeEventListener('abort', stopped))
  })
