/**
 * A walk along the log of the server, from one place to another: each event once and in order,
 * taken up where it broke off. What the server sends is doubted, and asked for again.
 */
import * as E from 'fp-ts/lib/Either.js'
import { attempted, type Patience } from './attempts.js'
import type { Damage } from './order.js'
import { isBefore, type Place } from './place.js'
import { endedEarly, passing, type WireProblem } from './problem.js'
import type { HeardEvent, Wire } from './wire.js'

/** What becomes of an event: more are wanted, or no more, or it cannot be what was written. */
export type Heed = (event: HeardEvent) => 'More' | 'Enough' | Damage

/** From where to where: the events after a place, those of a last place included. */
export interface Way {
  /** A place at which the server has an event, or had one; the beginning of the log unless told. */
  readonly from: Place | undefined
  readonly after: Place | undefined
  readonly to: Place
}

/** What a walk needs. */
export interface Walker {
  readonly wire: Wire
  readonly patience: Patience
  /** The position that the next record takes, for what is wrong there. */
  readonly here: () => number
}

/** What is wrong where there was something. */
export const gone = 'the record is no longer there'

/** Walks. What is still doubtful when patience ends is damage. */
export const walk = async (
  { wire, patience, here }: Walker,
  { from, after, to }: Way,
  heed: Heed,
): Promise<E.Either<WireProblem | { readonly _tag: 'Damaged'; readonly damage: Damage }, void>> => {
  let at = after
  let doubts: readonly Damage[] = []
  const walked = await attempted(patience, async () => {
    doubts = []
    let isEnough = false
    let held: HeardEvent | undefined
    const take = (event: HeardEvent): boolean => {
      const heeded = heed(event)
      if (typeof heeded === 'object') doubts = [heeded]
      else at = event.place
      isEnough = heeded === 'Enough'
      return heeded === 'More'
    }
    // An event counts when the next one has come, or when the read ends with it: those that come
    // the wrong way round are found out before they are taken.
    const read = await wire.all(at ?? from, (event) => {
      if (at !== undefined && !isBefore(at, event.place)) return true
      const before = held
      held = undefined
      if (before !== undefined) {
        if (!isBefore(before.place, event.place)) {
          doubts = [{ position: here(), reason: 'events come out of order' }]
          return false
        }
        if (!take(before)) return false
      }
      if (isBefore(to, event.place)) {
        // Beyond the end; what lies there must have come before.
        if (isBefore(at, to)) doubts = [{ position: here(), reason: gone }]
        return false
      }
      held = event
      return true
    })
    if (E.isLeft(read)) return read
    if (held !== undefined) take(held)
    const [doubt] = doubts
    if (doubt !== undefined) return E.left(passing(doubt.reason))
    return isEnough || !isBefore(at, to) ? E.right(undefined) : E.left(endedEarly)
  })
  const [doubt] = doubts
  if (E.isRight(walked) || doubt === undefined) return walked
  return E.left({ _tag: 'Damaged', damage: doubt })
}
