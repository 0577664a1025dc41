/**
 * Little ledgers that a clerk can read, and the figures that they give.
 */
import { complianceView } from '@send-ledger/compliance'
import { civilDate, defaultLaw, type LedgerRecord, shown } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'

type Told = readonly [stream: string, type: string, on: string, data?: object]

const records = (...told: readonly Told[]): readonly LedgerRecord[] =>
  told.map(([stream, type, effectiveOn, data = {}], position) => {
    const revision = told.slice(0, position).filter(([other]) => other === stream).length
    const id = `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`
    const recordedAt = '2021-12-31T12:00:00.000Z'
    return {
      id,
      type,
      version: 1,
      stream,
      effectiveOn,
      data,
      position,
      revision,
      recordedAt,
    } as never
  })

const asked = (
  kept: readonly LedgerRecord[],
  asAt: string,
  given: { counting?: 'exclusive' | 'inclusive'; options?: object } = {},
) =>
  shown(
    answerOf(kept, complianceView, {
      asAt: civilDate(asAt),
      law: { ...defaultLaw, counting: given.counting ?? 'exclusive' },
      ...(given.options ? { options: given.options } : {}),
    }),
  )

const request: Told = ['case-1', 'RequestReceived', '2021-01-04']

test('140 days after the request is in time; a day later is not', () => {
  const last = asked(records(request, ['case-1', 'PlanIssued', '2021-05-24']), '2021-05-31')
  expect(last.months.at(-1)?.percent.all).toBe('100.0')
  const late = asked(records(request, ['case-1', 'PlanIssued', '2021-05-25']), '2021-05-31')
  expect(late.months.at(-1)?.percent.all).toBe('0.0')
})

test('counting the day of receipt takes a day away', () => {
  const kept = records(request, ['case-1', 'PlanIssued', '2021-05-24'])
  expect(asked(kept, '2021-05-31', { counting: 'inclusive' }).months.at(-1)?.inTime.all).toBe(0)
})

test('a case is overdue from the day after the 20 weeks', () => {
  const kept = records(request)
  expect(asked(kept, '2021-05-24').open).toMatchObject({ total: 1, overdue: { all: 0 } })
  expect(asked(kept, '2021-05-25').open).toMatchObject({ total: 1, overdue: { all: 1 } })
})

test('an exception takes the plan out of both parts of the rate, and no other', () => {
  const kept = records(
    request,
    ['case-1', 'ExceptionApplied', '2021-03-01', { limit: 'finalPlan', ground: 'notStated' }],
    ['case-1', 'PlanIssued', '2021-06-30'],
    ['case-2', 'RequestReceived', '2021-03-01'],
    ['case-2', 'PlanIssued', '2021-06-29'],
  )
  const july = asked(kept, '2021-06-30').months.at(-1)
  expect(july?.issued).toEqual({ all: 2, excludingExceptions: 1 })
  expect(july?.percent).toEqual({ all: '50.0', excludingExceptions: '100.0' })
})

test('mediation before the plan sets it aside from the cohort of the DfE, and says so', () => {
  const kept = records(
    request,
    ['case-1', 'MediationRequested', '2021-03-01', { about: 'issue' }],
    ['case-1', 'PlanIssued', '2021-05-20'],
  )
  const may = asked(kept, '2021-05-31').months.at(-1)
  expect([may?.issued.all, may?.percent.all, may?.leftOut.mediationOrAppeal]).toEqual([0, null, 1])
  const all = asked(kept, '2021-05-31', { options: { cohort: 'all' } }).months.at(-1)
  expect(all?.issued.all).toBe(1)
})

test('a refusal that is overturned opens the case again, and never overdue', () => {
  const kept = records(
    request,
    ['case-1', 'AssessmentRefused', '2021-02-08'],
    ['case-1', 'AppealLodged', '2021-03-01', { appealId: 'a', about: 'assess' }],
    ['case-1', 'AppealConcluded', '2021-06-01', { appealId: 'a', outcome: 'assess' }],
  )
  expect(asked(kept, '2021-05-31').open.total).toBe(0)
  expect(asked(kept, '2021-09-30').open).toMatchObject({ total: 1, overdue: { all: 0 } })
})

test('a plan is maintained until the day it ends', () => {
  const kept = records(
    ['case-1', 'PlanBroughtForward', '2020-02-29'],
    ['case-1', 'PlanCeased', '2021-02-28', { reason: 'maxAge' }],
  )
  expect(asked(kept, '2021-02-27').plansMaintained).toBe(1)
  expect(asked(kept, '2021-02-28').plansMaintained).toBe(0)
})

test('a review falls due a year after the plan; after leap day on the last of February', () => {
  const kept = records(['case-1', 'PlanBroughtForward', '2020-02-29', { issuedOn: '2020-02-29' }])
  const february = asked(kept, '2021-03-01').reviews
  expect(february.find(({ month }) => month === '2021-02')?.due).toBe(1)
  expect(february.at(-1)?.overdue).toBe(1)
})

test('the cases that were open on a date are cleared when the last of them ends', () => {
  const kept = records(
    request,
    ['case-2', 'RequestReceived', '2021-02-01'],
    ['case-1', 'RequestWithdrawn', '2021-03-01'],
    ['case-2', 'PlanIssued', '2021-06-01'],
  )
  const openOn = civilDate('2021-02-10')
  expect(asked(kept, '2021-04-01', { options: { openOn } }).cohortCleared).toEqual({
    openOn,
    cases: 2,
    stillOpen: 1,
    clearedOn: null,
  })
  const cleared = asked(kept, '2021-07-01', { options: { openOn } }).cohortCleared
  expect(cleared?.clearedOn).toBe('2021-06-01')
})

test('an empty ledger has no months, and counts nothing', () => {
  expect(asked([], '2021-07-31')).toMatchObject({ months: [], plansMaintained: 0, requests: null })
})

test('the last day that there may be can be asked about', () => {
  expect(
    asked(records(['case-1', 'PlanBroughtForward', '2099-12-01']), '2100-01-01'),
  ).toMatchObject({
    plansMaintained: 1,
  })
})

/** How the case stands ended, as at a date. */
const endedAs = (kept: readonly LedgerRecord[], asAt: string) => {
  const view = {
    ...complianceView,
    answer: (read: Parameters<typeof complianceView.answer>[0]) => read.dimensions('ended').flat(),
  }
  return answerOf(kept, view as never, { asAt: civilDate(asAt) })
}

const refusal = {
  assess: ['case-1', 'AssessmentRefused', '2021-02-01'],
  issue: ['case-1', 'PlanRefused', '2021-02-01'],
} as const

const lodged = (about: string): Told => [
  'case-1',
  'AppealLodged',
  '2021-03-01',
  { appealId: 'a', about },
]
const conceded: Told = [
  'case-1',
  'AppealConcluded',
  '2021-06-01',
  { appealId: 'a', outcome: 'conceded' },
]
const openAt = (asAt: string, ...told: readonly Told[]) =>
  asked(records(request, ...told), asAt).open

test.each([
  ['assess', 1],
  ['issue', 1],
  ['contents', 0],
  ['cease', 0],
])('a conceded appeal about %s counts as the order that was asked for', (about, open) => {
  const told = [refusal.assess, lodged(about), conceded]
  expect(openAt('2021-05-31', ...told).total).toBe(0)
  expect(openAt('2021-06-01', ...told)).toMatchObject({ total: open, overdue: { all: 0 } })
})

test('a conceded appeal that was never lodged, or lodged after it ended, orders nothing', () => {
  expect(openAt('2021-12-01', refusal.issue, conceded).total).toBe(0)
  const [stream, type, , data = {}] = lodged('issue')
  const later: Told = [stream, type, '2021-07-01', data]
  expect(openAt('2021-12-01', refusal.issue, conceded, later).total).toBe(0)
})

test.each([
  ['assess', 'AssessmentAgreed', 1],
  ['assess', 'DraftPlanIssued', 0],
  ['issue', 'DraftPlanIssued', 1],
  ['issue', 'AssessmentAgreed', 0],
] as const)(
  'after a refusal to %s and mediation, %s opens the case again: %i',
  (what, type, open) => {
    const mediation: Told = ['case-1', 'MediationRequested', '2021-03-01', { about: what }]
    const agreed: Told = ['case-1', type, '2021-06-01']
    expect(openAt('2021-05-31', refusal[what], mediation, agreed).total).toBe(0)
    expect(openAt('2021-06-01', refusal[what], mediation, agreed).total).toBe(open)
    expect(openAt('2021-06-01', refusal[what], agreed).total).toBe(0)
  },
)

test('a plan that follows a refusal to issue and mediation ends the case as issued, the same day', () => {
  const kept = records(
    request,
    refusal.issue,
    ['case-1', 'MediationRequested', '2021-03-01', { about: 'issue' }],
    ['case-1', 'PlanIssued', '2021-06-01'],
  )
  expect(asked(kept, '2021-06-30').open.total).toBe(0)
  expect(endedAs(kept, '2021-05-31')).toEqual(['refusedToIssue'])
  expect(endedAs(kept, '2021-06-30')).toEqual(['issued'])
})

test('requests of the 12 months before 28 February 2021 reach 29 February 2020', () => {
  const kept = records(
    ['case-1', 'RequestReceived', '2020-02-29'],
    ['case-2', 'RequestReceived', '2021-02-28'],
  )
  expect(asked(kept, '2021-02-28').months.at(-1)?.yearBefore.requests).toBe(1)
})
