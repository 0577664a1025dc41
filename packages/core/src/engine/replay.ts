/**
 * Replays a ledger into points, from which any question is answered.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkKept } from '../events/check-event.js'
import { ourTypes } from '../events/event-types.js'
import type { LedgerRecord } from '../events/record.js'
import { explain, type LedgerFailure } from '../ledger/failures.js'
import { recordPages } from '../ledger/pages.js'
import type { Ledger } from '../ledger/port.js'
import { wrongEnd } from '../ledger/wrong-argument.js'
import type { Fold } from './fold.js'

/** Records read at a time: few enough that they are gone before the next garbage collection. */
const limit = 500

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
    const { upTo = Number.POSITIVE_INFINITY, only } = options
    const wrong = wrongEnd('upTo', upTo)
    if (wrong) return E.left(wrong)
    let next = fold.points.size
    for await (const page of recordPages(ledger, { from: next, until: upTo, limit })) {
      if (E.isLeft(page)) return page
      const { records } = page.right
      const folded = await foldPage(ledger, fold, only ? records.filter(only) : records)
      if (E.isLeft(folded)) return folded
      next += records.length
      // Also where the last of them are not folded.
      fold.points.size = next
      options.onProgress?.(next)
    }
    return E.right(fold)
  }

/** Folds records; one that no handler can take is damage where it does not fit the catalogue. */
const foldPage = async (
  ledger: Ledger,
  fold: Fold,
  records: readonly LedgerRecord[],
): Promise<E.Either<LedgerFailure, void>> => {
  let last: LedgerRecord | undefined
  try {
    for (const record of records) {
      last = record
      if (fold.needsStream(record)) {
        const folded = await foldRecord(ledger, fold, record)
        if (E.isLeft(folded)) return folded
      } else fold.next(record)
    }
    return E.right(undefined)
  } catch (cause) {
    const damage = last === undefined ? undefined : damageOf(ledger, last)
    if (damage === undefined) throw cause
    return E.left(damage)
  }
}

/** Why a record cannot be what was recorded, where that is so: it was checked at the time. */
const damageOf = (
  { origin, types = ourTypes }: Ledger,
  { position, id, type, version, stream, effectiveOn, data }: LedgerRecord,
): LedgerFailure | undefined => {
  const checked = checkKept({ id, type, version, stream, effectiveOn, data }, types)
  return E.isRight(checked)
    ? undefined
    : { _tag: 'LedgerDamaged', ledger: origin, position, reason: explain(checked.left) }
}

/**
 * Folds the next record of a ledger, and says whether that changed facts. What fails has changed
 * nothing, and may be tried again.
 */
export const foldRecord = async (
  ledger: Ledger,
  fold: Fold,
  record: LedgerRecord,
): Promise<E.Either<LedgerFailure, boolean>> => {
  if (!fold.needsStream(record)) return E.right(fold.next(record))
  const stream = await ledger.readStream(record.stream)()
  return E.map((records: readonly LedgerRecord[]) =>
    fold.next(record, records.slice(0, record.revision + 1)),
  )(stream)
}
