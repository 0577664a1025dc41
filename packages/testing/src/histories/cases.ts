/**
 * Cases by chance: requests with all that may come of them, and plans brought forward.
 */
import type { EventType } from '@send-ledger/core/records'
import * as fc from 'fast-check'
import { days, maybe, one, told, turning } from './told.js'

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

/** A request, and what may come of it. */
export const requested = fc.tuple(
  told('RequestReceived', fc.constant(0), one({ requestedBy: 'school', startedBy: 'request' })),
  maybe(told(one<EventType>('AssessmentAgreed', 'AssessmentRefused'), turning(42))),
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

/** A plan that was maintained when the ledger began. */
export const broughtForward = fc.tuple(
  told('PlanBroughtForward', fc.constant(0)),
  maybe(told('PlanCeased', days(0, 500), one({ reason: 'needsMet' }))),
  maybe(told('PlanTransferredOut', days(0, 500))),
)
