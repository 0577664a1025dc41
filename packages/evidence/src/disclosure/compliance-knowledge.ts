/**
 * What everybody knows of the compliance figures by the definitions of SI 2014/1530 and of the
 * view, before he sees one.
 */
import type { Compliance, ComplianceMeasure } from '@send-ledger/compliance'
import { measure } from '@send-ledger/core/projection'
import type { Knowledge, MeasureLaw } from './knowledge.js'

/** The laws of the compliance measures for the answers in which these kinds of advice occur. */
export const complianceKnowledge = ({ advice }: Pick<Compliance, 'advice'>): Knowledge => ({
  laws: [
    ...(['dfe', 'all'] as const).flatMap(planLaws),
    ...decisionLaws,
    ...openLaws,
    ...[...new Set(advice.map(({ kind }) => kind))].sort().flatMap(adviceLaws),
    ...reviewLaws,
  ],
  isPersonal: () => true,
  unitsPerPerson: () => 1,
})

type Term = readonly [times: number, measure: ComplianceMeasure]

const law = (
  name: string,
  terms: readonly Term[],
  how: Partial<Pick<MeasureLaw, 'holds' | 'isSecret'>> = {},
): MeasureLaw => ({
  name,
  terms: terms.map(([times, each]) => ({ times, measure: each })),
  holds: 'atLeastNought',
  isSecret: false,
  ...how,
})

/** A part, and what is left of the whole, of which few must not be worked out. */
const part = (name: string, whole: ComplianceMeasure, ...parts: readonly ComplianceMeasure[]) =>
  law(name, [[1, whole], ...parts.map((each): Term => [-1, each])], { isSecret: true })

/** Plans of one cohort: in both bases, in time and over 52 weeks. */
const planLaws = (cohort: 'dfe' | 'all'): readonly MeasureLaw[] => {
  const of = (name: 'issued' | 'inTime' | 'over52Weeks') => ({
    all: measure(name, 'all', cohort),
    rest: measure(name, 'excludingExceptions', cohort),
  })
  const [issued, inTime, long] = [of('issued'), of('inTime'), of('over52Weeks')]
  return [
    part(`plans with an exception (${cohort})`, issued.all, issued.rest),
    part(`plans with an exception, in time (${cohort})`, inTime.all, inTime.rest),
    part(`plans with an exception, over 52 weeks (${cohort})`, long.all, long.rest),
    part(`plans late (${cohort})`, issued.all, inTime.all),
    part(`plans late, without an exception (${cohort})`, issued.rest, inTime.rest),
    law(`plans over 20 to 52 weeks (${cohort})`, [
      [1, issued.all],
      [-1, inTime.all],
      [-1, long.all],
    ]),
    law(`plans over 20 to 52 weeks, without an exception (${cohort})`, [
      [1, issued.rest],
      [-1, inTime.rest],
      [-1, long.rest],
    ]),
    law(
      `plans with an exception, late (${cohort})`,
      [
        [1, issued.all],
        [-1, issued.rest],
        [-1, inTime.all],
        [1, inTime.rest],
      ],
      { isSecret: true },
    ),
    law(`plans with an exception, over 20 to 52 weeks (${cohort})`, [
      [1, issued.all],
      [-1, issued.rest],
      [-1, inTime.all],
      [1, inTime.rest],
      [-1, long.all],
      [1, long.rest],
    ]),
  ]
}

const decisionLaws: readonly MeasureLaw[] = [
  part('decisions late', 'decided', 'decidedInTime'),
  part('decisions to assess', 'decided', 'refusedToAssess'),
  part('refusals to issue, late', 'refusedToIssue', 'refusedToIssueInTime'),
  law(
    'plans of all cohorts',
    [
      [1, measure('issued', 'all', 'all')],
      [-1, measure('issued', 'all', 'dfe')],
      [-1, 'leftOut'],
    ],
    { holds: 'nought' },
  ),
]

const overdue = {
  all: measure('overdue', 'all'),
  rest: measure('overdue', 'excludingExceptions'),
}

const openLaws: readonly MeasureLaw[] = [
  part('overdue with an exception', overdue.all, overdue.rest),
  part('open and not overdue', 'open', overdue.all),
  // So it is, unless a refusal was overturned or days are counted inclusively.
  law(
    'overdue after 140 days',
    [
      [1, overdue.all],
      [-1, measure('openFrom', '141')],
    ],
    { holds: 'nought' },
  ),
  ...[43, 113, 141, 183, 365].map((days, i, all) =>
    law(`open for ${days} days`, [
      [1, i === 0 ? 'open' : measure('openFrom', String(all[i - 1]))],
      [-1, measure('openFrom', String(days))],
    ]),
  ),
]

/** Advice of one kind: what is outstanding was requested and has not been returned. */
const adviceLaws = (kind: string): readonly MeasureLaw[] => {
  const returned = measure('adviceReturned', kind)
  const outstanding = measure('adviceOutstanding', kind)
  return [
    law(`advice not in time nor excused (${kind})`, [
      [1, returned],
      [-1, measure('adviceInTime', kind)],
      [-1, measure('adviceExcused', kind)],
    ]),
    part(
      `advice outstanding and not overdue (${kind})`,
      outstanding,
      measure('adviceOverdue', kind),
    ),
    law(
      `advice outstanding (${kind})`,
      [
        [1, measure('adviceRequested', kind)],
        [-1, returned],
        [-1, outstanding],
      ],
      { holds: 'nought' },
    ),
  ]
}

const reviewLaws: readonly MeasureLaw[] = [
  part('reviews decided late', 'reviewsDecided', 'reviewsDecidedInTime'),
]
