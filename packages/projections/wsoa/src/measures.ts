/**
 * The measures that the figures of a programme are sums of, with their dimensions in order.
 */
import type { Measure } from '@send-ledger/core/projection'

/** What a count of actions is of: all of a programme, an area of concern, or a workstream. */
export type Scope = 'all' | 'area' | 'workstream'

/**
 * A measure of the WSoA projections. Unit: whatever the comment beside it counts. Text that a
 * view shows, such as a title, is a dimension: it holds while its measure is not zero.
 */
export type WsoaMeasure = Measure<
  // Programmes, by id, title and framework.
  | 'programme'
  // Programmes closed, by id and the date.
  | 'closed'
  // Ratings in use, by programme, order, place in the list, code, label, and whether complete.
  | 'rating'
  // Areas of concern, by programme, number, id and title.
  | 'area'
  // Workstreams, by programme, date, position, id, title.
  | 'workstream'
  // Areas or workstreams (or the whole) no longer monitored, by programme, scope, id and date.
  | 'stoodDown'
  // Actions ever agreed, by programme.
  | 'agreed'
  // Actions ever withdrawn, by programme.
  | 'withdrawn'
  // Actions, by programme, scope, id of the area or workstream, and rating ('' where none).
  | 'actions'
  // Actions whose due date has passed, by the same.
  | 'pastDue'
  // Actions without evidence, by programme and rating.
  | 'unevidenced'
  // Actions with a changed due date, by programme.
  | 'rebaselined'
  // Changes of due dates, by programme and cause.
  | 'rebaselines'
  // Actions with a changed due date, by programme and days between the first and the current one.
  | 'slippage'
  // Measures of impact, by id, title, unit, better, baseline, target, the target's date, area.
  | 'impact'
  // Latest actual, or projected, value: by id, value and date.
  | 'actual'
  | 'projected'
  // Milestones, by id, the date by which, and value.
  | 'milestone'
  // The milestone due at the date of the latest actual value, by id and value.
  | 'milestoneOfLatest'
  | 'visits'
  | 'reports'
  // Reports presented, by date, stream, title and to whom.
  | 'report'
  | 'feedbackGiven'
  | 'feedbackAnswered'
  // Feedback not answered, by date, stream and id.
  | 'feedbackOpen'
  | 'recommendationsMade'
  | 'recommendationsAnswered'
  // Recommendations not answered, by date, stream and id.
  | 'recommendationOpen'
  | 'risksOpen'
  | 'risksClosed'
  // Open risks that someone has agreed to mitigate.
  | 'risksMitigated'
  // Open risks by score.
  | 'riskScore'
  // Streams that there are, by their id.
  | 'known'
  // What a stream refers to: the stream, the field, the id, and of a group its programme.
  | 'refersTo'
>
