import type { Draft } from '@send-ledger/core'
import type { EventType } from '@send-ledger/core/records'
import { draft, emptyLedger, event, idOf, outcomes } from '../given.js'

type Told = readonly [type: EventType, on: string, data?: object, recordedOn?: string]

const drafts = (stream: string, told: readonly Told[]): readonly Draft[] =>
  told.map(([type, on, data, recordedOn], n) =>
    draft(event(n, stream, type, on, data), recordedOn ?? '2021-11-30'),
  )

/** The sentence for the last event; those before it must be taken. */
const lastOutcome = async (stream: string, told: readonly Told[]): Promise<string> => {
  const all = await outcomes(emptyLedger(), drafts(stream, told))
  expect(all.slice(0, -1).filter((each) => each !== 'ok')).toEqual([])
  return all.at(-1) as string
}

const request: Told = [
  'RequestReceived',
  '2021-01-04',
  { requestedBy: 'school', startedBy: 'request' },
]
const agreed: Told = ['AssessmentAgreed', '2021-02-01']
const refusedToAssess: Told = ['AssessmentRefused', '2021-02-01']
const advice: Told = ['AdviceRequested', '2021-02-02', { adviceId: '1', kind: 'health' }]
const issued: Told = ['PlanIssued', '2021-05-24']
const forward: Told = ['PlanBroughtForward', '2020-01-01']

test.each<[string, string, readonly Told[], string]>([
  ['a case starts otherwise', 'case-1', [agreed], 'must start with RequestReceived'],
  [
    'a case starts twice',
    'case-1',
    [request, forward],
    'There may be only one RequestReceived or PlanBroughtForward',
  ],
  [
    'a case has something before its start',
    'case-1',
    [request, ['AssessmentAgreed', '2021-01-03']],
    'nothing of it may be dated before',
  ],
  [
    'a second decision comes by itself',
    'case-1',
    [request, agreed, ['AssessmentRefused', '2021-03-01']],
    'decided once',
  ],
  [
    'a third decision comes',
    'case-1',
    [
      request,
      refusedToAssess,
      ['MediationRequested', '2021-02-10', { about: 'assess' }],
      ['AssessmentAgreed', '2021-03-01'],
      ['AssessmentRefused', '2021-03-02'],
    ],
    'decided once',
  ],
  [
    'advice is requested before it is agreed to assess',
    'case-1',
    [request, advice],
    'AdviceRequested needs AssessmentAgreed',
  ],
  [
    'advice is requested earlier than it was agreed to assess',
    'case-1',
    [request, agreed, ['AdviceRequested', '2021-01-31', { adviceId: '1', kind: 'health' }]],
    'AdviceRequested needs AssessmentAgreed',
  ],
  [
    'advice returns that nobody asked for',
    'case-1',
    [request, agreed, advice, ['AdviceReturned', '2021-03-01', { adviceId: '2' }]],
    'AdviceReturned needs the AdviceRequested',
  ],
  [
    'advice returns before it was asked for',
    'case-1',
    [request, agreed, advice, ['AdviceReturned', '2021-02-01', { adviceId: '1' }]],
    'not dated before it',
  ],
  [
    'advice has the id of other advice',
    'case-1',
    [request, agreed, advice, ['AdviceRequested', '2021-02-03', { adviceId: '1', kind: 'school' }]],
    'adviceId of its own',
  ],
  [
    'a plan is issued twice',
    'case-1',
    [request, issued, ['PlanIssued', '2021-06-01']],
    'only one PlanIssued',
  ],
  [
    'a plan is issued without a request',
    'case-1',
    [forward, issued],
    'PlanIssued needs a RequestReceived',
  ],
  [
    'a plan is issued after the request was withdrawn',
    'case-1',
    [request, ['RequestWithdrawn', '2021-02-01'], issued],
    'may not follow RequestWithdrawn',
  ],
  [
    'a plan is issued after the child moved',
    'case-1',
    [request, ['CaseTransferredOut', '2021-02-01'], issued],
    'may not follow RequestWithdrawn, CaseTransferredOut',
  ],
  [
    'a plan is issued after a refusal that stands',
    'case-1',
    [request, refusedToAssess, issued],
    'a refusal that mediation or an appeal has not overturned',
  ],
  [
    'a plan is issued after mediation that changed nothing',
    'case-1',
    [request, refusedToAssess, ['MediationRequested', '2021-02-10', { about: 'assess' }], issued],
    'has not overturned',
  ],
  [
    'a plan is issued after a dismissed appeal',
    'case-1',
    [
      request,
      ['PlanRefused', '2021-04-01'],
      ['AppealConcluded', '2021-05-01', { appealId: 'a', outcome: 'dismissed' }],
      issued,
    ],
    'has not overturned',
  ],
  [
    'a late withdrawal comes before the plan',
    'case-1',
    [request, issued, ['RequestWithdrawn', '2021-02-01']],
    'may not follow RequestWithdrawn',
  ],
  [
    'a review has no plan',
    'case-1',
    [request, ['ReviewMeetingHeld', '2021-02-01', { reviewId: 'r' }]],
    'need a plan before them',
  ],
  [
    'a plan ceases that never was',
    'case-1',
    [request, ['PlanCeased', '2021-02-01', { reason: 'maxAge' }]],
    'need a plan before them',
  ],
  [
    'an action starts otherwise',
    'action-1',
    [['ActionProgressNoted', '2021-01-01', { note: 'x' }]],
    'must start with ActionAgreed',
  ],
  [
    'a measure starts otherwise',
    'measure-1',
    [['MeasureRecorded', '2021-01-01', { value: 1, status: 'actual' }]],
    'must start with MeasureDefined',
  ],
  [
    'a risk starts otherwise',
    'risk-1',
    [['RiskClosed', '2021-01-01', { reason: 'x' }]],
    'must start with RiskRaised',
  ],
  [
    'a post starts otherwise',
    'post-1',
    [['PostAdvertised', '2021-01-01', {}]],
    'must start with PostEstablished',
  ],
  [
    'feedback is answered that was not given',
    'oversight-1',
    [
      ['MonitoringVisitHeld', '2021-07-23', { by: ['DfE'] }],
      ['FeedbackAnswered', '2021-08-01', { feedbackId: 'f', text: 'x' }],
    ],
    'FeedbackAnswered needs the FeedbackGiven',
  ],
])('refused where %s', async (_, stream, told, sentence) => {
  expect(await lastOutcome(stream, told)).toContain(sentence)
})

test.each<[string, readonly Told[]]>([
  [
    'a plan after a refusal that an appeal overturned',
    [
      request,
      ['PlanRefused', '2021-04-01'],
      ['AppealConcluded', '2021-05-01', { appealId: 'a', outcome: 'issue' }],
      issued,
    ],
  ],
  [
    'a plan after a refusal to issue and mediation',
    [
      request,
      ['PlanRefused', '2021-04-01'],
      ['MediationRequested', '2021-04-10', { about: 'issue' }],
      issued,
    ],
  ],
  [
    'a plan after mediation and the agreement to assess',
    [
      request,
      refusedToAssess,
      ['MediationRequested', '2021-02-10', { about: 'assess' }],
      ['AssessmentAgreed', '2021-03-01'],
      issued,
    ],
  ],
  [
    "advice after the tribunal's order to assess",
    [
      request,
      refusedToAssess,
      ['AppealConcluded', '2021-02-01', { appealId: 'a', outcome: 'assess' }],
      advice,
    ],
  ],
  [
    'advice that returns on the day it was asked for',
    [request, agreed, advice, ['AdviceReturned', '2021-02-02', { adviceId: '1' }]],
  ],
  ['a decision recorded late, where it belongs', [request, issued, agreed]],
  [
    'the end of a plan, announced ahead',
    [forward, ['PlanCeased', '2022-08-31', { reason: 'maxAge' }]],
  ],
])('taken: %s', async (_, told) => {
  expect(await lastOutcome('case-1', told)).toBe('ok')
})

const started: Told = [
  'WorkerStarted',
  '2021-01-04',
  { team: 'EHC', role: 'coordinator', fte: 1, contract: 'permanent' },
]

test.each<[string, readonly Told[], string]>([
  [
    'leaves twice',
    [started, ['WorkerLeft', '2021-03-01'], ['WorkerLeft', '2021-04-01']],
    'WorkerLeft',
  ],
  [
    'does something after leaving',
    [started, ['WorkerLeft', '2021-03-01'], ['AbsenceStarted', '2021-03-02', { kind: 'other' }]],
    'Nothing may follow WorkerLeft',
  ],
  [
    'completes the induction twice',
    [started, ['InductionCompleted', '2021-02-01'], ['InductionCompleted', '2021-03-01']],
    'only one InductionCompleted',
  ],
  [
    'is absent twice at once',
    [
      started,
      ['AbsenceStarted', '2021-02-01', { kind: 'other' }],
      ['AbsenceStarted', '2021-03-01', { kind: 'other' }],
    ],
    'may not overlap',
  ],
  [
    'comes back without having been away',
    [started, ['AbsenceEnded', '2021-02-01']],
    'only an absence that has started can end',
  ],
])('refused where a worker %s', async (_, told, sentence) => {
  expect(await lastOutcome('worker-1', told)).toContain(sentence)
})

test('a worker may do before leaving what is recorded after the leaving was announced', async () => {
  const told: readonly Told[] = [
    started,
    ['WorkerLeft', '2022-03-01'],
    ['AbsenceStarted', '2021-05-01', { kind: 'other' }],
  ]
  expect(await lastOutcome('worker-1', told)).toBe('ok')
})

test.each([
  ['2021-03-28', '2021-03-28T22:59:59.999Z', 'ok'],
  ['2021-03-29', '2021-03-28T22:59:59.999Z', 'lies after 2021-03-28'],
  ['2021-03-29', '2021-03-28T23:00:00.000Z', 'ok'],
  ['2021-10-31', '2021-10-30T23:00:00.000Z', 'ok'],
  ['2021-11-01', '2021-10-31T23:59:59.999Z', 'lies after 2021-10-31'],
])('an event of %s that is recorded at %s: %s', async (on, recordedAt, sentence) => {
  const given = {
    ...draft(event(1, 'case-1', ...(request.slice(0, 1) as [EventType]), on, request[2])),
    recordedAt,
  }
  const [told] = await outcomes(emptyLedger(), [given as Draft])
  expect(told).toContain(sentence)
})

test('an event before 1990 is refused', async () => {
  expect(await lastOutcome('case-1', [['PlanBroughtForward', '1989-12-31', {}]])).toContain(
    'lies before 1990-01-01',
  )
  expect(await lastOutcome('case-1', [['PlanBroughtForward', '1990-01-01', {}]])).toBe('ok')
})

test('a ground that the law does not know on that date is refused with the citation', async () => {
  const exception = (on: string): Told => [
    'ExceptionApplied',
    on,
    { limit: 'finalPlan', ground: 'coronavirus' },
  ]
  const begun: Told = ['RequestReceived', '2020-01-06', request[2] ?? {}]
  expect(await lastOutcome('case-1', [begun, exception('2020-09-25')])).toBe('ok')
  const sentence = await lastOutcome('case-1', [begun, exception('2020-09-26')])
  expect(sentence).toContain('SI 2020/471')
})

test('a refusal names the rule, the stream and both records', async () => {
  const sentence = await lastOutcome('case-1', [request, issued, ['PlanIssued', '2021-06-01']])
  expect(sentence).toContain('case-1')
  expect(sentence).toContain(idOf(1))
  expect(sentence).toContain(idOf(2))
})

describe('corrections', () => {
  const corrects = (n: number, change: object): Told => [
    'EventCorrected',
    '2021-11-01',
    { corrects: idOf(n), reason: 'typed wrong', ...change },
  ]
  const retracts = (n: number): Told => [
    'EventRetracted',
    '2021-11-01',
    { retracts: idOf(n), reason: 'another child' },
  ]

  test.each<[string, readonly Told[], string]>([
    [
      'of nothing in the stream',
      [request, corrects(9, { effectiveOn: '2021-01-05' })],
      'No record of this stream has the id',
    ],
    [
      'of a correction',
      [
        request,
        corrects(0, { effectiveOn: '2021-01-05' }),
        corrects(1, { effectiveOn: '2021-01-06' }),
      ],
      'may itself not be mended',
    ],
    ['of a retraction', [request, agreed, retracts(1), retracts(2)], 'may itself not be mended'],
    [
      'of what is retracted',
      [request, agreed, retracts(1), corrects(1, { effectiveOn: '2021-02-03' })],
      'is retracted already',
    ],
    [
      'that breaks the path',
      [request, agreed, corrects(0, { effectiveOn: '2021-02-02' })],
      'nothing of it may be dated before',
    ],
    ['of the start, while there is more', [request, agreed, retracts(0)], 'must start with'],
    [
      'to a date after the day of recording',
      [request, corrects(0, { effectiveOn: '2021-12-02' })],
      'lies after 2021-11-30',
    ],
    [
      'with data that is not of the type',
      [request, corrects(0, { data: { requestedBy: 'scool', startedBy: 'request' } })],
      'data.data.requestedBy: must be one of',
    ],
    [
      'with data that is not whole',
      [request, corrects(0, { data: { requestedBy: 'school' } })],
      'data.data.startedBy: is missing',
    ],
  ])('are refused: %s', async (_, told, sentence) => {
    expect(await lastOutcome('case-1', told)).toContain(sentence)
  })

  test('a retracted event may be recorded anew', async () => {
    const told = [request, issued, retracts(1), ['PlanIssued', '2021-05-25'] as Told]
    expect(await lastOutcome('case-1', told)).toBe('ok')
  })

  test('a correction may be corrected by another one of the same record', async () => {
    const told = [
      request,
      corrects(0, { effectiveOn: '2021-01-05' }),
      corrects(0, { effectiveOn: '2021-01-06' }),
    ]
    expect(await lastOutcome('case-1', told)).toBe('ok')
  })
})

describe('ratings', () => {
  const rating = (code: string) => ({
    code,
    label: code,
    meaning: code,
    order: 1,
    complete: false,
    notStarted: false,
  })
  const scale = draft(
    event(90, 'programme-1', 'RagScaleAdopted', '2021-03-01', {
      scaleVersion: '1',
      ratings: [rating('green')],
    }),
    '2021-11-30',
  )
  const action = drafts('action-1', [
    [
      'ActionAgreed',
      '2021-01-01',
      {
        programmeId: 'programme-1',
        number: '1',
        title: 'x',
        areaIds: ['1'],
        workstreamId: 'w',
        owner: 'o',
        dueOn: '2021-12-31',
        successCriteria: [],
      },
    ],
  ])
  const rag = (n: number, code: string, on: string) =>
    draft(
      event(n, 'action-1', 'ActionRagChanged', on, { rag: code, reason: 'x', assessedBy: 'y' }),
      '2021-11-30',
    )

  test('a code that is not of the scale in use is refused', async () => {
    const all = await outcomes(emptyLedger(), [
      scale,
      ...action,
      rag(91, 'green', '2021-03-01'),
      rag(92, 'pink', '2021-03-01'),
    ])
    expect(all.at(-2)).toBe('ok')
    expect(all.at(-1)).toContain('pink is no rating of the scale in use (green)')
  })

  test('before a scale is in use any code is taken', async () => {
    const all = await outcomes(emptyLedger(), [scale, ...action, rag(92, 'pink', '2021-02-28')])
    expect(all.at(-1)).toBe('ok')
  })
})
