/**
 * Histories by chance: paths of every category, entered late, corrected and taken back. What
 * breaks a life cycle is refused by the ledger; the rest is what the views are asked about.
 */
import type { Draft, NewEvent } from '@send-ledger/core'
import type { EventType } from '@send-ledger/core/records'
import * as fc from 'fast-check'
import { plusDays } from './known.js'

interface Told {
  readonly stream: string
  readonly type: EventType
  /** Days after the start of the stream. */
  readonly after: number
  readonly data: object
  /** Days until it was recorded. */
  readonly late: number
}

const told = (
  type: EventType,
  after: fc.Arbitrary<number>,
  data: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Omit<Told, 'stream'>> =>
  fc.record({
    type: fc.constant(type),
    after,
    data,
    late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  })

const days = (least: number, most: number) => fc.integer({ min: least, max: most })
const one = <T>(...list: readonly T[]) => fc.constantFrom(...list)
const maybe = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 1 })

/** Days on which the figures may turn: the ends of 6, 16 and 20 weeks, of months and years. */
const turning = (around: number) => one(around - 2, around - 1, around, around + 1, around + 60)

/** Starts about leap day, both changes of the clock, and ends of months. */
const start = one(
  '2019-10-27',
  '2019-12-31',
  '2020-01-31',
  '2020-02-29',
  '2020-03-01',
  '2020-03-29',
  '2020-05-31',
  '2020-10-25',
  '2020-11-30',
  '2021-01-04',
  '2021-02-28',
  '2021-03-28',
)

const adviceOf = (adviceId: string) =>
  fc.tuple(
    told(
      'AdviceRequested',
      days(10, 50),
      fc.record({
        adviceId: fc.constant(adviceId),
        kind: one('health', 'educationalPsychology'),
      }),
    ),
    maybe(told('AdviceReturned', turning(80), fc.constant({ adviceId }))),
    maybe(
      told(
        'ExceptionApplied',
        days(20, 120),
        one<object>(
          { limit: 'advice', ground: 'personalCircumstances' },
          { limit: 'advice', ground: 'absentFromArea', adviceId },
        ),
      ),
    ),
  )

const requested = fc.tuple(
  told('RequestReceived', fc.constant(0), one({ requestedBy: 'school', startedBy: 'request' })),
  maybe(told(one<EventType>('AssessmentAgreed', 'AssessmentRefused') as never, turning(42))),
  maybe(
    told(
      'MediationRequested',
      fc.oneof(turning(140), days(30, 160)),
      one({ about: 'assess' }, { about: 'issue' }),
    ),
  ),
  maybe(told('AssessmentAgreed', days(60, 130))),
  adviceOf('advice-1'),
  maybe(adviceOf('advice-2')),
  maybe(
    told(
      'AppealLodged',
      days(40, 150),
      one(
        { appealId: 'appeal-1', about: 'assess' },
        { appealId: 'appeal-1', about: 'issue' },
        { appealId: 'appeal-1', about: 'contents' },
      ),
    ),
  ),
  maybe(
    told(
      'AppealConcluded',
      days(60, 170),
      one(
        { appealId: 'appeal-1', outcome: 'assess' },
        { appealId: 'appeal-1', outcome: 'issue' },
        { appealId: 'appeal-1', outcome: 'conceded' },
        { appealId: 'appeal-1', outcome: 'dismissed' },
      ),
    ),
  ),
  maybe(
    told(
      'ExceptionApplied',
      days(20, 200),
      one({ limit: 'finalPlan', ground: 'personalCircumstances' }),
    ),
  ),
  maybe(told('PlanRefused', turning(112))),
  maybe(told('DraftPlanIssued', fc.oneof(turning(112), days(60, 300)))),
  maybe(told('PlanIssued', fc.oneof(turning(140), days(90, 400)))),
  maybe(told('RequestWithdrawn', days(10, 200))),
  maybe(told('CaseTransferredOut', days(10, 200))),
  maybe(told('PlanCeased', days(150, 500), one({ reason: 'maxAge' }))),
)

const broughtForward = fc.tuple(
  told('PlanBroughtForward', fc.constant(0)),
  maybe(told('PlanCeased', days(0, 500), one({ reason: 'needsMet' }))),
  maybe(told('PlanTransferredOut', days(0, 500))),
)

const ratings = (...codes: readonly string[]) =>
  codes.map((code, i) => ({
    code,
    label: `${code}!`,
    meaning: code,
    order: codes.length - i,
    complete: code === 'blue',
    notStarted: false,
  }))

const programme = fc.tuple(
  told(
    'ProgrammeEstablished',
    fc.constant(0),
    one({ title: 'P', framework: 'writtenStatementOfAction' }),
  ),
  maybe(
    told(
      'RagScaleAdopted',
      days(0, 9),
      one({ scaleVersion: '1', ratings: ratings('red', 'green', 'blue') }),
    ),
  ),
  maybe(
    told(
      'RagScaleAdopted',
      days(90, 300),
      one({ scaleVersion: '2', ratings: ratings('red', 'amber', 'blue') }),
    ),
  ),
  told('AreaOfConcernIdentified', days(0, 20), one({ areaId: 'a', number: 2, title: 'A' })),
  told('AreaOfConcernIdentified', days(0, 20), one({ areaId: 'b', number: 1, title: 'B' })),
  told('WorkstreamEstablished', days(0, 200), one({ workstreamId: 'w', title: 'W' })),
)

const dueOn = one('2020-06-30', '2020-12-31', '2021-03-28')

const action = fc.tuple(
  told(
    'ActionAgreed',
    fc.constant(0),
    fc.record({
      programmeId: one('programme-1', 'programme-9'),
      number: one('1.1'),
      title: one('An action'),
      areaIds: one(['a'], ['b'], ['a', 'b'], ['z']),
      workstreamId: one('w', 'x'),
      owner: one('Head of SEND'),
      dueOn,
      successCriteria: one([]),
    }),
  ),
  fc.array(
    told(
      'ActionRagChanged',
      days(0, 400),
      fc.record({
        rag: one('red', 'green', 'amber', 'blue'),
        reason: one('because'),
        assessedBy: one('a role'),
      }),
    ),
    { maxLength: 4 },
  ),
  fc.array(
    told(
      'ActionRebaselined',
      days(0, 300),
      fc.record({
        dueOn,
        reason: one('because'),
        cause: one('covid19', 'scope'),
        approvedBy: one('a board'),
      }),
    ),
    { maxLength: 2 },
  ),
  maybe(
    told(
      'EvidenceRecorded',
      days(0, 300),
      one({ evidenceId: 'e', title: 'Minutes', kind: 'document' }),
    ),
  ),
  maybe(told('ActionWithdrawn', days(100, 500), one({ reason: 'done elsewhere' }))),
)

const value = one(7, 12.5, 37.6, 60)

const milestone = fc.record({
  by: one('2020-06-30', '2020-12-31', '2021-06-30', '2022-01-01'),
  value,
})

const impact = fc.tuple(
  told(
    'MeasureDefined',
    fc.constant(0),
    fc.record(
      {
        programmeId: one('programme-1'),
        title: one('In time'),
        unit: one('percent'),
        better: one('higher', 'lower'),
        baseline: fc.record({ value, on: one('2019-01-01') }),
        target: fc.record({ value, by: one('2022-01-01') }),
      },
      { requiredKeys: ['programmeId', 'title', 'unit', 'better'] },
    ),
  ),
  fc.array(
    told('MeasureRecorded', days(0, 400), fc.record({ value, status: one('actual', 'projected') })),
    { maxLength: 4 },
  ),
  fc.array(told('MeasureMilestoneSet', days(0, 300), milestone), { maxLength: 3 }),
)

const visit = fc.tuple(
  told('MonitoringVisitHeld', fc.constant(0), one({ by: ['DfE'] })),
  maybe(told('FeedbackGiven', days(0, 9), one({ feedbackId: 'f', text: 'More data' }))),
  maybe(told('FeedbackAnswered', days(0, 90), one({ feedbackId: 'f', text: 'Here' }))),
  maybe(told('RecommendationMade', days(0, 9), one({ recommendationId: 'r', text: 'Do' }))),
  maybe(
    told(
      'RecommendationAnswered',
      days(0, 90),
      one({ recommendationId: 'r', accepted: true, text: 'Yes' }),
    ),
  ),
)

const risk = fc.tuple(
  told(
    'RiskRaised',
    fc.constant(0),
    one({ programmeId: 'programme-1', title: 'R', likelihood: 2, impact: 3 }),
  ),
  maybe(told('RiskClosed', days(1, 400), one({ reason: 'gone' }))),
)

const place = { team: one('EHC', 'EP'), role: one('coordinator', 'psychologist') }
const hours = one(0.2, 0.5, 1)
const contract = one('permanent', 'fixedTerm', 'interim', 'agency', 'locum')

const post = fc.tuple(
  told(
    'PostEstablished',
    fc.constant(0),
    fc.record({ ...place, fte: hours, funding: one('permanent') }),
  ),
  maybe(told('PostChanged', days(0, 400), fc.record({ fte: hours }))),
  fc.array(told('PostAdvertised', days(0, 300)), { maxLength: 2 }),
  maybe(
    told(
      'AppointmentOffered',
      days(30, 300),
      fc.record({ expectedStartOn: one('2020-12-01', '2021-06-01') }, { requiredKeys: [] }),
    ),
  ),
  maybe(told('AppointmentFellThrough', days(60, 300))),
  maybe(told('PostDisestablished', days(100, 500))),
)

const worker = fc.tuple(
  told(
    'WorkerStarted',
    fc.constant(0),
    fc.record(
      { ...place, fte: hours, contract, postId: one('post-1', 'post-2', 'post-9') },
      { requiredKeys: ['team', 'role', 'fte', 'contract'] },
    ),
  ),
  fc.array(
    told(
      'WorkerChanged',
      days(0, 400),
      fc
        .record({ ...place, fte: hours, contract }, { requiredKeys: [] })
        .filter((data) => Object.keys(data).length > 0),
    ),
    { maxLength: 2 },
  ),
  maybe(told('InductionCompleted', days(0, 200))),
  maybe(told('AbsenceStarted', days(10, 300), one({ kind: 'sickness' }))),
  maybe(told('AbsenceEnded', days(20, 400))),
  maybe(told('WorkerLeft', days(30, 500))),
)

/** A correction or a retraction of one of the events, found some days after it was recorded. */
interface Mending {
  readonly of: number
  readonly shift: number | undefined
  readonly after: number
}

const subjects = (category: string, path: fc.Arbitrary<readonly unknown[]>, maxLength: number) =>
  fc.array(fc.record({ start, path }), { maxLength }).map((list) =>
    list.flatMap(({ start: from, path: parts }, i) =>
      (parts.flat(3) as Omit<Told, 'stream'>[]).map((each) => ({
        ...each,
        stream: `${category}-${i + 1}`,
        from,
      })),
    ),
  )

/** Drafts in recorded order. */
export const histories: fc.Arbitrary<readonly Draft[]> = fc
  .record({
    events: fc
      .tuple(
        subjects('case', requested, 6),
        subjects('case-p' as never, broughtForward, 3),
        subjects('programme', programme, 1),
        subjects('action', action, 5),
        subjects('measure', impact, 2),
        subjects('oversight', visit, 2),
        subjects('risk', risk, 2),
        subjects('post', post, 3),
        subjects('worker', worker, 4),
      )
      .map((lists) => lists.flat()),
    mendings: fc.array(
      fc.record({
        of: fc.nat(200),
        shift: fc.option(days(-40, 40), { nil: undefined }),
        after: fc.nat(120),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ events, mendings }) => {
    const drafts = events.map((each, i) => draftOf(each, i))
    const mended = mendings
      .filter(({ of }) => of < drafts.length)
      .map((mending, i) => mendingOf(drafts[mending.of] as Entered, mending, drafts.length + i))
    return [...drafts, ...mended]
      .sort((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0))
      .map(
        ({ event, recordedOn }) => ({ event, recordedAt: `${recordedOn}T12:00:00.000Z` }) as Draft,
      )
  })

interface Entered {
  readonly event: NewEvent
  readonly recordedOn: string
}

const idOf = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

const draftOf = ({ stream, type, after, data, late, from }: Told & { from: string }, n: number) => {
  const effectiveOn = plusDays(from, after)
  const event = { id: idOf(n), type, version: 1, stream, effectiveOn, data } as unknown as NewEvent
  return { event, recordedOn: plusDays(effectiveOn, late) }
}

const mendingOf = (
  { event, recordedOn }: Entered,
  { shift, after }: Mending,
  n: number,
): Entered => {
  const on = plusDays(recordedOn, after)
  const id = event.id
  const [type, data] =
    shift === undefined
      ? ['EventRetracted', { retracts: id, reason: 'twice' }]
      : [
          'EventCorrected',
          { corrects: id, effectiveOn: plusDays(event.effectiveOn, shift), reason: 'typo' },
        ]
  return {
    event: {
      id: idOf(n),
      type,
      version: 1,
      stream: event.stream,
      effectiveOn: on,
      data,
    } as unknown as NewEvent,
    recordedOn: on,
  }
}
