/**
 * The cases in which a plan was issued: in each month as many as were published, in time and late.
 */
import type { CivilDate } from '@send-ledger/core'
import { addDays, isWorkingDay, lastOfMonth, later } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { Chance } from '../chance.js'
import { backlogClearedOn, backlogOn } from '../dates.js'
import { firstOf, workingDay, workingDayFrom } from '../diary.js'
import { published } from '../published.js'
import type { Case } from './path.js'

interface MonthIssued {
  readonly month: string
  readonly issued: number
  readonly inTime: number
}

/** August to December 2020: the published sum, spread freely. */
const spread: readonly MonthIssued[] = [
  { month: '2020-08', issued: 45, inTime: 11 },
  { month: '2020-09', issued: 48, inTime: 13 },
  { month: '2020-10', issued: 50, inTime: 14 },
  { month: '2020-11', issued: 40, inTime: 12 },
  { month: '2020-12', issued: 35, inTime: 10 },
]

/** Before February 2020 nothing is published. */
const before: readonly MonthIssued[] = [
  { month: '2019-09', issued: 12, inTime: 1 },
  { month: '2019-10', issued: 14, inTime: 1 },
  { month: '2019-11', issued: 15, inTime: 0 },
  { month: '2019-12', issued: 13, inTime: 0 },
  { month: '2020-01', issued: 16, inTime: 1 },
]

/** Late plans of each month that were of the backlog. */
const ofBacklog: Readonly<Record<string, number>> = {
  '2020-02': 20,
  '2020-03': 20,
  '2020-04': 15,
  '2020-05': 20,
  '2020-06': 10,
  '2020-07': 8,
  '2020-08': 8,
  '2020-09': 5,
  '2020-10': 4,
}

/** Every case with a plan that counts in the published series, and those of the months before. */
export const issuedCases = (chance: Chance): readonly Case[] =>
  [
    ...before,
    ...published.timeliness.impliedBefore,
    ...spread,
    ...published.timeliness.months,
  ].flatMap((month) => casesOf(chance, month))

const casesOf = (chance: Chance, { month, issued, inTime }: MonthIssued): readonly Case[] =>
  Array.from({ length: issued }, (_, i) => {
    const isLast = month === '2020-10' && i === issued - 1
    const first = firstOf(month)
    const on = isLast ? backlogClearedOn : workingDay(chance, first, lastOfMonth(first))
    if (i < inTime) return issuedInTime(chance, on)
    const isBacklog = i >= issued - (ofBacklog[month] ?? 0)
    const requestedOn = isBacklog ? beforeBacklog(chance) : lateRequest(chance, on)
    return { requestedOn, end: { kind: 'issued', on } }
  })

const issuedInTime = (chance: Chance, on: CivilDate): Case => ({
  requestedOn: latestWorkingDay(addDays(on, -chance.between(104, 134))),
  end: { kind: 'issued', on },
})

/** Late, and of no backlog: requested after it was counted. */
const lateRequest = (chance: Chance, on: CivilDate): CivilDate =>
  workingDayFrom(
    later(addDays(on, -chance.between(150, 290)), addDays(backlogOn, chance.between(1, 9))),
  )

/** A day of the months in which the backlog grew. */
export const beforeBacklog = (chance: Chance): CivilDate =>
  latestWorkingDay(addDays(backlogOn, -chance.between(60, 300)))

/** The date, or the last working day before it. */
const latestWorkingDay = (date: CivilDate): CivilDate =>
  isWorkingDay(date) ? date : latestWorkingDay(addDays(date, -1))

type Ground = EventData<'ExceptionApplied'>['ground']

/** Plans of cases with an exception, or after mediation: outside the published series. */
export const setAsideCases = (chance: Chance): readonly Case[] => {
  const excused = (month: string, delay: number, exception: Ground): Case => {
    const on = workingDay(chance, firstOf(month), lastOfMonth(firstOf(month)))
    return {
      requestedOn: latestWorkingDay(addDays(on, -delay)),
      end: { kind: 'issued', on },
      exception,
    }
  }
  const mediated = (month: string): Case => {
    const on = workingDay(chance, firstOf(month), lastOfMonth(firstOf(month)))
    const requestedOn = latestWorkingDay(addDays(on, -190))
    return { requestedOn, end: { kind: 'issued', on }, mediated: true }
  }
  return [
    excused('2020-07', 150, 'coronavirus'),
    excused('2020-07', 165, 'coronavirus'),
    excused('2020-09', 175, 'coronavirus'),
    excused('2020-09', 150, 'coronavirus'),
    excused('2021-02', 180, 'personalCircumstances'),
    excused('2021-07', 170, 'absentFromArea'),
    excused('2021-07', 130, 'personalCircumstances'),
    mediated('2021-03'),
    mediated('2021-07'),
    mediated('2021-07'),
  ]
}
