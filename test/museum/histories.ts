/**
 * The histories of which the museum keeps what a version wrote. All subjects are invented.
 */
import { checkEvent, type Draft, instant, type NewEvent } from '@send-ledger/core'
import { walsallAutumn, walsallHistory } from '@send-ledger/example-walsall'
import { histories } from '@send-ledger/testing'
import * as fc from 'fast-check'

/** A history, and the two dates at which packs of it are issued. */
export interface History {
  readonly name: string
  readonly drafts: () => readonly Draft[]
  readonly dates: readonly [earlier: string, later: string]
}

type Given = readonly [stream: string, type: string, on: string, data?: object]

/** Drafts recorded at noon of the day on which they happened. */
const drafts = (...given: readonly Given[]): readonly Draft[] =>
  given.map(([stream, type, effectiveOn, data = {}], i) => {
    const id = uuid(i + 1)
    const checked = checkEvent({ id, type, version: 1, stream, effectiveOn, data })
    if (checked._tag === 'Left') throw new Error(JSON.stringify(checked.left))
    return { event: checked.right as NewEvent, recordedAt: instant(`${effectiveOn}T12:00:00.000Z`) }
  })

const uuid = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

const request = { requestedBy: 'school', startedBy: 'request' }

const rating = (code: string, order: number, complete: boolean) => ({
  code,
  label: code,
  meaning: code,
  order,
  complete,
  notStarted: false,
})

const onlyCorrections = drafts(
  ['case-1', 'RequestReceived', '2021-01-04', request],
  ['case-2', 'RequestReceived', '2021-01-05', request],
  [
    'case-1',
    'EventCorrected',
    '2021-02-01',
    {
      corrects: uuid(1),
      effectiveOn: '2021-01-11',
      reason: 'date of the letter',
    },
  ],
  [
    'case-1',
    'EventCorrected',
    '2021-02-02',
    {
      corrects: uuid(1),
      data: { requestedBy: 'parent', startedBy: 'request' },
      reason: 'the parent asked',
    },
  ],
  ['case-2', 'EventRetracted', '2021-03-01', { retracts: uuid(2), reason: 'entered twice' }],
)

const leapDays = drafts(
  ['case-1', 'RequestReceived', '2019-02-28', request],
  ['case-2', 'RequestReceived', '2019-03-01', request],
  [
    'worker-1',
    'WorkerStarted',
    '2019-03-01',
    {
      team: 'EHC',
      role: 'coordinator',
      fte: 1,
      contract: 'permanent',
    },
  ],
  ['case-1', 'PlanIssued', '2019-07-18'],
  ['case-3', 'RequestReceived', '2020-02-29', request],
  ['worker-1', 'WorkerLeft', '2020-02-29'],
  ['case-2', 'PlanIssued', '2020-02-29'],
  ['case-4', 'RequestReceived', '2020-03-01', request],
  ['case-3', 'PlanIssued', '2020-07-18'],
  ['case-4', 'PlanIssued', '2020-07-20'],
  ['case-5', 'RequestReceived', '2021-02-28', request],
)

const closedProgramme = drafts(
  [
    'programme-1',
    'ProgrammeEstablished',
    '2019-05-01',
    {
      title: 'Written Statement of Action',
      framework: 'writtenStatementOfAction',
      inspectedOn: '2019-02-01',
    },
  ],
  [
    'programme-1',
    'RagScaleAdopted',
    '2019-05-01',
    {
      scaleVersion: '1',
      ratings: [rating('red', 1, false), rating('green', 2, false), rating('blue', 3, true)],
    },
  ],
  [
    'programme-1',
    'AreaOfConcernIdentified',
    '2019-05-02',
    {
      areaId: 'a',
      number: 1,
      title: 'Timeliness',
    },
  ],
  ['programme-1', 'WorkstreamEstablished', '2019-05-02', { workstreamId: 'w', title: 'Plans' }],
  [
    'measure-1',
    'MeasureDefined',
    '2019-05-03',
    {
      programmeId: 'programme-1',
      title: 'Plans in time',
      unit: 'percent',
      better: 'higher',
      baseline: { value: 24.8, on: '2019-03-31' },
      target: { value: 60, by: '2021-03-31' },
    },
  ],
  ['measure-1', 'MeasureMilestoneSet', '2019-05-03', { by: '2020-03-31', value: 40 }],
  [
    'action-1',
    'ActionAgreed',
    '2019-05-03',
    {
      programmeId: 'programme-1',
      number: '1.10',
      title: 'Recruit',
      areaIds: ['a'],
      workstreamId: 'w',
      owner: 'Head of SEND',
      dueOn: '2020-03-31',
      successCriteria: ['In post'],
    },
  ],
  ['measure-1', 'MeasureRecorded', '2019-12-31', { value: 37.6, status: 'actual' }],
  [
    'action-1',
    'EvidenceRecorded',
    '2020-03-01',
    {
      evidenceId: 'e1',
      title: 'Minutes',
      kind: 'document',
    },
  ],
  [
    'action-1',
    'ActionRagChanged',
    '2020-03-02',
    {
      rag: 'blue',
      reason: 'all in post',
      assessedBy: 'Programme lead',
    },
  ],
  [
    'oversight-1',
    'ReportPresented',
    '2020-03-31',
    {
      title: 'Report of March',
      to: 'board',
      asAt: '2020-03-31',
      figures: [{ measure: 'requests', period: '2020-03', numerator: 0 }],
    },
  ],
  ['programme-1', 'MonitoringStoodDown', '2020-12-31', { by: 'DfE' }],
  ['programme-1', 'ProgrammeClosed', '2021-01-31', { reason: 'revisited' }],
)

const disputes = drafts(
  ['case-1', 'RequestReceived', '2020-01-06', request],
  ['case-1', 'AssessmentRefused', '2020-02-10'],
  ['case-2', 'RequestReceived', '2020-01-07', request],
  ['case-2', 'AssessmentAgreed', '2020-02-11'],
  ['case-1', 'AppealLodged', '2020-04-01', { appealId: 'a', about: 'assess' }],
  ['case-2', 'PlanRefused', '2020-04-20'],
  ['case-2', 'MediationRequested', '2020-05-04', { about: 'issue' }],
  ['case-1', 'AppealConcluded', '2020-07-01', { appealId: 'a', outcome: 'conceded' }],
  ['case-1', 'PlanIssued', '2020-09-14'],
  ['case-2', 'DraftPlanIssued', '2020-09-15'],
  ['case-2', 'PlanIssued', '2020-11-02'],
)

/** Histories by chance, the same in each run. */
const chance = (seed: number): History => ({
  name: `chance-${seed}`,
  drafts: () => fc.sample(histories, { seed, numRuns: 1, size: 'max' } as never)[0] ?? [],
  dates: ['2020-09-30', '2021-06-30'],
})

/** What the museum keeps. */
export const kept: readonly History[] = [
  { name: 'walsall', drafts: walsall, dates: ['2021-07-31', '2021-10-31'] },
  { name: 'empty', drafts: () => [], dates: ['2021-01-31', '2021-07-31'] },
  {
    name: 'one-record',
    drafts: () => drafts(['case-1', 'RequestReceived', '2021-01-04', request]),
    dates: ['2021-05-24', '2021-05-25'],
  },
  { name: 'only-corrections', drafts: () => onlyCorrections, dates: ['2021-01-31', '2021-07-31'] },
  { name: 'leap-days', drafts: () => leapDays, dates: ['2020-02-29', '2021-02-28'] },
  { name: 'closed-programme', drafts: () => closedProgramme, dates: ['2020-04-30', '2021-03-31'] },
  { name: 'disputes', drafts: () => disputes, dates: ['2020-08-31', '2020-12-31'] },
  ...[1, 2, 3, 4, 5, 6].map(chance),
]

function walsall(): readonly Draft[] {
  return [...walsallHistory(), ...walsallAutumn()]
}
