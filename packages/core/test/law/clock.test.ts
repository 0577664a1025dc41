import { civilDate, type Law } from '@send-ledger/core'
import { england1, exceptionFor, lastDayInTime, ruleFor } from '@send-ledger/core/projection'
import type { RuleId } from '../../src/law/rule.js'

const exclusive: Law = { ruleSet: england1, counting: 'exclusive' }
const inclusive: Law = { ruleSet: england1, counting: 'inclusive' }

test.each<[RuleId, string, string]>([
  ['decision', '2021-01-04', '2021-02-15'],
  ['advice', '2021-01-04', '2021-02-15'],
  ['refusal', '2021-01-04', '2021-04-26'],
  ['finalPlan', '2021-01-04', '2021-05-24'],
  ['finalPlan', '2019-10-13', '2020-03-01'],
  ['representations', '2021-01-04', '2021-01-18'],
  ['reviewDecision', '2021-01-04', '2021-02-01'],
  ['amendedPlan', '2021-01-04', '2021-03-01'],
  ['reviewToPlan', '2022-03-08', '2022-05-31'],
  ['annualReview', '2020-02-29', '2021-02-28'],
  ['tribunalAssessNotice', '2021-01-04', '2021-01-18'],
  ['tribunalAssessNoPlan', '2021-01-04', '2021-03-15'],
  ['tribunalAssess', '2021-01-04', '2021-04-12'],
  ['tribunalIssueDraft', '2021-01-04', '2021-02-08'],
  ['tribunalIssue', '2021-01-04', '2021-03-22'],
  ['tribunalAmend', '2021-01-04', '2021-02-08'],
])('%s that starts on %s is in time until %s', (rule, start, last) => {
  expect(lastDayInTime(exclusive, rule, civilDate(start))).toBe(last)
})

test('where the day of receipt counts, the last day in time is one day earlier', () => {
  expect(lastDayInTime(inclusive, 'finalPlan', civilDate('2021-01-04'))).toBe('2021-05-23')
})

test('"beginning with" counts the first day under either policy', () => {
  const date = civilDate('2021-01-04')
  expect(lastDayInTime(inclusive, 'representations', date)).toBe(
    lastDayInTime(exclusive, 'representations', date),
  )
})

test.each([
  ['2020-04-30', false],
  ['2020-05-01', true],
  ['2020-09-25', true],
  ['2020-09-26', false],
])('on %s coronavirus excuses: %s', (on, excuses) => {
  const exception = exceptionFor(england1, 'finalPlan', 'coronavirus', civilDate(on))
  expect(exception !== undefined).toBe(excuses)
})

test.each<[RuleId, string, boolean]>([
  ['advice', 'schoolClosed', false],
  ['advice', 'missedAppointment', true],
  ['finalPlan', 'missedAppointment', false],
  ['finalPlan', 'schoolClosed', true],
  ['decision', 'personalCircumstances', true],
  ['refusal', 'absentFromArea', true],
  ['reviewDecision', 'personalCircumstances', false],
])('from the limit %s the ground %s excuses: %s', (rule, ground, excuses) => {
  const exception = exceptionFor(england1, rule, ground, civilDate('2021-01-04'))
  expect(exception !== undefined).toBe(excuses)
})

test('a row that comes into force later governs only the clocks that start from then on', () => {
  const changed = {
    name: 'changed',
    rules: [
      ...england1.rules,
      {
        ...ruleFor(england1, 'finalPlan', civilDate('2021-01-04')),
        limit: { count: 16, unit: 'weeks' as const },
        inForce: { from: civilDate('2021-02-01') },
      },
    ],
  }
  const law: Law = { ruleSet: changed, counting: 'exclusive' }
  expect(lastDayInTime(law, 'finalPlan', civilDate('2021-01-31'))).toBe('2021-06-20')
  expect(lastDayInTime(law, 'finalPlan', civilDate('2021-02-01'))).toBe('2021-05-24')
})

test('every rule cites its source and says since when it is in force', () => {
  for (const rule of england1.rules) {
    expect(rule.citation).toMatch(/SI 2014\/1530 reg \d+|Act 2014 s\.\d+/)
    expect(rule.inForce.from).toBe('2014-09-01')
  }
})

test('the reading of the 12 weeks is known from the day of the judgment', () => {
  expect(ruleFor(england1, 'reviewToPlan', civilDate('2021-01-04')).knownFrom).toBe('2022-03-08')
})
