/**
 * What a pack is made from: the records of a ledger that were known at an instant.
 */
import type { Instant, Ledger, LedgerFailure } from '@send-ledger/core'
import type { Hash } from '@send-ledger/core/proof'
import { prefixKnownAt } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { NothingRecorded } from './failures.js'

/** Records that are handed in, page by page. */
export interface PackSource extends Pick<Ledger, 'origin' | 'readAll' | 'mostAtOnce'> {
  readonly knownAt: Instant
  /** Number of records that were known. */
  readonly size: number
  readonly root: Hash
}

/**
 * What of a ledger was known at an instant. Where none is given, or one that is still to come, it
 * is everything recorded, as known at the instant of the last record.
 *
 * Errors: the ledger's failures, of which LedgerDamaged also where the instants in the records
 * themselves do not bear out how many were known; NothingRecorded.
 */
export const packSource =
  (
    ledger: Ledger,
    { knownAt, now }: { readonly knownAt: Instant | undefined; readonly now: Instant },
  ): TaskEither<LedgerFailure | NothingRecorded, PackSource> =>
  async () => {
    const isPast = knownAt !== undefined && knownAt < now
    const prefix = await prefixKnownAt(ledger, isPast ? knownAt : undefined)()
    if (E.isLeft(prefix)) return prefix
    const { size, root, knownAt: last } = prefix.right
    if (last === null || size === 0) return E.left({ _tag: 'NothingRecorded' })
    return borneOut({ ...ledger, size, root, knownAt: last })
  }

/**
 * What a store finds by an index is not hashed; the records are. The last record that is in was
 * known by then, and the first that is out was not.
 */
const borneOut = async (source: PackSource): Promise<E.Either<LedgerFailure, PackSource>> => {
  const { origin, readAll, size, knownAt } = source
  const edge = await readAll({ from: size - 1, limit: 2 })()
  if (E.isLeft(edge)) return edge
  const wrong = edge.right.find(
    ({ position, recordedAt }) => recordedAt <= knownAt !== position < size,
  )
  if (wrong === undefined) return E.right(source)
  const { position } = wrong
  const reason = `its instant does not bear out that ${size} records were known at ${knownAt}`
  return E.left({ _tag: 'LedgerDamaged', ledger: origin, position, reason })
}
