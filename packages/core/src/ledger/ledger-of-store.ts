/**
 * The port around what a store does: what every store must do alike stands here once. Arguments
 * are looked at before the store sees them; and closing ends whoever waits, and closes the store
 * once.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { StreamId } from '../events/ids.js'
import { isInstant } from '../time/instant.js'
import type { LedgerFailure } from './failures.js'
import type { Ledger } from './port.js'
import { beAnInstant, type WrongArgument, wrongArgument, wrongCount } from './wrong-argument.js'

/** A closed ledger answers every call with LedgerClosed. */
const closed = ({ origin }: Ledger): E.Either<LedgerFailure, never> =>
  E.left({ _tag: 'LedgerClosed', ledger: origin })

/** Calls, until the store is closed. */
class Calls {
  private readonly stopping = new AbortController()
  readonly closed = this.stopping.signal
  private closing: Promise<E.Either<LedgerFailure, void>> | undefined

  constructor(private readonly store: Ledger) {}

  /** A call that is made where the store is open and its arguments are right. */
  made<A>(
    wrong: WrongArgument | undefined,
    call: () => TaskEither<LedgerFailure, A>,
  ): TaskEither<LedgerFailure, A> {
    return async () => {
      if (this.closed.aborted) return closed(this.store)
      if (wrong) return E.left(wrong)
      return call()()
    }
  }

  /** A read: where the closing broke it off, the ledger is closed, and not out of reach. */
  read<A>(
    wrong: WrongArgument | undefined,
    call: () => TaskEither<LedgerFailure, A>,
  ): TaskEither<LedgerFailure, A> {
    return async () => {
      const answer = await this.made(wrong, call)()
      const isAway = E.isLeft(answer) && answer.left._tag === 'LedgerUnavailable'
      return isAway && this.closed.aborted ? closed(this.store) : answer
    }
  }

  /** A wait, which a closing ends. */
  waited(size: number, stop: AbortSignal): TaskEither<LedgerFailure, void> {
    if (!(stop instanceof AbortSignal)) return TE.left(wrongArgument('stop', stop, beASignal))
    const wait = this.made(wrongCount('size', size), () =>
      this.store.grown(size, AbortSignal.any([stop, this.closed])),
    )
    return async () => {
      const answer = await wait()
      return this.closed.aborted && !stop.aborted ? closed(this.store) : answer
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
    append: (writes, reads, closing) =>
      calls.made(wrongWrites(writes) ?? wrongReads(reads) ?? wrongClosing(closing), () =>
        store.append(writes, reads, closing),
      ),
    readStream: (stream) => calls.read(wrongStream(stream), () => store.readStream(stream)),
    readAll: (page) => calls.read(wrongPage(page), () => store.readAll(page)),
    head: () => calls.read(undefined, () => store.head()),
    sizeKnownAt: (known) =>
      calls.read(wrongInstant('known', known), () => store.sizeKnownAt(known)),
    rootAt: (size) => calls.read(wrongCount('size', size), () => store.rootAt(size)),
    grown: (size, stop) => calls.waited(size, stop),
    close: () => () => calls.end(),
    closed: calls.closed,
  }
}

const beASignal = 'be an AbortSignal'

const wrongPage = (page: unknown): WrongArgument | undefined => {
  const { from, limit } = fieldsOf(page)
  return wrongCount('from', from) ?? wrongCount('limit', limit)
}

const wrongStream = (given: unknown): WrongArgument | undefined =>
  StreamId.is(given)
    ? undefined
    : wrongArgument('stream', given, 'be a stream id, such as case-1042')

const wrongInstant = (what: string, given: unknown): WrongArgument | undefined =>
  isInstant(given) ? undefined : wrongArgument(what, given, beAnInstant)

const wrongRevision = (what: string, given: unknown): WrongArgument | undefined =>
  given === 'noStream' || Number.isSafeInteger(given)
    ? undefined
    : wrongArgument(what, given, 'be a revision from 0, or noStream')

const fieldsOf = (given: unknown): Partial<Record<string, unknown>> => given ?? {}

/** What is wrong with a list: that it is none, or the first part of it that is wrong. */
const wrongList = (
  what: string,
  given: unknown,
  wrongPart: (part: Partial<Record<string, unknown>>) => WrongArgument | undefined,
): WrongArgument | undefined => {
  if (!Array.isArray(given)) return wrongArgument(what, given, 'be a list')
  for (const part of given) {
    const wrong = wrongPart(fieldsOf(part))
    if (wrong) return wrong
  }
  return undefined
}

const wrongEvents = (given: unknown): WrongArgument | undefined => {
  if (!Array.isArray(given)) return wrongArgument('events', given, 'be a list')
  const isNone = (event: unknown) => typeof event !== 'object' || event === null
  const none = given.findIndex(isNone)
  return none < 0 ? undefined : wrongArgument('event', given[none], 'be an object')
}

const wrongWrites = (given: unknown): WrongArgument | undefined =>
  wrongList(
    'writes',
    given,
    ({ stream, expected, events, recordedAt }) =>
      wrongStream(stream) ??
      wrongRevision('expected', expected) ??
      wrongEvents(events) ??
      (recordedAt === undefined ? undefined : wrongInstant('recordedAt', recordedAt)),
  )

const wrongClosing = (given: unknown): WrongArgument | undefined =>
  given === undefined || typeof given === 'function'
    ? undefined
    : wrongArgument('closing', given, 'be a function')

const wrongReads = (given: unknown): WrongArgument | undefined =>
  given === undefined
    ? undefined
    : wrongList(
        'reads',
        given,
        ({ stream, revision }) => wrongStream(stream) ?? wrongRevision('revision', revision),
      )
