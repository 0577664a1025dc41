/**
 * Every event of a case in every state that it can be in: taken, or refused by the rule named.
 */
import type { EventType } from '@send-ledger/core/records'
import { draft, emptyLedger, event, outcomes } from '../given.js'

type Given = readonly [type: EventType, data?: object]

const request: Given = ['RequestReceived', { requestedBy: 'school', startedBy: 'request' }]
const refused: Given = ['AssessmentRefused']
const agreed: Given = ['AssessmentAgreed']
const noPlan: Given = ['PlanRefused']
const mediation: Given = ['MediationRequested', { about: 'assess' }]
const appeal = (about: string): Given => ['AppealLodged', { appealId: 'a', about }]
const concluded = (outcome: string): Given => ['AppealConcluded', { appealId: 'a', outcome }]
const plan: Given = ['PlanIssued']

/** The ends of a case, and what else may come of it. */
const asked: readonly Given[] = [
  ['RequestWithdrawn'],
  agreed,
  refused,
  noPlan,
  ['DraftPlanIssued'],
  plan,
  ['CaseTransferredOut'],
  ['MediationRequested', { about: 'issue' }],
  ['AppealLodged', { appealId: 'b', about: 'contents' }],
  ['PlanAudited', { framework: 'council', grade: 'good' }],
  ['ReviewMeetingHeld', { reviewId: 'r' }],
  ['AmendmentNoticeSent'],
  ['AmendedPlanIssued'],
  ['PlanCeased', { reason: 'maxAge' }],
  ['PlanTransferredOut'],
]

/** By state: what is refused; all the rest is taken. */
const states: readonly (readonly [
  name: string,
  path: readonly Given[],
  refused: Partial<Record<EventType, string | undefined>>,
])[] = [
  ['requested', [request], planless({})],
  [
    'agreed',
    [request, agreed],
    planless({ AssessmentAgreed: 'decided', AssessmentRefused: 'decided' }),
  ],
  ['withdrawn', [request, ['RequestWithdrawn']], planless(ended({}))],
  ['moved away', [request, ['CaseTransferredOut']], planless(ended({}))],
  [
    'refused an assessment',
    [request, refused],
    planless(ended({ AssessmentAgreed: 'decided', AssessmentRefused: 'decided' })),
  ],
  [
    'refused an assessment, mediation asked for',
    [request, refused, mediation],
    planless(ended({ AssessmentAgreed: undefined })),
  ],
  [
    'refused an assessment, appeal dismissed',
    [request, refused, appeal('assess'), concluded('dismissed')],
    planless(ended({ AssessmentAgreed: 'decided', AssessmentRefused: 'decided' })),
  ],
  [
    'refused an assessment, ordered',
    [request, refused, appeal('assess'), concluded('assess')],
    planless({}),
  ],
  [
    'refused an assessment, conceded',
    [request, refused, appeal('assess'), concluded('conceded')],
    planless({}),
  ],
  [
    'conceded about something else',
    [request, agreed, noPlan, appeal('contents'), concluded('conceded')],
    planless(ended({ AssessmentAgreed: undefined })),
  ],
  [
    'refused a plan',
    [request, agreed, noPlan],
    planless(ended({ AssessmentAgreed: 'decided', AssessmentRefused: 'decided' })),
  ],
  [
    'refused a plan, mediation asked for',
    [request, agreed, noPlan, ['MediationRequested', { about: 'issue' }]],
    planless(ended({ AssessmentAgreed: undefined, PlanIssued: undefined })),
  ],
  [
    'refused a plan, then a draft after mediation',
    [request, agreed, noPlan, ['MediationRequested', { about: 'issue' }], ['DraftPlanIssued']],
    planless({ AssessmentAgreed: undefined }),
  ],
  [
    'plan issued',
    [request, agreed, plan],
    ended({
      AssessmentAgreed: 'decided',
      AssessmentRefused: 'decided',
      PlanIssued: 'one PlanIssued',
    }),
  ],
  [
    'plan ceased',
    [request, agreed, plan, ['PlanCeased', { reason: 'maxAge' }]],
    ended({
      AssessmentAgreed: 'decided',
      AssessmentRefused: 'decided',
      PlanIssued: 'one PlanIssued',
      ...afterPlan(),
    }),
  ],
  [
    'plan moved away',
    [request, agreed, plan, ['PlanTransferredOut']],
    ended({
      AssessmentAgreed: 'decided',
      AssessmentRefused: 'decided',
      PlanIssued: 'one PlanIssued',
      ...afterPlan(),
    }),
  ],
]

function planless(more: Partial<Record<EventType, string | undefined>>) {
  const none = 'need a plan before them'
  return {
    PlanAudited: none,
    ReviewMeetingHeld: none,
    AmendmentNoticeSent: none,
    AmendedPlanIssued: none,
    PlanCeased: none,
    PlanTransferredOut: none,
    ...more,
  }
}

function ended(more: Partial<Record<EventType, string | undefined>>) {
  const again = 'may not end again'
  return {
    RequestWithdrawn: again,
    AssessmentRefused: again,
    PlanRefused: again,
    CaseTransferredOut: again,
    PlanIssued: 'may not follow',
    ...more,
  }
}

function afterPlan() {
  const late = 'may not be dated after it ceased'
  return {
    PlanCeased: 'only one PlanCeased or PlanTransferredOut',
    PlanTransferredOut: 'only one PlanCeased or PlanTransferredOut',
    ReviewMeetingHeld: late,
    AmendmentNoticeSent: late,
    AmendedPlanIssued: late,
  }
}

const day = (n: number): string =>
  `2021-0${1 + Math.floor(n / 20)}-${String(1 + (n % 20)).padStart(2, '0')}`

const drafts = (path: readonly Given[]) =>
  path.map(([type, data = {}], n) =>
    draft(event(n + 1, 'case-1', type, day(n), data), '2021-11-30'),
  )

describe.each(states)('a case: %s', (_, path, refusedThen) => {
  test.each(asked.map((given) => [given[0], given] as const))('%s', async (type, given) => {
    const all = await outcomes(emptyLedger(), drafts([...path, given]))
    expect(all.slice(0, -1).filter((each) => each !== 'ok')).toEqual([])
    const because = refusedThen[type]
    if (because === undefined) expect(all.at(-1)).toBe('ok')
    else expect(all.at(-1)).toContain(because)
  })
})

test('a review decided on the day on which the plan ceased is taken', async () => {
  const sameDay = [
    ...drafts([request, agreed, plan, ['ReviewMeetingHeld', { reviewId: 'r' }]]),
    draft(event(8, 'case-1', 'PlanCeased', '2021-03-01', { reason: 'needsMet' }), '2021-11-30'),
    draft(
      event(9, 'case-1', 'ReviewDecided', '2021-03-01', { reviewId: 'r', decision: 'cease' }),
      '2021-11-30',
    ),
  ]
  expect(new Set(await outcomes(emptyLedger(), sameDay))).toEqual(new Set(['ok']))
})

test('a projected value is of a period to come; an actual one is not', async () => {
  const defined = event(1, 'measure-1', 'MeasureDefined', '2021-01-01', {
    programmeId: 'programme-1',
    title: 'In time',
    unit: 'percent',
    better: 'higher',
  })
  const value = (n: number, status: string) =>
    draft(
      event(n, 'measure-1', 'MeasureRecorded', '2022-03-31', { value: 60, status }),
      '2021-06-01',
    )
  const all = await outcomes(emptyLedger(), [
    draft(defined),
    value(2, 'projected'),
    value(3, 'actual'),
  ])
  expect([all[1], all[2]]).toEqual(['ok', expect.stringContaining('cannot be announced ahead')])
})
