/**
 * When a case is open: from the request to its end, and again where a refusal is overturned.
 */
import type { CivilDate } from '@send-ledger/core'
import type { Milestone, Turn } from './path.js'

/** A time in which the case is open: from the first day to the day before `until`. */
export interface Run {
  readonly from: CivilDate
  readonly until?: CivilDate
  /** What ended it. */
  readonly end?: Turn
}

const ends: ReadonlySet<Turn> = new Set([
  'withdrawn',
  'refusedToAssess',
  'refusedToIssue',
  'issued',
  'transferredOut',
])

/**
 * The times in which the case is open. The first is measured by the 20 weeks; those after an
 * overturned refusal run on the tribunal's clock.
 *
 * Source: SI 2014/1530 reg 13(2), 44(2).
 */
export const runsOf = (path: readonly Milestone[]): readonly Run[] => {
  const runs: Run[] = []
  let from: CivilDate | undefined
  let refused = false
  let mediated = false
  for (const { turn, on } of path) {
    if (turn === 'requested') from = on
    else if (from !== undefined && ends.has(turn)) {
      runs.push({ from, until: on, end: turn })
      from = undefined
      refused = turn === 'refusedToAssess' || turn === 'refusedToIssue'
      mediated = false
    } else if (refused && from === undefined) {
      if (turn === 'mediation') mediated = true
      if (turn === 'overturned' || (turn === 'agreed' && mediated)) from = on
    }
  }
  return from === undefined ? runs : [...runs, { from }]
}
