/**
 * The answer of a view as it changes, as an Observable.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import { type Answered, ask, type Question } from '../ask/answer.js'
import { basisOf } from '../ask/basis.js'
import { Fold } from '../engine/fold.js'
import type { View } from '../figures/view.js'
import type { Law } from '../law/rule.js'
import { greatestWith } from '../ledger/known-prefix.js'
import type { Ledger } from '../ledger/port.js'
import type { Instant } from '../time/instant.js'
import { folded } from './folded.js'
import { observed } from './observed.js'
import { isOver, patiently, untiring } from './patience.js'
import type { LiveOptions } from './records.js'

/** Answers of views as they change, by a law where the question names none. */
export const viewBy =
  (standard: Law) =>
  <M extends string, Options extends object, Answer>(
    ledger: Ledger,
    view: View<M, Options, Answer>,
    { asAt, law = standard, options: told }: Omit<Question<Options>, 'knownAt'>,
    { retryAfter = untiring }: Pick<LiveOptions, 'retryAfter'> = {},
  ): Observable<Answered<Answer>> =>
    observed(async (subscriber, stop) => {
      const fold = new Fold(view.projections, law)
      const options = { ...view.defaults, ...told }
      const { points } = fold
      let knownAt: Instant | null = null
      for await (const page of folded(ledger, fold, { stop, retryAfter })) {
        if (E.isLeft(page)) return page
        for (const { recordedAt } of page.right.records) knownAt = greatestWith(knownAt, recordedAt)
        if (!page.right.isCaughtUp) continue
        const { size } = points
        const root = await patiently(ledger, ledger.rootAt(size), { retryAfter, stop })
        if (isOver(root)) break
        if (E.isLeft(root)) return root
        const prefix = { origin: ledger.origin, size, root: root.right, knownAt }
        const known = { points, size }
        subscriber.next({
          known,
          basis: basisOf(prefix, { view, asAt, law, options }),
          answer: ask(view, { ...known, asAt }, options),
        })
      }
      return E.right(undefined)
    })
