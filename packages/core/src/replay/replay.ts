/**
 * Replays a ledger into points, from which any question is answered.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isCorrection } from '../ledger/corrections.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/port.js'
import type { LedgerRecord } from '../ledger/record.js'
import type { Fold } from './fold.js'

/** Records read at a time: few enough that they are gone before the next garbage collection. */
const pageSize = 2000

/** How far to replay, and whom to tell how far it came. */
export interface ReplayOptions {
  /** Only the first `upTo` records; all of them unless told. */
  readonly upTo?: number
  readonly onProgress?: (position: number) => void
  /** Only these records, such as those of one partition's streams; all unless told. */
  readonly only?: (record: LedgerRecord) => boolean
}

/**
 * Folds the records of a ledger that a fold has not seen yet.
 *
 * Errors: the ledger's failures.
 *
 * @example
 * import { civilDate, defaultLaw, endOfDay, Fold, replay } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => endOfDay(civilDate('2021-07-31')) })
 * const fold = new Fold(complianceView.projections, defaultLaw)
 * const replayed = await replay(ledger, fold)()
 * assert.strictEqual(replayed._tag, 'Right')
 */
export const replay =
  (ledger: Ledger, fold: Fold, options: ReplayOptions = {}): TaskEither<LedgerFailure, Fold> =>
  async () => {
    const { upTo = Number.POSITIVE_INFINITY, only = () => true } = options
    for (;;) {
      const from = fold.points.size
      const limit = Math.min(pageSize, upTo - from)
      if (limit <= 0) return E.right(fold)
      const page = await ledger.readAll({ from, limit })()
      if (E.isLeft(page)) return page
      for (const record of page.right) {
        if (!only(record)) continue
        if (needsStream(fold, record)) {
          const folded = await foldWithStream(ledger, fold, record)
          if (E.isLeft(folded)) return folded
        } else fold.next(record)
      }
      fold.points.size = from + page.right.length
      options.onProgress?.(fold.points.size)
      if (page.right.length < limit) return E.right(fold)
    }
  }

const needsStream = (fold: Fold, record: LedgerRecord): boolean =>
  isCorrection(record) || fold.needsRecall(record)

/** Folds the next record of a ledger. What fails has changed nothing, and may be tried again. */
export const foldRecord = async (
  ledger: Ledger,
  fold: Fold,
  record: LedgerRecord,
): Promise<E.Either<LedgerFailure, void>> => {
  if (needsStream(fold, record)) return foldWithStream(ledger, fold, record)
  fold.next(record)
  return E.right(undefined)
}

/**
 * Some records need more than themselves, the others of their stream: a correction, and the first
 * of a subject after a snapshot.
 */
const foldWithStream = async (
  ledger: Ledger,
  fold: Fold,
  record: LedgerRecord,
): Promise<E.Either<LedgerFailure, void>> => {
  const stream = await ledger.readStream(record.stream)()
  if (E.isLeft(stream)) return stream
  const records = stream.right
  if (fold.needsRecall(record)) fold.recall(record.stream, records.slice(0, record.revision))
  if (isCorrection(record)) fold.mend(record, records.slice(0, record.revision + 1))
  else fold.next(record)
  return E.right(undefined)
}
