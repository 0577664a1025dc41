/**
 * The programme: its actions with their ratings and due dates, its measures of impact, the
 * monitoring visit and the risks. Counts are as published; wording and ratings are illustrative.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import { addDays, addMonths, lastOfMonth } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { Chance } from './chance.js'
import { type Diary, firstOf, workingDay, workingDayFrom } from './diary.js'
import { published } from './published.js'

const programme = 'programme-walsall'

const workstreamIds = ['co-production', 'outcomes', 'commissioning', 'ehcp'] as const

/** Titles of the areas of concern: illustrative. */
const areas = [
  'Co-production with parents and carers',
  'Identifying needs early',
  'Joint commissioning',
  'Timeliness of EHC plans',
  'Quality of EHC plans',
  'The local offer',
  'Waiting times for health services',
  'Outcomes and attendance',
  'Preparing for adulthood',
] as const

/** Enters everything of the programme. */
export const enterProgramme = (diary: Diary, chance: Chance): void => {
  enterFrame(diary)
  for (let n = 1; n <= published.programme.actions; n++) enterAction(diary, chance, n)
  enterImpact(diary)
  enterOversight(diary)
  enterRisks(diary)
}

const agreed = civilDate('2019-06-28')

const enterFrame = (diary: Diary): void => {
  diary.enter({
    stream: programme,
    type: 'ProgrammeEstablished',
    on: agreed,
    data: {
      title: 'SEND Local Area Improvement Programme',
      framework: 'writtenStatementOfAction',
    },
  })
  const rating = (
    code: string,
    label: string,
    meaning: string,
    state: { complete?: true; notStarted?: true } = {},
  ) => ({ code, label, meaning, complete: false, notStarted: false, ...state })
  const ratings = [
    rating('blue', 'Complete', 'Done, and evidence is on record', { complete: true }),
    rating('green', 'On track', 'Will be done by its date'),
    rating('amber', 'At risk', 'Will be late unless something changes'),
    rating('red', 'Off track', 'Late, or will be late'),
    rating('grey', 'Not started', 'Its time has not come', { notStarted: true }),
  ].map((each, i) => ({ ...each, order: i + 1 }))
  diary.enter({
    stream: programme,
    type: 'RagScaleAdopted',
    on: agreed,
    data: { scaleVersion: '1', ratings },
  })
  areas.forEach((title, i) => {
    const data = { areaId: `area-${i + 1}`, number: i + 1, title }
    diary.enter({ stream: programme, type: 'AreaOfConcernIdentified', on: agreed, data })
  })
  published.programme.workstreams.forEach((title, i) => {
    const data = { workstreamId: workstreamIds[i] as string, title, lead: 'Workstream lead' }
    diary.enter({ stream: programme, type: 'WorkstreamEstablished', on: agreed, data })
  })
  diary.enter({
    stream: programme,
    type: 'PlanVersionApproved',
    on: civilDate('2019-07-01'),
    data: { planVersion: '1.0', approvedBy: 'Local Area Improvement Board' },
  })
}

/** One action: rated until it is complete, and given a later date where Covid-19 delayed it. */
const enterAction = (diary: Diary, chance: Chance, n: number): void => {
  const stream = `action-${n}`
  const area = ((n - 1) % areas.length) + 1
  const second = (area % areas.length) + 1
  const areaIds = n % 11 === 0 ? [`area-${area}`, `area-${second}`] : [`area-${area}`]
  const on =
    n % 9 === 0 ? workingDay(chance, civilDate('2020-01-06'), civilDate('2020-10-30')) : agreed
  const dueOn = lastOfMonth(addMonths(on, chance.between(5, 28)))
  diary.enter({
    stream,
    type: 'ActionAgreed',
    on,
    data: {
      programmeId: programme as EventData<'ActionAgreed'>['programmeId'],
      number: `${area}.${Math.ceil(n / areas.length)}`,
      title: `Action ${area}.${Math.ceil(n / areas.length)}`,
      areaIds,
      workstreamId: chance.of(workstreamIds),
      owner: chance.of([
        'Head of SEND',
        'Designated Clinical Officer',
        'Principal Educational Psychologist',
      ]),
      dueOn,
      successCriteria: ['Families say that it has changed'],
    },
  })
  // Three of the actions were agreed and never rated.
  if (n % 60 !== 0) enterLife(diary, chance, stream, { on, dueOn })
}

interface Agreed {
  readonly on: CivilDate
  readonly dueOn: CivilDate
}

const enterLife = (diary: Diary, chance: Chance, stream: string, { on, dueOn }: Agreed): void => {
  const rate = (day: CivilDate, rag: string, reason: string): void => {
    const data = { rag, reason, assessedBy: 'Programme manager' }
    diary.enter({ stream, type: 'ActionRagChanged', on: day, data })
  }
  const first = workingDayFrom(addDays(on, chance.between(10, 40)))
  rate(first, chance.of(['grey', 'green', 'green', 'amber']), 'First assessment')
  let due = dueOn
  const isDelayed = dueOn > '2020-03-31' && dueOn < '2020-12-31' && chance.percent(60)
  if (isDelayed && on < '2020-04-01') {
    due = lastOfMonth(addMonths(dueOn, chance.between(3, 9)))
    const day = workingDay(chance, civilDate('2020-04-14'), civilDate('2020-06-30'))
    rate(day, 'amber', 'Staff were moved to the response to Covid-19')
    diary.enter({
      stream,
      type: 'ActionRebaselined',
      on: day,
      data: {
        dueOn: due,
        reason: 'Staff were moved to the response to Covid-19',
        cause: 'covid19',
        approvedBy: 'Local Area Improvement Board',
      },
    })
  }
  const reviewed = workingDayFrom(addDays(civilDate('2020-10-01'), chance.between(30, 90)))
  const isDone = due < '2021-06-30' && chance.percent(85)
  const doneOn = workingDayFrom(addDays(due, -chance.between(-10, 25)))
  if (!isDone || reviewed < doneOn) {
    rate(reviewed, chance.of(['green', 'green', 'amber', 'red']), 'Review by the board')
  }
  if (!isDone) return
  if (chance.percent(95)) {
    const data = {
      evidenceId: 'evidence-1',
      title: 'Report to the board',
      kind: 'document',
    } as const
    diary.enter({ stream, type: 'EvidenceRecorded', on: doneOn, data })
  }
  rate(doneOn, 'blue', 'Done')
}

/** The published timeliness over 12 months, as measured each month. */
const enterImpact = (diary: Diary): void => {
  const stream = 'measure-timeliness'
  diary.enter({
    stream,
    type: 'MeasureDefined',
    on: agreed,
    data: {
      programmeId: programme as EventData<'MeasureDefined'>['programmeId'],
      areaId: 'area-4',
      title: 'EHC plans issued within 20 weeks over 12 months, exceptions left out',
      unit: 'percent',
      better: 'higher',
      baseline: { value: 7, on: civilDate('2019-02-28') },
      target: { value: 60, by: civilDate('2022-03-31') },
    },
  })
  diary.enter({
    stream,
    type: 'MeasureMilestoneSet',
    on: agreed,
    data: { by: civilDate('2021-06-30'), value: 35 },
  })
  for (const { month, rolling12 } of published.timeliness.months) {
    const on = lastOfMonth(firstOf(month))
    const data = { value: Number(rolling12.percent), status: 'actual' } as const
    diary.enter({ stream, type: 'MeasureRecorded', on, data })
  }
}

const enterOversight = (diary: Diary): void => {
  const stream = 'oversight-2021-07-23'
  const { on: day, by, feedback } = published.visit
  const on = civilDate(day)
  diary.enter({
    stream,
    type: 'MonitoringVisitHeld',
    on,
    data: {
      programmeId: programme as EventData<'ActionAgreed'>['programmeId'],
      by: [...by],
      purpose: 'Monitoring of the written statement of action',
    },
  })
  feedback.forEach((text, i) => {
    const data = { feedbackId: `feedback-${i + 1}`, text }
    diary.enter({ stream, type: 'FeedbackGiven', on, data })
  })
  diary.enter({
    stream,
    type: 'FeedbackAnswered',
    on: civilDate('2021-07-28'),
    data: { feedbackId: 'feedback-3', text: 'The new local offer goes live on 1 September.' },
  })
}

const enterRisks = (diary: Diary): void => {
  const raise = (
    n: number,
    title: string,
    on: string,
    likelihood: number,
    impact: number,
  ): string => {
    const stream = `risk-${n}`
    const programmeId = programme as EventData<'RiskRaised'>['programmeId']
    const data = { programmeId, title, likelihood, impact }
    diary.enter({ stream, type: 'RiskRaised', on: civilDate(on), data })
    return stream
  }
  const advice = raise(
    1,
    'Too few educational psychologists to give advice in time',
    '2019-09-02',
    4,
    5,
  )
  diary.enter({
    stream: advice,
    type: 'MitigationAgreed',
    on: civilDate('2019-10-01'),
    data: {
      mitigationId: 'mitigation-1',
      text: 'Locum educational psychologists until the post is filled',
      owner: 'Principal Educational Psychologist',
    },
  })
  raise(2, 'Requests grow faster than the service', '2020-11-02', 4, 4)
  raise(3, 'Health advice comes late', '2020-02-03', 3, 4)
  const closed = raise(4, 'Schools are closed', '2020-03-23', 5, 4)
  const data = { reason: 'Schools are open to all again.' }
  diary.enter({ stream: closed, type: 'RiskClosed', on: civilDate('2021-03-08'), data })
}
