/**
 * An Observable as an async iterable that gives the newest value there is: who is slow leaves out
 * what was overtaken meanwhile, and nothing piles up.
 */
import type { LedgerFailure } from '@send-ledger/core'
import type { Observable } from 'rxjs'
import { errorOf } from './errors.js'

type Ended = { readonly failure?: LedgerFailure; readonly mistake?: unknown }

/**
 * The newest value of an Observable, again and again; leaving the loop unsubscribes.
 *
 * Errors: throws a LedgerError where the Observable fails with a failure of the ledger.
 */
export async function* newest<A>(values: Observable<A>): AsyncGenerator<A, void> {
  let newest: { readonly value: A } | undefined
  let ended: Ended | undefined
  let wake = (): void => {}
  const subscription = values.subscribe({
    next: (value) => {
      newest = { value }
      wake()
    },
    error: (cause) => {
      ended = isFailure(cause) ? { failure: cause } : { mistake: cause }
      wake()
    },
    complete: () => {
      ended = {}
      wake()
    },
  })
  try {
    for (;;) {
      if (newest !== undefined) {
        const { value } = newest
        newest = undefined
        yield value
      } else if (ended !== undefined) {
        if (ended.failure) throw errorOf(ended.failure)
        if ('mistake' in ended) throw ended.mistake
        return
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    subscription.unsubscribe()
  }
}

const isFailure = (cause: unknown): cause is LedgerFailure =>
  typeof cause === 'object' && cause !== null && '_tag' in cause
