/**
 * Every event of a case in the states that begin and end it: taken, or refused by the rule named.
 */
import { testTable } from './states.js'

const [asked, agreed] = ['RequestReceived', 'AssessmentAgreed']
const issued = [asked, agreed, 'PlanIssued']

testTable({
  category: 'case',
  stream: 'case-1',
  states: {
    none: [],
    asked: [asked],
    void: [asked, 'EventRetracted of 1'],
    advised: [asked, agreed, 'AdviceRequested'],
    refused: [asked, 'AssessmentRefused'],
    forward: ['PlanBroughtForward'],
    review: ['PlanTransferredIn', 'ReviewMeetingHeld'],
    issued,
    ceased: [...issued, 'PlanCeased'],
  },
  data: { ExceptionApplied: { limit: 'finalPlan', ground: 'personalCircumstances' } },
  rules: {
    start: 'starts-with',
    twice: 'starts-once',
    agree: 'advice-needs-assessment',
    what: 'answers-something',
    id: 'id-unique',
    decided: 'decision-once',
    asked: 'plan-needs-request',
    open: 'plan-needs-open-case',
    one: 'plan-issued-once',
    plan: 'needs-plan',
    ends: 'plan-ends-once',
    late: 'nothing-after-plan-end',
    again: 'ends-once',
    needs: 'ends-need-request',
    other: 'mends-own-stream',
    stands: 'mends-what-stands',
  },
  cells: `
                         none    asked   void    advised refused forward review  issued  ceased
    RequestReceived      ok      twice   ok      twice   twice   twice   twice   twice   twice
    RequestWithdrawn     start   ok      start   ok      again   needs   needs   again   again
    AssessmentAgreed     start   ok      start   decided decided ok      ok      decided decided
    AssessmentRefused    start   ok      start   decided decided ok      ok      decided decided
    AdviceRequested      start   agree   start   id      agree   agree   agree   ok      ok
    AdviceReturned       start   what    start   ok      what    what    what    what    what
    ExceptionApplied     start   ok      start   ok      ok      ok      ok      ok      ok
    PlanRefused          start   ok      start   ok      again   needs   needs   again   again
    DraftPlanIssued      start   ok      start   ok      ok      ok      ok      ok      ok
    PlanIssued           start   ok      start   ok      open    asked   asked   one     one
    CaseTransferredOut   start   ok      start   ok      again   needs   needs   again   again
    MediationRequested   start   ok      start   ok      ok      ok      ok      ok      ok
    AppealLodged         start   ok      start   ok      ok      ok      ok      ok      ok
    AppealConcluded      start   ok      start   ok      ok      ok      ok      ok      ok
    PlanBroughtForward   ok      twice   ok      twice   twice   twice   twice   twice   twice
    PlanTransferredIn    ok      twice   ok      twice   twice   twice   twice   twice   twice
    PlanTransferredOut   start   plan    start   plan    plan    ok      ok      ok      ends
    ReviewMeetingHeld    start   plan    start   plan    plan    ok      id      ok      late
    ReviewDecided        start   plan    start   plan    plan    ok      ok      ok      late
    AmendmentNoticeSent  start   plan    start   plan    plan    ok      ok      ok      late
    AmendedPlanIssued    start   plan    start   plan    plan    ok      ok      ok      late
    PlanAudited          start   plan    start   plan    plan    ok      ok      ok      ok
    PlanCeased           start   plan    start   plan    plan    ok      ok      ok      ends
    EventCorrected       other   ok      stands  start   start   ok      start   start   start
    EventRetracted       other   ok      stands  start   start   ok      start   start   start
  `,
})
