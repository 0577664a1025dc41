/**
 * The measures that the figures of a programme are sums of.
 */
import { type Measure, things } from '@send-ledger/core/projection'

/** What a count of actions is of: all of a programme, an area of concern, or a workstream. */
export type Scope = 'all' | 'area' | 'workstream'

const programmes = things('programmes')
const actions = things('actions')
const measures = things('measures of impact')
const milestones = things('milestones')
const risks = things('risks')
const reports = things('reports')
const feedback = things('pieces of feedback')
const recommendations = things('recommendations')
const groups = things('areas or workstreams')

/**
 * What the WSoA projections measure, with the dimensions in order, and the unit of each. Text that
 * a view shows, such as a title, is a dimension: it holds while its measure is not zero.
 */
export const wsoaUnits = {
  // By id, title and framework.
  programme: programmes,
  // Ever closed, by id and the date.
  closed: programmes,
  // In use, by programme, order, place in the list, code, label, and whether complete.
  rating: things('ratings'),
  // Areas of concern, by programme, number, id and title.
  area: things('areas'),
  // By programme, date, position, id, title.
  workstream: things('workstreams'),
  // Areas or workstreams (or the whole) no longer monitored, by programme, scope, id and date.
  stoodDown: groups,
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
  // By id, title, unit, better, baseline, target, the target's date, area.
  impact: measures,
  // With a latest actual, or projected, value: by id, value and date.
  actual: measures,
  projected: measures,
  // By id of the measure of impact, the date by which, and value.
  milestone: milestones,
  // The one due at the date of the latest actual value, by id and value.
  milestoneOfLatest: milestones,
  visits: things('visits'),
  reports,
  // Presented, by date, stream, title and to whom.
  report: reports,
  feedbackGiven: feedback,
  feedbackAnswered: feedback,
  // Not answered, by date, stream and id.
  feedbackOpen: feedback,
  recommendationsMade: recommendations,
  recommendationsAnswered: recommendations,
  // Not answered, by date, stream and id.
  recommendationOpen: recommendations,
  risksOpen: risks,
  risksClosed: risks,
  // Open, where someone has agreed to mitigate.
  risksMitigated: risks,
  // Open, by score.
  riskScore: risks,
  // Streams that there are, by their id.
  known: things('streams'),
  // What a stream refers to: the stream, the field, the id, and of a group its programme.
  refersTo: things('references'),
} as const

/** A measure of the WSoA projections. */
export type WsoaMeasure = Measure<keyof typeof wsoaUnits>
