/**
 * What Walsall Council published, to 31 July 2021: figures as they were told, none worked out by
 * the ledger.
 *
 * Source: Walsall Council, report to scrutiny on the SEND Local Area Improvement Programme.
 */

/** The published figures. Timeliness leaves cases with an exception out. */
export const published = {
  source:
    'Walsall Council, report to scrutiny on the SEND Local Area Improvement Programme, figures to 31 July 2021',
  asAt: '2021-07-31',
  timeliness: {
    months: [
      told('2021-01', [34, 22, '64.7'], [521, 129, '24.8']),
      told('2021-02', [33, 20, '60.6'], [517, 149, '28.8']),
      told('2021-03', [25, 11, '44.0'], [488, 150, '30.7']),
      told('2021-04', [23, 17, '73.9'], [464, 156, '33.6']),
      told('2021-05', [17, 5, '29.4'], [413, 148, '35.8']),
      told('2021-06', [19, 9, '47.4'], [397, 149, '37.5']),
      told('2021-07', [33, 7, '21.2'], [402, 151, '37.6']),
    ],
    /** What the rolling figures imply of the months before. */
    impliedBefore: [
      { month: '2020-02', issued: 37, inTime: 0 },
      { month: '2020-03', issued: 54, inTime: 10 },
      { month: '2020-04', issued: 47, inTime: 11 },
      { month: '2020-05', issued: 68, inTime: 13 },
      { month: '2020-06', issued: 35, inTime: 8 },
      { month: '2020-07', issued: 28, inTime: 5 },
    ],
    /** August to December 2020 are known only together. */
    impliedTogether: { from: '2020-08', to: '2020-12', issued: 218, inTime: 60 },
  },
  openAssessments: { on: '2021-07-31', open: 346, overdue: 81 },
  requests: { months: ['2021-05', '2021-06'], count: 209, toldIncreaseOnYearBefore: '75%' },
  plansMaintained: [
    { on: '2020-01-16', count: 2106 },
    { on: '2020-07-31', count: 2448 },
    { on: '2021-01-14', count: 2596 },
    { on: '2021-07-31', count: 2742 },
  ],
  /** The report names the month; the last day of it is taken. */
  backlog: { from: '2019-03', openOn: '2019-03-31', assessments: 359, clearedOn: '2020-10-31' },
  programme: {
    actions: 184,
    areasOfConcern: 9,
    workstreams: [
      'Co-Production and Engagement',
      'Improving Outcomes',
      'Joint Commissioning',
      'EHCP Assessment Processes',
    ],
  },
  visit: {
    on: '2021-07-23',
    by: ['Department for Education', 'NHS', 'Clinical Commissioning Group'],
    feedback: [
      "Set the strategic 'what next', and how to work with the Walsall Learning Alliance",
      'Develop the relationship of the local authority and Health further',
      'The local offer makes slow progress; one made with families goes live on 1 September',
      'Keep to the timeliness and effectiveness of plans; show with data how quality has improved',
      'Hear more parents, beyond FACE, in feedback',
    ],
  },
  workforce: {
    postsFunded: [
      { team: 'EHC Assessment', count: 6 },
      { team: 'Educational Psychology', count: 1 },
    ],
    advertisedClosing: '2021-08',
  },
} as const

function told(
  month: string,
  [issued, inTime, percent]: readonly [number, number, string],
  [yearIssued, yearInTime, yearPercent]: readonly [number, number, string],
) {
  return {
    month,
    issued,
    inTime,
    percent,
    rolling12: { issued: yearIssued, inTime: yearInTime, percent: yearPercent },
  } as const
}

/** What of the example was published nowhere: invented so that a history is whole. */
export const illustrative: readonly string[] = [
  'the months August to December 2020, of which only the sum is published (218 plans, 60 in time)',
  'every single case, its dates, its advice and its exceptions; only their sums are published',
  'the requests of May and June 2020: 119, the number nearest to the "75%" increase that was told',
  'ratings, due dates, evidence and the wording of the actions: the chart of ratings was a picture',
  'the titles of the areas of concern',
  'the baselines and targets of the measures of impact, and the risks',
  'posts and workers, but for the six and the one that were funded',
  'the day on which the report was presented, and everything recorded after 31 July 2021',
]
