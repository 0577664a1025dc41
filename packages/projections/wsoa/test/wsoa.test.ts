/**
 * What the independent computation does not look at: dangling references, milestones, scores,
 * things no longer monitored.
 */
import { civilDate, type LedgerRecord, shown } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { wsoaView } from '@send-ledger/wsoa'

type Told = readonly [stream: string, type: string, on: string, data?: object]

const asked = (asAt: string, ...told: readonly Told[]) => {
  const records = told.map(([stream, type, effectiveOn, data = {}], position) => {
    const revision = told.slice(0, position).filter(([other]) => other === stream).length
    return { id: `id-${position}`, type, version: 1, stream, effectiveOn, data, position, revision }
  })
  return shown(answerOf(records as never as LedgerRecord[], wsoaView, { asAt: civilDate(asAt) }))
}

const programme: Told = [
  'programme-1',
  'ProgrammeEstablished',
  '2021-01-01',
  { title: 'P', framework: 'writtenStatementOfAction' },
]

const action = (areaId: string, on = '2021-01-01'): Told => [
  'action-1',
  'ActionAgreed',
  on,
  { programmeId: 'programme-1', areaIds: [areaId], workstreamId: 'w', dueOn: '2021-03-31' },
]

test('what is referred to and not on record is listed, until it is', () => {
  const area: Told = [
    'programme-1',
    'AreaOfConcernIdentified',
    '2021-02-01',
    { areaId: 'a', number: 1, title: 'A' },
  ]
  expect(asked('2021-01-31', action('a')).dangling).toEqual([
    { from: 'action-1', field: 'areaIds', to: 'a' },
    { from: 'action-1', field: 'programmeId', to: 'programme-1' },
    { from: 'action-1', field: 'workstreamId', to: 'w' },
  ])
  expect(asked('2021-02-28', programme, area, action('a')).dangling).toEqual([
    { from: 'action-1', field: 'workstreamId', to: 'w' },
  ])
})

test('an action is overdue from the day after it is due, in the series as at each month end', () => {
  expect(asked('2021-03-31', programme, action('a')).programmes[0]?.overdue).toBe(0)
  const april = asked('2021-04-01', programme, action('a')).programmes[0]
  expect([april?.overdue, april?.series.map(({ on }) => on)]).toEqual([
    1,
    ['2021-01-31', '2021-02-28', '2021-03-31'],
  ])
})

test('a milestone is one that was due; a projected value is not an actual one', () => {
  const measure: Told = [
    'measure-1',
    'MeasureDefined',
    '2021-01-01',
    { programmeId: 'programme-1', title: 'T', unit: 'weeks', better: 'lower' },
  ]
  const [shownMeasure] = asked(
    '2021-07-31',
    measure,
    ['measure-1', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-06-30', value: 30 }],
    ['measure-1', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-09-30', value: 20 }],
    ['measure-1', 'MeasureRecorded', '2021-06-30', { value: 28.5, status: 'actual' }],
    ['measure-1', 'MeasureRecorded', '2021-07-31', { value: 0.0000001, status: 'projected' }],
  ).measures
  expect(shownMeasure).toMatchObject({
    latest: '28.5',
    met: null,
    milestone: { by: '2021-06-30', value: '30', met: true },
    stale: false,
    projected: { value: '0.0000001', on: '2021-07-31' },
  })
})

test('risks are scored as last assessed, and unanswered feedback has an age', () => {
  const view = asked(
    '2021-07-31',
    [
      'risk-1',
      'RiskRaised',
      '2021-01-01',
      { programmeId: 'programme-1', likelihood: 2, impact: 3 },
    ],
    ['risk-1', 'RiskReassessed', '2021-02-01', { likelihood: 4, impact: 5 }],
    ['risk-1', 'MitigationAgreed', '2021-03-01', { mitigationId: 'm' }],
    ['oversight-1', 'MonitoringVisitHeld', '2021-07-23', { by: ['DfE'] }],
    ['oversight-1', 'FeedbackGiven', '2021-07-23', { feedbackId: 'f', text: 'T' }],
  )
  expect(view.risks).toEqual({
    open: 1,
    closed: 0,
    mitigated: 1,
    byScore: [{ score: 20, count: 1 }],
  })
  expect(view.oversight.feedback.unanswered).toEqual([
    { oversight: 'oversight-1', id: 'f', on: '2021-07-23', daysOpen: 8 },
  ])
})

test('a due date at the end of the calendar is never overdue', () => {
  const [, , , data] = action('a')
  const far: Told = ['action-1', 'ActionAgreed', '2021-01-01', { ...data, dueOn: '9999-12-31' }]
  expect(asked('2021-07-31', programme, far).programmes[0]).toMatchObject({
    actions: 1,
    overdue: 0,
  })
})

test('a value is judged by the milestone of its own date, and is stale once another has fallen due', () => {
  const measured = [
    ['measure-1', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-06-30', value: 30 }],
    ['measure-1', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-09-30', value: 20 }],
    ['measure-1', 'MeasureRecorded', '2021-07-15', { value: 28, status: 'actual' }],
  ] as const
  const defined: Told = [
    'measure-1',
    'MeasureDefined',
    '2021-01-01',
    { programmeId: 'programme-1', title: 'T', unit: 'weeks', better: 'lower' },
  ]
  const at = (asAt: string, ...more: readonly Told[]) => {
    const { milestone, stale } = asked(asAt, defined, ...measured, ...more).measures[0] ?? {}
    return { ...milestone, stale }
  }
  expect(at('2021-09-29')).toMatchObject({ by: '2021-06-30', met: true, stale: false })
  expect(at('2021-09-30')).toEqual({ by: '2021-09-30', value: '20', met: true, stale: true })
  // A milestone set anew counts as it is set by the date asked about.
  const revised: Told = [
    'measure-1',
    'MeasureMilestoneSet',
    '2021-08-01',
    { by: '2021-06-30', value: 25 },
  ]
  expect(at('2021-09-30', revised)).toMatchObject({ value: '20', met: false, stale: true })
  const anew: Told = ['measure-1', 'MeasureRecorded', '2021-10-01', { value: 28, status: 'actual' }]
  expect(at('2021-10-02', anew)).toMatchObject({ value: '20', met: false, stale: false })
})
