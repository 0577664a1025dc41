/**
 * The points that an answer is read from: those of a snapshot where there is one that fits, with
 * the records since; else those of a replay.
 */
import * as E from 'fp-ts/lib/Either.js'
import { Fold } from '../engine/fold.js'
import { Points } from '../engine/points.js'
import type { AnyProjection } from '../engine/projection.js'
import { replay } from '../engine/replay.js'
import type { Law } from '../law/rule.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Prefix } from '../ledger/known-prefix.js'
import type { Ledger } from '../ledger/port.js'
import { SnapshotDamaged, type SnapshotStore } from '../ledger/snapshot-store.js'
import { base64 } from '../proof/base64.js'
import { areSamePoints } from './same-points.js'
import { openSnapshot, saveSnapshot, snapshotName } from './snapshot.js'

/** What points are made from. */
export interface PointSources {
  readonly ledger: Ledger
  readonly view: { readonly name: string; readonly projections: readonly AnyProjection[] }
  readonly law: Law
  readonly onProgress?: (position: number) => void
}

/** A snapshot is kept anew after so many records, where they are a tenth of those it covers. */
const worthKeeping = 5000

/**
 * What is made of points that cover at least a prefix of a ledger.
 *
 * A snapshot that turns out to be damaged, even while it is read from, is thrown away, and the
 * ledger is replayed.
 */
export const fromPoints = async <A>(
  sources: PointSources,
  prefix: Prefix,
  use: (points: Points) => A,
): Promise<E.Either<LedgerFailure, A>> => {
  const { snapshots } = sources.ledger
  try {
    const kept = snapshots ? await fitting(sources, snapshots) : E.right(undefined)
    if (E.isLeft(kept)) return kept
    const covering = await brought(sources, prefix, kept.right ?? new Points())
    return E.map(use)(covering)
  } catch (cause) {
    if (snapshots === undefined || !(cause instanceof SnapshotDamaged)) throw cause
    snapshots.discard(nameOf(sources))
    return E.map(use)(await brought(sources, prefix, new Points()))
  }
}

const nameOf = ({ view, law }: PointSources): string => snapshotName(view.name, law)

const identityOf = ({ ledger, view, law }: PointSources) => ({
  origin: ledger.origin,
  projections: view.projections,
  law,
})

/** The points of the snapshot, where it covers records that the ledger still has. */
const fitting = async (
  sources: PointSources,
  snapshots: SnapshotStore,
): Promise<E.Either<LedgerFailure, Points | undefined>> => {
  const { ledger } = sources
  const found = openSnapshot(snapshots, nameOf(sources), identityOf(sources))
  if (found === undefined) return E.right(undefined)
  const head = await ledger.head()()
  if (E.isLeft(head)) return head
  if (found.size > head.right.size) return E.right(undefined)
  const root = await ledger.rootAt(found.size)()
  if (E.isLeft(root)) return root
  return E.right(base64(root.right) === found.root ? found.points : undefined)
}

/** Points brought up to a prefix, and kept where that was long. */
const brought = async (
  sources: PointSources,
  prefix: Prefix,
  points: Points,
): Promise<E.Either<LedgerFailure, Points>> => {
  const { ledger, view, law, onProgress } = sources
  const from = points.size
  if (from >= prefix.size) return E.right(points)
  const fold = new Fold(view.projections, law, { points })
  const replayed = await replay(ledger, fold, {
    upTo: prefix.size,
    ...(onProgress ? { onProgress } : {}),
  })()
  if (E.isLeft(replayed)) return replayed
  if (ledger.snapshots && points.size - from >= Math.max(worthKeeping, from / 10)) {
    saveSnapshot(ledger.snapshots, nameOf(sources), {
      of: identityOf(sources),
      prefix: { size: points.size, root: base64(prefix.root) },
      points,
    })
  }
  return E.right(points)
}

/**
 * Whether the points of a view's snapshot are those of a replay, column by column; undefined where
 * there is no snapshot that fits the ledger.
 *
 * Errors: the ledger's failures.
 *
 * @example
 * import { civilDate, defaultLaw, endOfDay } from '@send-ledger/core'
 * import { isSnapshotTrue } from '@send-ledger/core/store'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => endOfDay(civilDate('2021-07-31')) })
 * const isTrue = await isSnapshotTrue({ ledger, view: complianceView, law: defaultLaw })
 * assert.deepStrictEqual(isTrue, { _tag: 'Right', right: undefined })
 */
export const isSnapshotTrue = async (
  sources: PointSources,
): Promise<E.Either<LedgerFailure, boolean | undefined>> => {
  const { ledger, view, law } = sources
  const kept = await fittingOrDamaged(sources)
  if (kept === 'damaged') return E.right(false)
  if (E.isLeft(kept)) return kept
  const points = kept.right
  if (points === undefined) return E.right(undefined)
  const replayed = await replay(ledger, new Fold(view.projections, law), { upTo: points.size })()
  return E.map((fold: Fold) => areSame(points, fold.points))(replayed)
}

const fittingOrDamaged = async (
  sources: PointSources,
): Promise<'damaged' | E.Either<LedgerFailure, Points | undefined>> => {
  const { snapshots } = sources.ledger
  try {
    return snapshots ? await fitting(sources, snapshots) : E.right(undefined)
  } catch (cause) {
    if (cause instanceof SnapshotDamaged) return 'damaged'
    throw cause
  }
}

const areSame = (kept: Points, replayed: Points): boolean => {
  try {
    return areSamePoints(kept, replayed)
  } catch (cause) {
    if (cause instanceof SnapshotDamaged) return false
    throw cause
  }
}
