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
  readonly end?: End
}

const ends = ['withdrawn', 'refusedToAssess', 'refusedToIssue', 'issued', 'transferredOut'] as const

/** A turn that ends a time in which the case is open. */
export type End = (typeof ends)[number]

const isEnd = (turn: Turn): turn is End => ends.some((end) => end === turn)

/** What may overturn the refusal that ended a run: mediation asked for, and appeals lodged. */
interface Disputed {
  readonly end: Turn
  mediated: boolean
}

/**
 * The times in which the case is open. The first is measured by the 20 weeks; those after an
 * overturned refusal run on the tribunal's clock.
 *
 * Source: SI 2014/1530 reg 13(2), 43, 44(2); Children and Families Act 2014 s.52 to 55.
 */
export const runsOf = (path: readonly Milestone[]): readonly Run[] => {
  const runs: Run[] = []
  const abouts = new Map<string, string>()
  let from: CivilDate | undefined
  let refusal: Disputed | undefined
  for (const milestone of path) {
    const { turn, on, appealId = '', about } = milestone
    if (about !== undefined) abouts.set(appealId, about)
    if (turn === 'requested') from = on
    else if (from === undefined && refusal) {
      if (turn === 'mediation') refusal.mediated = true
      if (isOverturned(refusal, milestone, abouts)) from = on
    }
    if (from !== undefined && isEnd(turn)) {
      runs.push({ from, until: on, end: turn })
      from = undefined
      refusal = isRefusal(turn) ? { end: turn, mediated: false } : undefined
    }
  }
  return from === undefined ? runs : [...runs, { from }]
}

const isRefusal = (turn: Turn): boolean => turn === 'refusedToAssess' || turn === 'refusedToIssue'

/** An appeal that is conceded counts as the order that was asked for. */
const isOverturned = (
  { end, mediated }: Disputed,
  { turn, appealId = '' }: Milestone,
  abouts: ReadonlyMap<string, string>,
): boolean => {
  if (turn === 'ordered') return true
  if (turn === 'conceded') return ['assess', 'issue'].includes(abouts.get(appealId) ?? '')
  if (!mediated) return false
  return end === 'refusedToAssess' ? turn === 'agreed' : turn === 'drafted' || turn === 'issued'
}
