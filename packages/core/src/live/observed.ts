/**
 * What follows a ledger as an rxjs Observable: unsubscribing ends the following.
 */
import * as E from 'fp-ts/lib/Either.js'
import { Observable, type Subscriber } from 'rxjs'
import type { LedgerFailure } from '../ledger/failures.js'

/** Tells a subscriber all there is to tell, until it fails or is stopped. */
export type Tell<A> = (
  subscriber: Subscriber<A>,
  stop: AbortSignal,
) => Promise<E.Either<LedgerFailure, void>>

/**
 * An Observable that starts to tell with each subscription. It ends where what it tells
 * of ends; its error is a `LedgerFailure`.
 */
export const observed = <A>(tell: Tell<A>): Observable<A> =>
  new Observable((subscriber) => {
    const stop = new AbortController()
    tell(subscriber, stop.signal).then(
      (told) => {
        if (E.isLeft(told)) subscriber.error(told.left)
        else subscriber.complete()
      },
      (mistake: unknown) => subscriber.error(mistake),
    )
    return () => stop.abort()
  })
