/**
 * What is known of the compliance measures by the definitions of SI 2014/1530 and of the view.
 */
import { lawOf, type MeasureLaw, measure, type Reader } from '@send-ledger/core/projection'
import { ageBands } from './ages.js'
import type { ComplianceMeasure } from './measures.js'

type Law = MeasureLaw<ComplianceMeasure>

/** The laws of compliance. */
export const complianceLaws = (read: Reader<ComplianceMeasure>): readonly Law[] => {
  const kinds = [...read.dimensions('adviceRequested'), ...read.dimensions('adviceReturned')]
  return [
    ...pathLaws(read),
    ...maintainedLaws,
    ...(['dfe', 'all'] as const).flatMap(issuedLaws),
    ...decisionLaws,
    ...openLaws,
    ...[...new Set(kinds.map(([kind = '']) => kind))].sort().flatMap(adviceLaws),
    ...reviewLaws,
  ]
}

const atLeast = { holds: 'atLeastZero' } as const
/** A sum that counts people for each subject. */
const people = { ...atLeast, revealsPeople: true } as const
/** It counts people unless a refusal was overturned, or a plan came from elsewhere. */
const asARule = { ...people, always: false } as const
/** It counts people only since ever: who was requested in a month is decided in another. */
const untilADay = { ...asARule, over: 'untilADay' } as const

/** A part, and what is left of the whole, of which few must not be worked out. */
const rest = (name: string, whole: ComplianceMeasure, part: ComplianceMeasure): Law =>
  lawOf(
    name,
    [
      [1, whole],
      [-1, part],
    ],
    people,
  )

const allPlans = measure('issued', 'all', 'all')
const dfePlans = measure('issued', 'all', 'dfe')

/** How each case that was requested stands. */
const pathLaws = (read: Reader<ComplianceMeasure>): readonly Law[] => {
  const ended = read.dimensions('ended').map(([kind = '']) => measure('ended', kind))
  return [
    lawOf('each case that was requested is open, or ended in one way', [
      [1, 'requests'],
      [-1, 'open'],
      ...ended.map((each) => [-1, each] as const),
    ]),
    lawOf(
      'requests not decided',
      [
        [1, 'requests'],
        [-1, 'decided'],
      ],
      untilADay,
    ),
    lawOf(
      'open and decided',
      [
        [1, 'open'],
        [-1, 'requests'],
        [1, 'decided'],
      ],
      untilADay,
    ),
    lawOf(
      'decided, and neither refused nor a plan issued',
      [
        [1, 'decided'],
        [-1, 'refusedToAssess'],
        [-1, 'refusedToIssue'],
        [-1, allPlans],
      ],
      untilADay,
    ),
    lawOf(
      'ended, and neither refused nor a plan issued',
      [
        [1, 'requests'],
        [-1, 'open'],
        [-1, 'refusedToAssess'],
        [-1, 'refusedToIssue'],
        [-1, allPlans],
      ],
      asARule,
    ),
  ]
}

const maintainedLaws: readonly Law[] = [
  lawOf('plans maintained are those that started less those that ended', [
    [1, 'plans'],
    [-1, 'planStarted'],
    [1, 'planEnded'],
  ]),
  lawOf(
    'plans ended, where none came from elsewhere',
    [
      [1, allPlans],
      [-1, 'plans'],
    ],
    asARule,
  ),
  lawOf(
    'plans that came from elsewhere, where none ended',
    [
      [1, 'plans'],
      [-1, allPlans],
    ],
    asARule,
  ),
]

/** Plans of one cohort: in both bases, in time and over 52 weeks. */
const issuedLaws = (cohort: 'dfe' | 'all'): readonly Law[] => {
  const of = (name: 'issued' | 'inTime' | 'over52Weeks') =>
    [measure(name, 'all', cohort), measure(name, 'excludingExceptions', cohort)] as const
  const [issued, issuedRest] = of('issued')
  const [inTime, inTimeRest] = of('inTime')
  const [long, longRest] = of('over52Weeks')
  const late = [
    [1, issued],
    [-1, inTime],
  ] as const
  const lateRest = [
    [1, issuedRest],
    [-1, inTimeRest],
  ] as const
  const lateExcused = [...late, [-1, issuedRest], [1, inTimeRest]] as const
  const name = (text: string): string => `${text} (${cohort})`
  return [
    rest(name('plans with an exception'), issued, issuedRest),
    rest(name('plans with an exception, in time'), inTime, inTimeRest),
    rest(name('plans with an exception, over 52 weeks'), long, longRest),
    lawOf(name('plans late'), late, people),
    lawOf(name('plans late, without an exception'), lateRest, people),
    lawOf(name('plans with an exception, late'), lateExcused, people),
    lawOf(name('plans over 20 to 52 weeks'), [...late, [-1, long]], people),
    lawOf(
      name('plans over 20 to 52 weeks, without an exception'),
      [...lateRest, [-1, longRest]],
      people,
    ),
    lawOf(
      name('plans with an exception, over 20 to 52 weeks'),
      [...lateExcused, [-1, long], [1, longRest]],
      people,
    ),
  ]
}

const decisionLaws: readonly Law[] = [
  rest('decisions late', 'decided', 'decidedInTime'),
  lawOf(
    'decisions to assess',
    [
      [1, 'decided'],
      [-1, 'refusedToAssess'],
    ],
    asARule,
  ),
  rest('refusals to issue, late', 'refusedToIssue', 'refusedToIssueInTime'),
  lawOf('plans of all cohorts are those of the DfE and those left out', [
    [1, allPlans],
    [-1, dfePlans],
    [-1, 'leftOut'],
  ]),
]

const overdue = {
  all: measure('overdue', 'all'),
  rest: measure('overdue', 'excludingExceptions'),
}

const ages = ageBands.filter(({ from }) => from > 0).map(({ from }) => from)

const openLaws: readonly Law[] = [
  rest('overdue with an exception', overdue.all, overdue.rest),
  rest('open and not overdue', 'open', overdue.all),
  // Not where a refusal was overturned, or days are counted inclusively.
  lawOf(
    'overdue after 140 days',
    [
      [1, overdue.all],
      [-1, measure('openFrom', '141')],
    ],
    {
      always: false,
    },
  ),
  ...ages.map((days, i) =>
    lawOf(
      `open for less than ${days} days`,
      [
        [1, i === 0 ? 'open' : measure('openFrom', String(ages[i - 1]))],
        [-1, measure('openFrom', String(days))],
      ],
      atLeast,
    ),
  ),
]

/** Advice of one kind: what was requested has been returned, or is outstanding. */
const adviceLaws = (kind: string): readonly Law[] => {
  const returned = measure('adviceReturned', kind)
  const outstanding = measure('adviceOutstanding', kind)
  return [
    lawOf(
      `advice neither in time nor excused (${kind})`,
      [
        [1, returned],
        [-1, measure('adviceInTime', kind)],
        [-1, measure('adviceExcused', kind)],
      ],
      people,
    ),
    rest(
      `advice outstanding and not overdue (${kind})`,
      outstanding,
      measure('adviceOverdue', kind),
    ),
    lawOf(
      `advice outstanding (${kind})`,
      [
        [1, measure('adviceRequested', kind)],
        [-1, returned],
        [-1, outstanding],
      ],
      // Not where advice is dated before it was requested.
      { always: false },
    ),
  ]
}

const reviewLaws: readonly Law[] = [
  rest('reviews decided late', 'reviewsDecided', 'reviewsDecidedInTime'),
  lawOf(
    'reviews held and not decided',
    [
      [1, 'reviewsHeld'],
      [-1, 'reviewsDecided'],
    ],
    untilADay,
  ),
]
