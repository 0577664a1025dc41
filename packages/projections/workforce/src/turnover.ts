/**
 * Turnover: those who left within a year, against those in post over it.
 */
import {
  type Derived,
  dayAfter,
  decimal,
  measure,
  monthBefore,
  monthOf,
  plus,
  type Reader,
  rate,
  yearBefore,
} from '@send-ledger/core/projection'
import type { WorkforceMeasure } from './measures.js'

/** Permanent and fixed-term workers who left in the 12 months to the as-at date. */
export interface Turnover {
  /** Unit: FTE as a decimal in shortest form. */
  readonly leaversFte: Derived
  /** Of the average FTE in post, one decimal; null where no one was in post. */
  readonly percent: Derived
}

/** The average is taken at 13 points: the as-at date and the 12 ends of months before it. */
export const turnover = (read: Reader<WorkforceMeasure>): Turnover => {
  const { asAt } = read
  const leavers = read.between('left', dayAfter(yearBefore(asAt)), asAt)
  const lastMonth = monthOf(asAt)
  const ends = Array.from({ length: 12 }, (_, i) => monthBefore(lastMonth, i + 1).last)
  const points = [asAt, ...ends]
  const inPost = plus(
    ...points.flatMap((on) =>
      read
        .dimensions('inPost', [], on)
        .map(([team = '', role = '']) => read.at(measure('inPost', team, role), on)),
    ),
  )
  return {
    leaversFte: decimal(leavers),
    percent: rate(leavers, inPost, { times: points.length * 100, named: { leavers, inPost } }),
  }
}
