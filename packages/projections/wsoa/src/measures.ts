/**
 * The measures that the figures of a programme are sums of.
 */
import { type FactKey, type Measure, things } from '@send-ledger/core/projection'

/** What a count of actions is of: all of a programme, an area of concern, or a workstream. */
export type Scope = 'all' | 'area' | 'workstream'

const actions = things('actions')
const feedback = things('pieces of feedback')
const recommendations = things('recommendations')
const risks = things('risks')

/** What the WSoA projections measure, with the dimensions in order, and the unit of each. */
export const wsoaUnits = {
  // Ever agreed, and ever withdrawn, by programme.
  agreed: actions,
  withdrawn: actions,
  // By programme, scope, id of the area or workstream, and rating ('' where none).
  actions,
  // Whose due date has passed, by the same.
  pastDue: actions,
  // Without evidence, by programme and rating.
  unevidenced: actions,
  // With a changed due date, by programme.
  rebaselined: actions,
  // By programme and cause.
  rebaselines: things('changes of due dates'),
  // With a changed due date, by programme and days between the first and the current one.
  slippage: actions,
  visits: things('visits'),
  reports: things('reports'),
  feedbackGiven: feedback,
  feedbackAnswered: feedback,
  recommendationsMade: recommendations,
  recommendationsAnswered: recommendations,
  risksOpen: risks,
  risksClosed: risks,
  // Open, where someone has agreed to mitigate.
  risksMitigated: risks,
  // Open, by score.
  riskScore: risks,
} as const

/** A measure of the WSoA projections, or a fact that they say. */
export type WsoaMeasure = Measure<keyof typeof wsoaUnits> | FactKey
