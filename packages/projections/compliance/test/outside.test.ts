import { civilDate } from '@send-ledger/core'
import { measure, type Sum } from '@send-ledger/core/projection'
import { pathProjection, whyOutside } from '../src/index.js'
import type { PathFacts, Turn } from '../src/path.js'

const facts = (
  turns: readonly (readonly [Turn, string])[],
  exceptions: readonly string[] = [],
): PathFacts => ({
  ...pathProjection.initial(),
  milestones: turns.map(([turn, on], position) => ({ turn, on: civilDate(on), position })),
  exceptions: exceptions.map(civilDate),
})

const asAt = civilDate('2021-07-31')
const figure = (...measures: readonly string[]): Pick<Sum, 'reads'> => ({
  reads: measures.map((name) => {
    const [first = '', ...dimensions] = name.split('|')
    return { measure: measure(first, ...dimensions), to: asAt, times: 1 }
  }),
})

const requested = ['requested', '2021-06-01'] as const
const refused = ['refusedToAssess', '2021-06-20'] as const

test.each<readonly [string, readonly string[], PathFacts, string | undefined]>([
  ['no request', ['open'], facts([]), 'notRequested'],
  ['requested later', ['open'], facts([['requested', '2021-08-01']]), 'notRequested'],
  ['withdrawn', ['open'], facts([requested, ['withdrawn', '2021-06-09']]), 'withdrawn'],
  ['refused', ['overdue|all'], facts([requested, refused]), 'refusedToAssess'],
  ['issued that day', ['open'], facts([requested, ['issued', '2021-07-31']]), 'issued'],
  [
    'sent on the day after, so open: within the 20 weeks',
    ['overdue|all'],
    facts([requested, ['issued', '2021-08-01']]),
    'withinLimit',
  ],
  [
    'an exception before',
    ['overdue|excludingExceptions'],
    facts([['requested', '2020-06-01']], ['2020-09-01']),
    'exception',
  ],
  [
    'an exception after',
    ['overdue|excludingExceptions'],
    facts([requested], ['2021-08-01']),
    'withinLimit',
  ],
  [
    'open again by order',
    ['overdue|all'],
    facts([requested, refused, ['ordered', '2021-07-20']]),
    'reopened',
  ],
  ['of another age', ['openFrom|141', 'openFrom|183'], facts([requested]), 'otherAge'],
  ['no plan', ['issued|all|all'], facts([requested]), 'notIssued'],
  [
    'plans elsewhere',
    ['inTime|all|all'],
    facts([requested, ['issued', '2021-08-02']]),
    'otherMonth',
  ],
  ['something else', ['plans'], facts([requested]), undefined],
])('%s: why a case is not in %s', (_, measures, of, because) => {
  expect(whyOutside(figure(...measures), of)).toBe(because)
})
