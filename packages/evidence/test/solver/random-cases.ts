/**
 * Small histories of cases by chance, and what happened in them, counted from the fates alone.
 */
import { type Draft, instant } from '@send-ledger/core'
import * as fc from 'fast-check'
import { draft } from '../verify/ledger/rogue.js'

const fates = [
  'undecided',
  'withdrawn',
  'withdrawnLater',
  'refused',
  'agreed',
  'refusedToIssue',
  'issued',
  'ceased',
] as const

/** A case: on which day after 4 January 2021 it was requested, and what became of it. */
export interface Case {
  readonly day: number
  readonly fate: (typeof fates)[number]
  readonly late: boolean
}

/** Up to 25 cases. */
export const cases: fc.Arbitrary<readonly Case[]> = fc.constantFrom(3, 10, 25).chain((most) =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 50 }),
      fate: fc.constantFrom(...fates),
      late: fc.boolean(),
    }),
    { minLength: 1, maxLength: most },
  ),
)

/** What is recorded of a case: the type, and the day after 4 January. */
type Step = readonly [type: Parameters<typeof draft>[2], day: number, data?: object]

const stepsOf = ({ day, fate, late }: Case): readonly Step[] => {
  const asked: Step = ['RequestReceived', day, { requestedBy: 'school', startedBy: 'request' }]
  const decidedOn = day + (late ? 50 : 40)
  const agreed: Step = ['AssessmentAgreed', decidedOn]
  const drafted: Step = ['DraftPlanIssued', day + 100]
  const issued: Step = ['PlanIssued', day + (late ? 150 : 130)]
  switch (fate) {
    case 'undecided':
      return [asked]
    case 'withdrawn':
      return [asked, ['RequestWithdrawn', day + 20]]
    case 'withdrawnLater':
      return [asked, agreed, ['RequestWithdrawn', day + 90]]
    case 'refused':
      return [asked, ['AssessmentRefused', decidedOn]]
    case 'agreed':
      return [asked, agreed]
    case 'refusedToIssue':
      return [asked, agreed, ['PlanRefused', day + 110]]
    case 'issued':
      return [asked, agreed, drafted, issued]
    case 'ceased':
      return [asked, agreed, drafted, issued, ['PlanCeased', day + 155, { reason: 'needsMet' }]]
  }
}

const dateOf = (day: number): string =>
  new Date(Date.UTC(2021, 0, 4) + day * 86_400_000).toISOString().slice(0, 10)

const dated = (history: readonly Case[]) =>
  history
    .flatMap((each, i) =>
      stepsOf(each).map(([type, day, data]) => ({
        type,
        data,
        on: dateOf(day),
        stream: `case-${i + 1}`,
      })),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** A programme and the records until a day, in the order of their days. */
export const draftsUntil = (history: readonly Case[], until: string): readonly Draft[] => [
  draft(1, 'programme-1', 'ProgrammeEstablished', '2020-12-01', {
    title: 'A programme',
    framework: 'writtenStatementOfAction',
  }),
  ...dated(history)
    .filter(({ on }) => on <= until)
    .map(({ stream, type, on, data }, n) => ({
      ...draft(n + 2, stream, type, on, data),
      recordedAt: instant(`${on}T12:00:00.000Z`),
    })),
]

/** How many cases have come to a type of record by a day, and to none of the others. */
export const counted = (
  history: readonly Case[],
  until: string,
  has: readonly string[],
  hasNot: readonly string[] = [],
): number =>
  history.filter((each) => {
    const come = stepsOf(each).filter(([, day]) => dateOf(day) <= until)
    const types = come.map(([type]) => type as string)
    return types.some((type) => has.includes(type)) && !types.some((type) => hasNot.includes(type))
  }).length
