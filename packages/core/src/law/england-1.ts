/**
 * The rule set `england-1`: the statutory clock for children and young people with special
 * educational needs in England, from 1 September 2014.
 *
 * Source: Children and Families Act 2014 Part 3; Special Educational Needs and Disability
 * Regulations 2014, SI 2014/1530 ("the Regulations").
 */
import { civilDate } from '../time/civil-date.js'
import type { ExceptionGround, Limit, Rule, RuleSet } from './rule.js'

const commencement = { from: civilDate('2014-09-01') }

/** SI 2020/471 was in force for these days and excused what coronavirus made impracticable. */
const coronavirus: ExceptionGround = {
  ground: 'coronavirus',
  citation: 'SI 2020/471 (in force from 1 May to 25 September 2020)',
  inForce: { from: civilDate('2020-05-01'), until: civilDate('2020-09-25') },
}

const grounds = (citation: string, ...names: readonly string[]): readonly ExceptionGround[] => [
  ...names.map((ground) => ({ ground, citation, inForce: commencement })),
  coronavirus,
  // The source of a figure may say that an exception was relied on, and not which.
  { ground: 'notStated', citation, inForce: commencement },
]

/** What excuses the authority. */
const authority = (citation: string): readonly ExceptionGround[] =>
  grounds(citation, 'schoolClosed', 'earlyYearsClosed', 'personalCircumstances', 'absentFromArea')

/** What excuses a body that gives advice: closure does not, a missed appointment does. */
const adviceGiver = (citation: string): readonly ExceptionGround[] =>
  grounds(citation, 'personalCircumstances', 'absentFromArea', 'missedAppointment')

const weeks = (count: number): Limit => ({ count, unit: 'weeks' })

const within = (rule: Omit<Rule, 'counting' | 'inForce' | 'exceptions'> & Partial<Rule>): Rule => ({
  counting: 'within',
  inForce: commencement,
  exceptions: [],
  ...rule,
})

/** The rule set `england-1`: rows with citation, limit, days in force and exceptions. */
export const england1: RuleSet = {
  name: 'england-1',
  rules: [
    within({
      id: 'decision',
      citation: 'SI 2014/1530 reg 5(1)',
      starts: 'RequestReceived',
      ends: ['AssessmentAgreed', 'AssessmentRefused'],
      limit: weeks(6),
      exceptions: authority('SI 2014/1530 reg 5(4)'),
    }),
    within({
      id: 'advice',
      citation: 'SI 2014/1530 reg 8(1)',
      starts: 'AdviceRequested',
      ends: ['AdviceReturned'],
      limit: weeks(6),
      exceptions: adviceGiver('SI 2014/1530 reg 8(2)'),
    }),
    within({
      id: 'refusal',
      citation: 'SI 2014/1530 reg 10(1)',
      starts: 'RequestReceived',
      ends: ['PlanRefused'],
      limit: weeks(16),
      exceptions: authority('SI 2014/1530 reg 10(4)'),
    }),
    within({
      id: 'finalPlan',
      citation: 'SI 2014/1530 reg 13(2)',
      starts: 'RequestReceived',
      ends: ['PlanIssued'],
      limit: weeks(20),
      exceptions: authority('SI 2014/1530 reg 13(3)'),
    }),
    within({
      id: 'representations',
      citation: 'SI 2014/1530 reg 13(1)(a)',
      starts: 'DraftPlanIssued',
      ends: [],
      limit: { count: 15, unit: 'days' },
      counting: 'beginningWith',
    }),
    within({
      id: 'reviewDecision',
      citation: 'SI 2014/1530 reg 20(10)',
      starts: 'ReviewMeetingHeld',
      ends: ['ReviewDecided'],
      limit: weeks(4),
    }),
    within({
      id: 'amendedPlan',
      citation: 'SI 2014/1530 reg 22(3)',
      starts: 'AmendmentNoticeSent',
      ends: ['AmendedPlanIssued'],
      limit: weeks(8),
    }),
    within({
      id: 'reviewToPlan',
      citation: 'SI 2014/1530 reg 20(10) and 22(3) as read in [2022] EWHC 493 (Admin)',
      starts: 'ReviewMeetingHeld',
      ends: ['AmendedPlanIssued'],
      limit: weeks(12),
      knownFrom: civilDate('2022-03-08'),
    }),
    within({
      id: 'annualReview',
      citation: 'Children and Families Act 2014 s.44(1)',
      starts: 'PlanIssued',
      ends: ['ReviewDecided'],
      limit: { count: 12, unit: 'months' },
    }),
    ...tribunal(),
  ],
}

/** The limits that run from an order of the First-tier Tribunal. */
function tribunal(): readonly Rule[] {
  const ordered = (rule: Pick<Rule, 'id' | 'citation' | 'ends' | 'limit'>): Rule =>
    within({ starts: 'AppealConcluded', ...rule })
  return [
    ordered({
      id: 'tribunalAssessNotice',
      citation: 'SI 2014/1530 reg 44(2)(b)(i)',
      ends: ['AssessmentAgreed'],
      limit: weeks(2),
    }),
    ordered({
      id: 'tribunalAssessNoPlan',
      citation: 'SI 2014/1530 reg 44(2)(b)(ii)',
      ends: ['PlanRefused'],
      limit: weeks(10),
    }),
    ordered({
      id: 'tribunalAssess',
      citation: 'SI 2014/1530 reg 44(2)(b)(iii)',
      ends: ['PlanIssued'],
      limit: weeks(14),
    }),
    ordered({
      id: 'tribunalIssueDraft',
      citation: 'SI 2014/1530 reg 44(2)(c)(i)',
      ends: ['DraftPlanIssued'],
      limit: weeks(5),
    }),
    ordered({
      id: 'tribunalIssue',
      citation: 'SI 2014/1530 reg 44(2)(c)(ii)',
      ends: ['PlanIssued'],
      limit: weeks(11),
    }),
    ordered({
      id: 'tribunalAmend',
      citation: 'SI 2014/1530 reg 44(2)',
      ends: ['AmendedPlanIssued'],
      limit: weeks(5),
    }),
  ]
}
