/**
 * The questions that are asked of us and of the others: twelve months of requests, plans issued,
 * plans in time, and the cases open and overdue at the end of each month; as at a day, as known at
 * a size of the ledger.
 */
import { dateOf, firstDay } from './history.mjs'
import { complianceView, core, measure } from './ours.mjs'
import { spansTo } from './questions-sql.mjs'

const issued = measure('issued', 'all', 'all')
const inTime = measure('inTime', 'all', 'all')
const overdue = measure('overdue', 'all')

/** Random questions: a day after the first year, and a size of the ledger. */
export const questionsOf = (count, size, lastDay) => {
  let state = 12_345
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 4_294_967_296
  }
  return Array.from({ length: count }, () => {
    const day = firstDay + 400 + Math.floor(random() * (lastDay - firstDay - 400))
    return { day, size: Math.floor(random() * size), ...datesOf(day) }
  })
}

/** What is asked, as dates: who asks has them at hand. */
const datesOf = (day) => ({
  asAt: dateOf(day),
  spans: spansTo(day).map(({ first, last }) => ({ from: dateOf(first), to: dateOf(last) })),
})

const series = {
  name: 'series',
  version: 1,
  projections: complianceView.projections,
  usesLaw: true,
  defaults: {},
  answer: (read, { spans }) =>
    spans.map(({ from, to }) => [
      read.between('requests', from, to).value,
      read.between(issued, from, to).value,
      read.between(inTime, from, to).value,
      read.at('open', to).value,
      read.at(overdue, to).value,
    ]),
}

/** Our answer, from points at hand. */
export const ourSeries = (points, { size, asAt, spans }) =>
  core.ask(series, { points, size, asAt }, { spans })

/** One figure, from points at hand. */
export const ourFigure = (points, { day, size }) => points.sum('open', day, size)
