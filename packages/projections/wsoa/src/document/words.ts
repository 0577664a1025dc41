/**
 * What people call the figures of the WSoA view.
 */

/** The words for each figure, by its name without a basis and an item. */
export const wsoaWords: Readonly<Record<string, string>> = {
  'programmes.actions': 'Actions',
  'programmes.ratings.count': 'Actions by rating',
  'programmes.notRated': 'Actions not rated',
  'programmes.overdue': 'Actions overdue',
  'programmes.rebaselined': 'Actions with another due date',
  'programmes.rebaselinesByCause.count': 'Due dates changed, by cause',
  'programmes.slippageDays.median': 'Median slippage of actions, days',
  'programmes.slippageDays.max': 'Longest slippage of actions, days',
  'programmes.unevidenced': 'Actions complete without evidence',
  'programmes.areas.actions': 'Actions of an area',
  'programmes.areas.ratings.count': 'Actions of an area by rating',
  'programmes.areas.notRated': 'Actions of an area not rated',
  'programmes.areas.overdue': 'Actions of an area overdue',
  'programmes.workstreams.actions': 'Actions of a workstream',
  'programmes.workstreams.ratings.count': 'Actions of a workstream by rating',
  'programmes.workstreams.notRated': 'Actions of a workstream not rated',
  'programmes.workstreams.overdue': 'Actions of a workstream overdue',
  'programmes.series.ratings.count': 'Actions by rating at the end of a month',
  'programmes.series.notRated': 'Actions not rated at the end of a month',
  'oversight.visits': 'Monitoring visits',
  'oversight.feedback.given': 'Feedback given',
  'oversight.feedback.answered': 'Feedback answered',
  'oversight.recommendations.made': 'Recommendations made',
  'oversight.recommendations.answered': 'Recommendations answered',
  'risks.open': 'Risks open',
  'risks.closed': 'Risks closed',
  'risks.mitigated': 'Open risks with a mitigation',
  'risks.byScore.count': 'Open risks by score',
}
