/**
 * Ratings that slipped in between: a store that cannot look at two streams in one act may keep a
 * rating whose code the scale that had just been adopted does not have.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken } from '../events/refused.js'
import { programmeOfRating, ratingRefused } from './scale.js'

/** A kept rating, or one as corrected, of no scale that was in use when it was recorded. */
export interface SlippedRating extends LifeCycleBroken {
  readonly position: number
}

/** The records of a stream; undefined where they cannot be judged by. */
export type ReadRecords<Failure> = (
  stream: StreamId,
) => Promise<E.Either<Failure, readonly LedgerRecord[] | undefined>>

/**
 * The ratings of an action's stream, and corrections that judge some anew, that would have been
 * refused after all that stood before them in the ledger.
 *
 * @param stream all records of the action, in recorded order.
 * @param read gives the records of its programme; asked once for each rating.
 *
 * Errors: those of `read`.
 *
 * @example
 * import { slippedRatings } from '@send-ledger/core/proof'
 *
 * const none = await slippedRatings([], async () => ({ _tag: 'Right', right: undefined }))
 * assert.deepStrictEqual(none, { _tag: 'Right', right: [] })
 */
export const slippedRatings = async <Failure>(
  stream: readonly LedgerRecord[],
  read: ReadRecords<Failure>,
): Promise<E.Either<Failure, readonly SlippedRating[]>> => {
  const slipped: SlippedRating[] = []
  for (const [revision, rating] of stream.entries()) {
    const earlier = stream.slice(0, revision)
    const programme = programmeOfRating(earlier, rating)
    if (programme === undefined) continue
    const scales = await read(programme)
    if (E.isLeft(scales)) return scales
    const { position } = rating
    const before = scales.right?.filter((record) => record.position < position)
    const refused = before && ratingRefused(before, earlier, rating)
    if (refused) slipped.push({ ...refused, position })
  }
  return E.right(slipped)
}
