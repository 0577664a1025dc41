/**
 * The path of one case: from the request to its end, with the decision, the advice and the draft
 * on the way.
 */
import type { CivilDate } from '@send-ledger/core'
import { addDays, daysBetween, earlier, later } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { Chance } from '../chance.js'
import { opened, reportDate } from '../dates.js'
import { type Diary, workingDayFrom } from '../diary.js'

/** How a case ends; not at all where it is still open. */
export type End =
  | { readonly kind: 'issued'; readonly on: CivilDate; readonly correctedFrom?: CivilDate }
  | { readonly kind: 'refusedToAssess' | 'refusedToIssue' | 'withdrawn'; readonly on: CivilDate }
  | { readonly kind: 'open' }

/** One case. */
export interface Case {
  readonly requestedOn: CivilDate
  readonly end: End
  readonly exception?: EventData<'ExceptionApplied'>['ground']
  readonly mediated?: boolean
}

const requesters = ['school', 'school', 'school', 'parent', 'parent', 'health', 'other'] as const

const adviceKinds = ['parent', 'school', 'educationalPsychology', 'health', 'socialCare'] as const

/** Enters a case into the diary. */
export const enterCase = (diary: Diary, chance: Chance, stream: string, each: Case): void => {
  const { requestedOn, end } = each
  diary.enter({
    stream,
    type: 'RequestReceived',
    on: requestedOn,
    data: { requestedBy: chance.of(requesters), startedBy: 'request' },
  })
  if (end.kind === 'withdrawn') {
    diary.enter({ stream, type: 'RequestWithdrawn', on: end.on, data: {} })
    return
  }
  if (end.kind === 'refusedToAssess') {
    diary.enter({ stream, type: 'AssessmentRefused', on: end.on, data: {} })
    return
  }
  enterAssessment(diary, chance, stream, each)
  if (end.kind === 'refusedToIssue') {
    diary.enter({ stream, type: 'PlanRefused', on: end.on, data: {} })
  }
  if (end.kind === 'issued') enterPlan(diary, chance, stream, end)
}

/** The assessment, as far as it came by the end of the case, or by the date of the report. */
const enterAssessment = (
  diary: Diary,
  chance: Chance,
  stream: string,
  { requestedOn, end, exception, mediated = false }: Case,
): void => {
  const last = end.kind === 'open' ? reportDate : end.on
  const room = daysBetween(requestedOn, last)
  const agreedOn = workingDayFrom(addDays(requestedOn, chance.between(18, 38)))
  const askedOn = workingDayFrom(addDays(agreedOn, chance.between(0, 3)))
  const draftOn = addDays(last, -chance.between(16, 24))
  const steps: { on: CivilDate; enter: (on: CivilDate) => void }[] = []
  const step = (on: CivilDate, enter: (on: CivilDate) => void): void => {
    steps.push({ on, enter })
  }
  step(agreedOn, (on) => diary.enter({ stream, type: 'AssessmentAgreed', on, data: {} }))
  adviceKinds.forEach((kind, i) => {
    const adviceId = `advice-${i + 1}`
    const returnedOn = workingDayFrom(
      addDays(askedOn, chance.between(20, kind === 'educationalPsychology' ? 75 : 46)),
    )
    const isEnteredLate = chance.percent(2)
    step(askedOn, (on) =>
      diary.enter({ stream, type: 'AdviceRequested', on, data: { adviceId, kind } }),
    )
    step(end.kind === 'open' ? returnedOn : earlier(returnedOn, addDays(draftOn, -1)), (on) =>
      diary.enter({
        stream,
        type: 'AdviceReturned',
        on,
        data: { adviceId },
        ...(isEnteredLate
          ? { recordedOn: earlier(workingDayFrom(addDays(later(on, opened), 25)), reportDate) }
          : {}),
      }),
    )
  })
  if (mediated) {
    step(addDays(last, -12), (on) =>
      diary.enter({ stream, type: 'MediationRequested', on, data: { about: 'issue' } }),
    )
  }
  if (exception) {
    step(addDays(requestedOn, Math.min(room - 1, 120)), (on) =>
      diary.enter({
        stream,
        type: 'ExceptionApplied',
        on,
        data: { limit: 'finalPlan', ground: exception },
      }),
    )
  }
  if (end.kind === 'issued') {
    step(draftOn, (on) => diary.enter({ stream, type: 'DraftPlanIssued', on, data: {} }))
  }
  for (const { on, enter } of steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (on <= last) enter(on)
  }
}

/** A plan; where its date was first entered wrong, with its correction two weeks later. */
const enterPlan = (
  diary: Diary,
  chance: Chance,
  stream: string,
  { on, correctedFrom }: End & { readonly kind: 'issued' },
): void => {
  const corrects = diary.enter({
    stream,
    type: 'PlanIssued',
    on: correctedFrom ?? on,
    data: { settingKind: chance.of(['mainstream', 'special', 'resourcedProvision']) },
  })
  if (correctedFrom === undefined) return
  diary.enter({
    stream,
    type: 'EventCorrected',
    on: workingDayFrom(addDays(on, 14)),
    data: { corrects, effectiveOn: on, reason: 'The date was that of the draft letter.' },
  })
}
