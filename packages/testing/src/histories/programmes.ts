/**
 * Programmes by chance: scales, actions, measures of impact, oversight and risks.
 */
import * as fc from 'fast-check'
import { days, maybe, one, told } from './told.js'

const ratings = (...codes: readonly string[]) =>
  codes.map((code, i) => ({
    code,
    label: `${code}!`,
    meaning: code,
    order: codes.length - i,
    complete: code === 'blue',
    notStarted: false,
  }))

/** A programme with scales, areas and a workstream. */
export const programme = fc.tuple(
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

/** An action with ratings, new due dates and evidence. */
export const action = fc.tuple(
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

/** A measure of impact. */
export const impact = fc.tuple(
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

/** A monitoring visit. */
export const visit = fc.tuple(
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

/** A risk. */
export const risk = fc.tuple(
  told(
    'RiskRaised',
    fc.constant(0),
    one({ programmeId: 'programme-1', title: 'R', likelihood: 2, impact: 3 }),
  ),
  maybe(told('RiskClosed', days(1, 400), one({ reason: 'gone' }))),
)
