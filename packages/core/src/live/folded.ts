/**
 * A fold that follows a ledger: what a replay does once, gone on with as records come.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Fold } from '../engine/fold.js'
import { foldRecord } from '../engine/replay.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/port.js'
import type { RetryAfter } from '../ledger/retry.js'
import { type FollowedPage, follow } from './follow.js'
import { isOver, patiently, untiring } from './patience.js'

/** How a fold follows. */
export interface FoldingOptions {
  readonly stop: AbortSignal
  readonly retryAfter?: RetryAfter | undefined
  /** Only these subjects, such as those of one worker of several; all unless told. */
  readonly only?: ((subject: StreamId) => boolean) | undefined
  /** Told of each record, and how to fold it, which says whether that changed facts. */
  readonly around?: (
    record: LedgerRecord,
    fold: () => Promise<E.Either<LedgerFailure, boolean>>,
  ) => Promise<E.Either<LedgerFailure, boolean>>
}

/** Each page, once its records are folded. */
export async function* folded(
  ledger: Ledger,
  fold: Fold,
  { stop, retryAfter = untiring, only = () => true, around = (_, next) => next() }: FoldingOptions,
): AsyncGenerator<E.Either<LedgerFailure, FollowedPage>, void> {
  const patience = { retryAfter, stop }
  for await (const page of follow(ledger, { from: fold.points.size, ...patience })) {
    if (E.isLeft(page)) return yield page
    for (const record of page.right.records) {
      if (!only(record.stream)) {
        fold.points.size = record.position + 1
        continue
      }
      const next = () => patiently(ledger, () => foldRecord(ledger, fold, record), patience)
      const done = await around(record, next)
      if (isOver(done)) return
      if (E.isLeft(done)) return yield done
      fold.points.size = record.position + 1
    }
    yield page
  }
}
