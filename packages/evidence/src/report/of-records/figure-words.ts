/**
 * Figures by their names, as people call them.
 */
import { dateInWords, monthInWords } from '@send-ledger/documents'

/** A figure of a view, or a part that it is worked out from. */
export interface FigureName {
  readonly view: string
  /** Such as `months.issued.all:2021-07`. */
  readonly figure: string
  /** Empty where the figure itself is meant. */
  readonly part: string
}

/**
 * A figure in words: Plans issued, July 2021, all cases. A name that has no words stays as it is.
 */
export const figureInWords = ({ view, figure, part }: FigureName): string => {
  const colon = figure.indexOf(':')
  const name = colon < 0 ? figure : figure.slice(0, colon)
  const item = colon < 0 ? '' : figure.slice(colon + 1)
  const [, stem = '', basis] = /^(.*?)(?:\.(all|excludingExceptions))?$/.exec(name) ?? []
  const known = Object.hasOwn(names, stem) ? names[stem] : undefined
  return [
    joined(known ?? stem, item === '' ? '' : itemInWords(stem, item)),
    ...(view === 'compliance-all-plans' ? ['also after mediation or appeal'] : []),
    ...(basis === undefined ? [] : [bases[basis as keyof typeof bases]]),
    ...(part === '' ? [] : [Object.hasOwn(parts, part) ? (parts[part] as string) : part]),
  ].join(', ')
}

const bases = { all: 'all cases', excludingExceptions: 'without exceptions' } as const

const joined = (what: string, item: string): string => {
  if (item === '') return what.replace(/ to$/, '')
  return what.endsWith(' to') ? `${what} ${item}` : `${what}, ${item}`
}

/** `educationalPsychology / 2021-07`, part by part; an age is `113 / 140`, or `365`. */
const itemInWords = (stem: string, item: string): string => {
  const parts = item.split(' / ').map(itemPart)
  if (stem !== 'open.byAge.count') return parts.join(', ')
  return parts.length === 1 ? `${item} days and more` : `${parts.join(' to ')} days`
}

const itemPart = (part: string): string => {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(part)) return monthInWords(part)
  if (/^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(part)) return dateInWords(part)
  // A code of the catalogue: `educationalPsychology`.
  return /^[a-z]+([A-Z][a-z]+)+$/.test(part)
    ? part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : part
}

const parts: Readonly<Record<string, string>> = {
  numerator: 'numerator',
  denominator: 'denominator',
  before: 'the year before',
  requests: 'requests',
  available: 'FTE available',
  establishedLessInPost: 'established less in post',
  inPostLessEstablished: 'in post less established',
  fte: 'FTE',
  inPost: 'FTE in post, 13 dates together',
  leavers: 'FTE that left',
  count: 'count',
}

const names: Readonly<Record<string, string>> = {
  'months.requests': 'Requests',
  'months.issued': 'Plans issued',
  'months.inTime': 'Plans issued in time',
  'months.percent': 'Per cent in time',
  'months.rolling12.issued': 'Plans issued, 12 months to',
  'months.rolling12.inTime': 'Plans issued in time, 12 months to',
  'months.rolling12.percent': 'Per cent in time, 12 months to',
  'months.durations.over20to52Weeks': 'Plans issued after 20 to 52 weeks',
  'months.durations.over52Weeks': 'Plans issued after more than 52 weeks',
  'months.leftOut.mediationOrAppeal': 'Plans left out after mediation or appeal',
  'months.decisions.decided': 'Decisions whether to assess',
  'months.decisions.inTime': 'Decisions within 6 weeks',
  'months.refusedToAssess': 'Refusals to assess',
  'months.refusedToIssue.total': 'Refusals of a plan',
  'months.refusedToIssue.inTime': 'Refusals of a plan within 16 weeks',
  'months.yearBefore.requests': 'Requests in the same month of the year before',
  'months.yearBefore.changePercent': 'Requests against the year before, per cent',
  'requests.total': 'Requests in all months shown',
  'requests.yearBefore.requests': 'Requests in the same months of the year before',
  'requests.yearBefore.changePercent': 'Requests in all months against the year before, per cent',
  'open.total': 'Open assessments',
  'open.overdue': 'Open beyond 20 weeks',
  'open.byAge.count': 'Open assessments by days since the request',
  plansMaintained: 'Plans maintained',
  'advice.returned': 'Advice returned',
  'advice.inTime': 'Advice within 6 weeks',
  'advice.late': 'Advice after more than 6 weeks',
  'advice.excused': 'Late advice with an exception',
  'advice.outstanding': 'Advice outstanding',
  'advice.overdue': 'Advice overdue',
  'reviews.due': 'Annual reviews due',
  'reviews.held': 'Review meetings held',
  'reviews.decided': 'Reviews decided',
  'reviews.decidedInTime': 'Reviews decided within 4 weeks',
  'reviews.overdue': 'Annual reviews overdue',
  'audits.count': 'Plans audited',
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
  'teams.establishmentFte': 'Established FTE of a team',
  'teams.inPostFte': 'FTE in post of a team',
  'teams.availableFte': 'FTE available of a team',
  'teams.inInductionFte': 'FTE in induction of a team',
  'teams.vacantFte': 'Vacant FTE of a team',
  'teams.overEstablishmentFte': 'Over-establishment FTE of a team',
  'teams.coverFte': 'Cover FTE of a team',
  'totals.establishmentFte': 'Established FTE',
  'totals.inPostFte': 'FTE in post',
  'totals.vacantFte': 'Vacant FTE',
  'totals.overEstablishmentFte': 'Over-establishment FTE',
  'totals.coverFte': 'Cover FTE',
  'pipeline.advertised': 'Posts advertised',
  'pipeline.offered': 'Posts offered',
  'pipeline.expectedStarts.fte': 'FTE expected to start',
  'timeToFillDays.median': 'Median days to fill a post',
  'timeToFillDays.count': 'Posts filled in 12 months',
  'turnover.leaversFte': 'FTE that left in 12 months',
  'turnover.percent': 'Turnover, per cent',
  'series.establishmentFte': 'Established FTE at the end of a month',
  'series.inPostFte': 'FTE in post at the end of a month',
  'series.coverFte': 'Cover FTE at the end of a month',
  'roles.availableFte': 'FTE available of a role',
  'roles.openAssessments': 'Open assessments, for a role',
  'roles.openPerFte': 'Open assessments per FTE of a role',
  'roles.requests3Months': 'Requests in 3 months, for a role',
  'roles.requestsPerFte': 'Requests per FTE of a role',
  'roles.plansPerFte': 'Plans maintained per FTE of a role',
}
