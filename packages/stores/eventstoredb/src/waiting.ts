/**
 * Calls that end: by their answer, by their deadline, or because the ledger is closed. They leave
 * nothing open.
 */
import * as E from 'fp-ts/lib/Either.js'
import { passing, problemOf, type WireProblem } from './problem.js'

/** What ends a call that does not end by itself. */
export interface Limits {
  /** How long an answer may take, and a read may be silent. Unit: milliseconds. */
  readonly deadline: number
  readonly closed: AbortSignal
}

type Outcome<A> = E.Either<WireProblem, A>

/** The answer of a call, or that it did not come in time; whatever comes later is let go. */
export const answered = <A>(limits: Limits, call: () => Promise<A>): Promise<Outcome<A>> =>
  ended(limits, (end) => {
    call().then(
      (answer) => end(E.right(answer)),
      (error: unknown) => end(E.left(problemOf(error))),
    )
    return () => {}
  })

/** What is listened to: a stream of events, which may fail once more after it was left. */
export interface Source<Event> {
  on(name: 'data', act: (event: Event) => void): unknown
  on(name: 'error', act: (error: unknown) => void): unknown
  on(name: 'end' | 'confirmation', act: () => void): unknown
}

/** Who listens. */
export interface Listener<Event> {
  /** Told of each event; false where no more are wanted. */
  readonly hear: (event: Event) => boolean
  /** Leaves the source. */
  readonly leave: () => Promise<void>
  /** Ends it from outside, as if no more were wanted. */
  readonly stop?: AbortSignal
  /** Told when a subscription stands; it may be silent from then on. */
  readonly stands?: () => void
}

/**
 * Hears what a source has to say, to its end or until no more is wanted, and leaves it. What still
 * comes after that is let go by: a call is closed only when all of it was taken.
 */
export const listened = <Event>(
  limits: Limits,
  open: () => readonly [Source<Event>, Listener<Event>],
): Promise<Outcome<void>> =>
  ended(limits, (end, timer) => {
    const [source, { hear, leave, stop, stands }] = open()
    let isLeft = false
    const enough = (): void => end(E.right(undefined))
    stop?.addEventListener('abort', enough)
    source.on('data', (event) => {
      if (isLeft) return
      if (stands === undefined) timer.refresh()
      if (!hear(event)) enough()
    })
    source.on('error', (error) => end(E.left(problemOf(error))))
    source.on('end', enough)
    source.on('confirmation', () => {
      if (stands === undefined || isLeft) return
      clearTimeout(timer)
      stands()
    })
    return () => {
      isLeft = true
      stop?.removeEventListener('abort', enough)
      leave().catch(() => {})
    }
  })

const tooLate = passing('the server did not answer in time')
const wasClosed: WireProblem = { _tag: 'Refused', reason: 'it was closed' }

/** Begins something that answers with what it leaves open, and settles when it ends. */
const ended = <A>(
  { deadline, closed }: Limits,
  begin: (end: (outcome: Outcome<A>) => void, timer: NodeJS.Timeout) => () => void,
): Promise<Outcome<A>> =>
  new Promise((resolve) => {
    if (closed.aborted) return resolve(E.left(wasClosed))
    let leave: (() => void) | undefined
    const end = (outcome: Outcome<A>): void => {
      if (leave === undefined) return
      const left = leave
      leave = undefined
      clearTimeout(timer)
      closed.removeEventListener('abort', close)
      left()
      resolve(outcome)
    }
    const close = (): void => end(E.left(wasClosed))
    const timer = setTimeout(() => end(E.left(tooLate)), deadline)
    closed.addEventListener('abort', close)
    leave = begin(end, timer)
  })
