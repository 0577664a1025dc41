/**
 * Why a case does not stand in a figure of open cases, or of plans.
 */
import type { CivilDate } from '@send-ledger/core'
import { inOrder, later, measure, nameOf, type Sum } from '@send-ledger/core/projection'
import type { PathFacts } from './path.js'
import { type End, runsOf } from './runs.js'

/**
 * Why a case stands outside a figure: what ended it, that it was not requested by then, or how
 * it is open; of plans, that none was sent, or on another day.
 */
export type OutsideBecause =
  | End
  | 'notRequested'
  | 'withinLimit'
  | 'reopened'
  | 'exception'
  | 'otherAge'
  | 'notIssued'
  | 'otherMonth'

const ofOpenCases: ReadonlySet<string> = new Set(['open', 'openFrom', 'overdue'])
const ofPlansSent: ReadonlySet<string> = new Set(['issued', 'inTime', 'over52Weeks'])

/**
 * Why a case is not in a figure that it could be in; undefined for figures of something else.
 *
 * @example
 * import { pathProjection, whyOutside } from '@send-ledger/compliance'
 * import { civilDate } from '@send-ledger/core'
 *
 * const reads = [{ measure: 'open', to: civilDate('2021-07-31'), times: 1 }]
 * assert.strictEqual(whyOutside({ reads }, pathProjection.initial()), 'notRequested')
 */
export const whyOutside = (
  figure: Pick<Sum, 'reads'>,
  facts: PathFacts,
): OutsideBecause | undefined => {
  const names = new Set(figure.reads.map((read) => nameOf(read.measure)))
  const areAll = (of: ReadonlySet<string>): boolean =>
    names.size > 0 && [...names].every((name) => of.has(name))
  if (areAll(ofPlansSent)) {
    return facts.milestones.some(({ turn }) => turn === 'issued') ? 'otherMonth' : 'notIssued'
  }
  return areAll(ofOpenCases) ? whyNotOpen(figure, facts) : undefined
}

const whyNotOpen = ({ reads }: Pick<Sum, 'reads'>, facts: PathFacts): OutsideBecause => {
  const asAt = reads.map(({ to }) => to).reduce(later)
  const isBy = (on: CivilDate): boolean => on <= asAt
  const runs = runsOf(inOrder(facts.milestones.filter(({ on }) => isBy(on))))
  const last = runs.at(-1)
  if (last === undefined) return 'notRequested'
  if (last.end !== undefined) return last.end
  if (reads.every((read) => nameOf(read.measure) !== 'overdue')) return 'otherAge'
  if (runs.length > 1) return 'reopened'
  const isOfExceptions = reads.some(
    (read) => read.measure === measure('overdue', 'excludingExceptions'),
  )
  return isOfExceptions && facts.exceptions.some(isBy) ? 'exception' : 'withinLimit'
}
