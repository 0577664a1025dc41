/**
 * The signed points of a set of projections as they come, for those who keep them elsewhere.
 */
import * as E from 'fp-ts/lib/Either.js'
import { defaultLaw } from '../ask/answer.js'
import { Fold } from '../engine/fold.js'
import { measure, partsOf } from '../engine/measure.js'
import { type Point, Points } from '../engine/points.js'
import type { AnyProjection } from '../engine/projection.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Law } from '../law/rule.js'
import type { LedgerFailure } from '../ledger/failures.js'
import type { Ledger } from '../ledger/port.js'
import type { Hash } from '../proof/merkle.js'
import { type CivilDate, dateOfDay, dayOf } from '../time/civil-date.js'
import type { Instant } from '../time/instant.js'
import { folded } from './folded.js'
import type { FollowOptions } from './follow.js'
import { isOver, patiently, untiring } from './patience.js'

/** A signed point: from a record on, a measure is `change` higher from a day. */
export interface FollowedPoint {
  readonly position: number
  /** When the record became known. */
  readonly recordedAt: Instant
  readonly subject: StreamId
  /** The name of the measure and its dimensions. */
  readonly measure: readonly string[]
  readonly happenedOn: CivilDate
  readonly change: number
}

/** The points that some records made. */
export interface FollowedPoints {
  /** In the order of their positions. */
  readonly points: readonly FollowedPoint[]
  /** How many records of the ledger are covered now: who keeps the points goes on from here. */
  readonly size: number
  /** Merkle root over those records. */
  readonly root: Hash
  /** Whether the ledger had no more when these were read. */
  readonly isCaughtUp: boolean
}

/** From where points are followed, of whom, and by which law. */
export interface FollowPointsOptions extends FollowOptions {
  /** `england-1`, counting exclusively, unless told. */
  readonly law?: Law
  /** Only these subjects, such as those of one worker of several; all unless told. */
  readonly only?: (subject: StreamId) => boolean
}

/**
 * The points of a ledger's records from a position on, page by page, and those of the records that
 * come. They are those that a replay gives; of the records before that position only what their
 * subjects need is read.
 *
 * Errors: those of `follow`.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { followPoints } from '@send-ledger/core/live'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const { signal: stop } = new AbortController()
 * for await (const page of followPoints(ledger, complianceView.projections, { stop })) {
 *   assert.strictEqual(page._tag === 'Right' && page.right.points.length, 0)
 *   break
 * }
 */
export async function* followPoints(
  ledger: Ledger,
  projections: readonly AnyProjection[],
  { from = 0, law = defaultLaw, only, stop, retryAfter = untiring }: FollowPointsOptions,
): AsyncGenerator<E.Either<LedgerFailure, FollowedPoints>, void> {
  const passing = new PassingPoints()
  passing.size = from
  const fold = new Fold(projections, law, { points: passing })
  for await (const page of folded(ledger, fold, { stop, retryAfter, only })) {
    if (E.isLeft(page)) return yield page
    const { records, isCaughtUp } = page.right
    const first = records[0]?.position ?? 0
    const points = passing.taken().map(
      ({ position, subject, measure, day, change }): FollowedPoint => ({
        position,
        recordedAt: (records[position - first] as LedgerRecord).recordedAt,
        subject,
        measure: partsOf(measure),
        happenedOn: dateOfDay(day),
        change,
      }),
    )
    const { size } = passing
    const root = await patiently(ledger, ledger.rootAt(size), { retryAfter, stop })
    if (isOver(root)) return
    if (E.isLeft(root)) return yield root
    yield E.right({ points, size, root: root.right, isCaughtUp })
  }
}

/**
 * Points that were handed on, put together to be asked: those of one worker, or, by `pointsMonoid`,
 * of all of them.
 *
 * @param size how many records of the ledger they cover.
 *
 * @example
 * import { gatheredPoints } from '@send-ledger/core/live'
 *
 * assert.strictEqual(gatheredPoints([], 7).size, 7)
 */
export const gatheredPoints = (points: Iterable<FollowedPoint>, size: number): Points => {
  const gathered = new Points()
  for (const {
    position,
    measure: [name = '', ...parts],
    happenedOn,
    change,
    subject,
  } of points) {
    const number = gathered.measureNumbers.numberOf(measure(name, ...parts))
    const of = gathered.subjectNumbers.numberOf(subject)
    gathered.add(position, number, dayOf(happenedOn), change, of)
  }
  gathered.size = size
  return gathered
}

/** Points that are handed on and not kept. */
class PassingPoints extends Points {
  private told: Point[] = []

  override add(
    position: number,
    measure: number,
    day: number,
    change: number,
    subject: number,
  ): void {
    this.told.push({
      position,
      day,
      measure: this.measureNumbers.nameOf(measure),
      change,
      subject: this.subjectNumbers.nameOf(subject),
    })
  }

  taken(): readonly Point[] {
    const points = this.told
    this.told = []
    return points
  }
}
