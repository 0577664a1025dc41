/**
 * The port around what a store does: what every store must do alike stands here once. Arguments
 * are looked at before the store sees them; and closing ends whoever waits, and closes the store
 * once.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isInstant } from '../time/instant.js'
import type { LedgerFailure } from './failures.js'
import { StreamId } from './ids.js'
import type { Ledger } from './port.js'
import { type WrongArgument, wrongArgument } from './wrong-argument.js'

/** A closed ledger answers every call with LedgerClosed. */
const closed = ({ origin }: Ledger): E.Either<LedgerFailure, never> =>
  E.left({ _tag: 'LedgerClosed', ledger: origin })

/** Calls, until the store is closed. */
class Calls {
  private readonly stopping = new AbortController()
  private closing: Promise<E.Either<LedgerFailure, void>> | undefined

  constructor(private readonly store: Ledger) {}

  /** A call that is made where the store is open and its arguments are right. */
  made<A>(
    wrong: WrongArgument | undefined,
    call: () => TaskEither<LedgerFailure, A>,
  ): TaskEither<LedgerFailure, A> {
    return async () => {
      if (this.stopping.signal.aborted) return closed(this.store)
      if (wrong) return E.left(wrong)
      return call()()
    }
  }

  /** A wait, which a closing ends. */
  waited(size: number, stop: AbortSignal): TaskEither<LedgerFailure, void> {
    const { signal } = this.stopping
    const wait = this.made(wrongCount('size', size), () =>
      this.store.grown(size, AbortSignal.any([stop, signal])),
    )
    return async () => {
      const answer = await wait()
      return signal.aborted && !stop.aborted ? closed(this.store) : answer
    }
  }

  /** Closes the store, once; what is under way ends as the store says. */
  end(): Promise<E.Either<LedgerFailure, void>> {
    this.stopping.abort()
    this.closing ??= this.store.close()()
    return this.closing
  }
}

/**
 * A ledger on what a store does.
 *
 * Errors: WrongArgument where a call has one, before the store is asked; LedgerClosed after
 * `close`, which may be called again.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { instant } from '@send-ledger/core'
 * import { ledgerOfStore } from '@send-ledger/core/store'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const store = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const page = await ledgerOfStore(store).readAll({ from: -1, limit: 10 })()
 * assert.strictEqual(page._tag === 'Left' && page.left._tag, 'WrongArgument')
 */
export const ledgerOfStore = (store: Ledger): Ledger => {
  const calls = new Calls(store)
  return {
    ...store,
    append: (writes, reads) => calls.made(wrongWrites(writes), () => store.append(writes, reads)),
    readStream: (stream) => calls.made(wrongStream(stream), () => store.readStream(stream)),
    readAll: (page) => calls.made(wrongPage(page), () => store.readAll(page)),
    head: () => calls.made(undefined, () => store.head()),
    sizeKnownAt: (known) => calls.made(wrongInstant(known), () => store.sizeKnownAt(known)),
    rootAt: (size) => calls.made(wrongCount('size', size), () => store.rootAt(size)),
    grown: (size, stop) => calls.waited(size, stop),
    close: () => () => calls.end(),
  }
}

const isCount = (u: unknown): boolean => Number.isSafeInteger(u) && (u as number) >= 0

const wrongCount = (what: string, given: unknown): WrongArgument | undefined =>
  isCount(given) ? undefined : wrongArgument(what, given, 'be a whole number from 0')

const wrongPage = (page: unknown): WrongArgument | undefined => {
  const { from, limit } = (page ?? {}) as { from?: unknown; limit?: unknown }
  return wrongCount('from', from) ?? wrongCount('limit', limit)
}

const wrongStream = (given: unknown): WrongArgument | undefined =>
  StreamId.is(given)
    ? undefined
    : wrongArgument('stream', given, 'be a stream id, such as case-1042')

const wrongInstant = (given: unknown): WrongArgument | undefined =>
  isInstant(given)
    ? undefined
    : wrongArgument('known', given, 'be an instant, such as 2021-06-15T22:59:59.999Z')

const wrongWrites = (given: unknown): WrongArgument | undefined => {
  if (!Array.isArray(given)) return wrongArgument('writes', given, 'be a list of writes')
  for (const write of given as Partial<Record<string, unknown>>[]) {
    const { stream, expected, events, recordedAt } = write ?? {}
    const flaw = wrongStream(stream)
    if (flaw) return flaw
    if (expected !== 'noStream' && !Number.isSafeInteger(expected)) {
      return wrongArgument('expected', expected, 'be a revision from 0, or noStream')
    }
    if (!Array.isArray(events)) return wrongArgument('events', events, 'be a list of events')
    if (recordedAt !== undefined && !isInstant(recordedAt)) {
      return wrongArgument(
        'recordedAt',
        recordedAt,
        'be an instant, such as 2021-06-15T22:59:59.999Z',
      )
    }
  }
  return undefined
}
