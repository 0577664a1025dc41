/**
 * The history of the programme, as it was recorded: to the date of the report, and after it.
 */
import { type CivilDate, civilDate, type Draft } from '@send-ledger/core'
import { addDays } from '@send-ledger/core/projection'
import { issuedCases, setAsideCases } from './cases/issued.js'
import { endedOtherwise, openCases, restOfBacklog } from './cases/others.js'
import { type Case, enterCase } from './cases/path.js'
import { enterPlans } from './cases/plans.js'
import { chanceFrom } from './chance.js'
import { opened, reportDate } from './dates.js'
import { Diary } from './diary.js'
import { enterProgramme } from './programme.js'
import { published } from './published.js'
import { enterWorkforce } from './workforce.js'

/** What the ledger of the example calls itself. */
export const walsallOrigin = 'urn:send-ledger:walsall'

/** Every case of the example, in the order of their numbers. */
const allCases = (): readonly Case[] => {
  const chance = chanceFrom(20210731)
  const issued = [...issuedCases(chance).map(enteredWrong), ...setAsideCases(chance)]
  const known = [...issued, ...restOfBacklog(chance, issued), ...openCases(chance)]
  return [...known, ...endedOtherwise(chance, known)]
}

/** A few dates of issue were entered wrong, and corrected before the report. */
const enteredWrong = (each: Case, i: number): Case => {
  const { end } = each
  if (i % 97 !== 0 || end.kind !== 'issued') return each
  return { ...each, end: { ...end, correctedFrom: addDays(end.on, -5) } }
}

/**
 * What was recorded to 31 July 2021: drafts in recorded order, each with its recorded instant.
 *
 * @example
 * import { walsallHistory } from '@send-ledger/example-walsall'
 *
 * assert.ok(walsallHistory().length > 10_000)
 */
export const walsallHistory = (): readonly Draft[] => {
  const chance = chanceFrom(1)
  const diary = new Diary(chance, opened, reportDate, 1)
  const cases = allCases()
  cases.forEach((each, i) => {
    enterCase(diary, chance, streamOf(i), each)
  })
  enterPlans(diary, chance, cases)
  enterProgramme(diary, chance)
  enterWorkforce(diary)
  enterTwice(diary)
  return diary.drafts()
}

const streamOf = (i: number): string => `case-${i + 1}`

/** A request that was entered twice, and taken back. */
const enterTwice = (diary: Diary): void => {
  const stream = 'case-d1'
  const retracts = diary.enter({
    stream,
    type: 'RequestReceived',
    on: civilDate('2021-06-14'),
    data: { requestedBy: 'school', startedBy: 'request' },
  })
  diary.enter({
    stream,
    type: 'EventRetracted',
    on: civilDate('2021-06-21'),
    data: { retracts, reason: 'The request was entered twice.' },
  })
}

/** Number above all of the ids of the history. */
const autumnIds = 1_000_000

/**
 * What was recorded after the report, of what had happened before it: a plan entered late, and a
 * date of issue put right; and the report itself, as it was presented.
 *
 * @example
 * import { walsallAutumn } from '@send-ledger/example-walsall'
 *
 * assert.ok(walsallAutumn().every(({ recordedAt }) => (recordedAt ?? '') > '2021-08'))
 */
export const walsallAutumn = (): readonly Draft[] => {
  const diary = new Diary(
    chanceFrom(2),
    civilDate('2021-09-09'),
    civilDate('2021-10-31'),
    autumnIds,
  )
  const cases = allCases()
  enterReport(diary)
  const inTime = cases.findIndex(
    ({ requestedOn, end }) =>
      end.kind === 'open' && requestedOn > '2021-03-12' && requestedOn < '2021-03-31',
  )
  diary.enter({
    stream: streamOf(inTime),
    type: 'PlanIssued',
    on: civilDate('2021-07-29'),
    data: {},
    recordedOn: civilDate('2021-09-14'),
  })
  const wrong = cases.findIndex(isLateInJuly)
  const issue = walsallHistory().find(
    ({ event }) => event.stream === streamOf(wrong) && event.type === 'PlanIssued',
  )
  if (issue === undefined) throw new Error('the example has no late plan of July 2021')
  diary.enter({
    stream: streamOf(wrong),
    type: 'EventCorrected',
    on: civilDate('2021-10-04'),
    data: {
      corrects: issue.event.id,
      effectiveOn: civilDate('2021-08-03'),
      reason: 'The plan was signed in July and sent on 3 August.',
    },
    recordedOn: civilDate('2021-10-04'),
  })
  return diary.drafts()
}

const isLateInJuly = ({ requestedOn, end, exception, mediated }: Case): boolean =>
  end.kind === 'issued' &&
  end.on >= '2021-07-01' &&
  !exception &&
  !mediated &&
  addDays(requestedOn, 140) < end.on

/** The day on which the report was presented: illustrative. */
const presentedOn: CivilDate = civilDate('2021-09-09')

/** The report with its figures as they were told, the increase that does not follow included. */
const enterReport = (diary: Diary): void => {
  const { timeliness, openAssessments, requests, plansMaintained } = published
  const month = requests.months.join('/')
  diary.enter({
    stream: 'oversight-report-2021-07',
    type: 'ReportPresented',
    on: presentedOn,
    data: {
      title: 'SEND Local Area Improvement Programme',
      to: 'scrutiny',
      asAt: reportDate,
      figures: [
        ...timeliness.months.flatMap(({ month: period, inTime, issued, rolling12 }) => [
          {
            measure: 'months.percent.excludingExceptions',
            period,
            numerator: inTime,
            denominator: issued,
          },
          {
            measure: 'months.rolling12.percent.excludingExceptions',
            period,
            numerator: rolling12.inTime,
            denominator: rolling12.issued,
          },
        ]),
        { measure: 'open.total', period: openAssessments.on, numerator: openAssessments.open },
        {
          measure: 'open.overdue.all',
          period: openAssessments.on,
          numerator: openAssessments.overdue,
        },
        { measure: 'months.requests', period: month, numerator: requests.count },
        {
          measure: 'months.yearBefore.changePercent',
          period: month,
          numerator: Number.parseInt(requests.toldIncreaseOnYearBefore, 10),
        },
        ...plansMaintained.map(({ on, count }) => ({
          measure: 'plansMaintained',
          period: on,
          numerator: count,
        })),
      ],
    },
  })
}
