/**
 * The signed points of a set of projections as they come, for those who keep them elsewhere.
 */
import * as E from 'fp-ts/lib/Either.js'
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

/** From where points are followed, of which subjects, and by which law. */
export interface FollowPointsOptions extends FollowOptions {
  /** The law to count by; that of the door unless given. */
  readonly law?: Law
  /** Only these subjects, such as those of one worker of several; all unless told. */
  readonly only?: (subject: StreamId) => boolean
}

/** Points as they come, by a law where none is named. */
export const followPointsBy = (standard: Law) =>
  async function* (
    ledger: Ledger,
    projections: readonly AnyProjection[],
    { from = 0, law = standard, only, stop, retryAfter = untiring }: FollowPointsOptions,
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
