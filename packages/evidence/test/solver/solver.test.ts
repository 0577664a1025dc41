/**
 * A solver that shares no code with disclosure control reads packs for the public of small ledgers.
 */
import { civilDate } from '@send-ledger/core'
import { defaultPolicy } from '@send-ledger/disclosure'
import * as fc from 'fast-check'
import { runs, sampled } from '../../../../test/kit/long.js'
import { asPrevious, ledgerOf, packOf } from '../verify/pack/packs.js'
import { type Case, cases, counted, draftsUntil } from './random-cases.js'
import { amount, Reader, scaled } from './reader.js'
import { hiddenIn, readAll, sumsOf } from './what-is-printed.js'
import { truthOf } from './what-is-true.js'

const [first, second] = ['2021-05-31', '2021-07-31']

/** A pack of what happened by each of two days; the second reckons with the first. */
const twoPacks = async (history: readonly Case[]) => {
  const order = { public: { policy: defaultPolicy } }
  const before = await packOf(draftsUntil(history, first), { ...order, asAt: civilDate(first) })
  const after = await packOf(draftsUntil(history, second), {
    ...order,
    asAt: civilDate(second),
    previous: asPrevious(before),
  })
  return [before, after] as const
}

/** What is true by a day, counted from the histories. */
const truth = (history: readonly Case[], until: string) => {
  const decided = ['AssessmentAgreed', 'AssessmentRefused']
  return {
    undecided: counted(history, until, ['RequestReceived'], decided),
    withdrawn: counted(history, until, ['RequestWithdrawn']),
    ceased: counted(history, until, ['PlanCeased']),
  }
}

type Name = keyof ReturnType<typeof truth>

type Packs = Awaited<ReturnType<typeof twoPacks>>

/** The small counts of people that he can work out. */
const workedOut = async (history: readonly Case[]): Promise<readonly string[]> => {
  const packs = await twoPacks(history)
  const reader = readerOf(packs)
  return [...(await sumsIn(reader, packs, history)), ...(await cellsIn(reader, packs, history))]
}

/** He reads both packs. */
const readerOf = (packs: Packs): Reader => {
  const reader = new Reader()
  for (const pack of packs) {
    readAll(reader, pack)
    for (const sum of Object.values(sumsOf(pack))) reader.isAtLeast(sum, 0)
  }
  return reader
}

/** Requests undecided, withdrawn, and plans ceased, at each day and between them. */
const sumsIn = async (
  reader: Reader,
  packs: Packs,
  history: readonly Case[],
): Promise<readonly string[]> => {
  const [then, now] = packs.map((pack) => sumsOf(pack)) as [
    ReturnType<typeof sumsOf>,
    ReturnType<typeof sumsOf>,
  ]
  const [was, is] = [truth(history, first), truth(history, second)]
  const found: string[] = []
  for (const name of Object.keys(is) as Name[]) {
    const since = amount(...scaled(now[name], 1), ...scaled(then[name], -1))
    if (name !== 'undecided') reader.isAtLeast(since, 0)
    for (const [when, sum, value] of [
      ['then', then[name], was[name]],
      ['now', now[name], is[name]],
      ...(name === 'undecided' ? [] : [['since', since, is[name] - was[name]] as const]),
    ] as const) {
      const [least, most] = await reader.range(sum)
      expect([name, when, least <= value && value <= most]).toEqual([name, when, true])
      const isSmall = value > 0 && value < defaultPolicy.threshold
      if (isSmall && most - least + 1 < defaultPolicy.protection) found.push(`${name} ${when}`)
    }
  }
  return found
}

/** Every count of a month, and of the 12 months to it, that is hidden. */
const cellsIn = async (
  reader: Reader,
  packs: Packs,
  history: readonly Case[],
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [pack, until] of [
    [packs[0], first],
    [packs[1], second],
  ] as const) {
    const ledger = await ledgerOf(draftsUntil(history, until))
    const isTrue = await truthOf(ledger, { asAt: civilDate(until) })
    for (const { name, of, value } of hiddenIn(pack)) {
      const is = value(isTrue)
      if (is <= 0 || is >= defaultPolicy.threshold) continue
      const [least, most] = await reader.range(of)
      expect([name, until, least <= is && is <= most]).toEqual([name, until, true])
      if (most - least + 1 < defaultPolicy.protection) found.push(`${name}, ${until}`)
    }
  }
  return found
}

const many = (count: number, fate: Case['fate']): readonly Case[] =>
  Array.from({ length: count }, (_, i) => ({ day: i, fate, late: false }))

const told = [
  ['requests not decided', [...many(9, 'agreed'), ...many(2, 'undecided')]],
  ['requests withdrawn', [...many(9, 'agreed'), ...many(6, 'undecided'), ...many(2, 'withdrawn')]],
  ['plans that ceased between two packs', [...many(20, 'issued'), ...many(3, 'ceased')]],
  // One case fewer is open in the second pack, so that at most one plan was issued meanwhile.
  [
    'plans that ceased once issued',
    [
      ...many(5, 'undecided'),
      { day: 0, fate: 'withdrawnLater', late: false },
      { day: 18, fate: 'ceased', late: false },
    ],
  ],
] as const

test.each(sampled(told, 4))(
  '%s cannot be worked out',
  async (_, history) => {
    expect(await workedOut(history)).toEqual([])
  },
  30_000,
)

test('nor can they from packs of ledgers by chance', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (history) => {
      const packs = await twoPacks(history)
      expect(await sumsIn(readerOf(packs), packs, history)).toEqual([])
    }),
    { numRuns: runs(12, 200), seed: 19 },
  )
}, 900_000)

test('nor any count that they hide', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (history) => {
      const packs = await twoPacks(history)
      expect(await cellsIn(readerOf(packs), packs, history)).toEqual([])
    }),
    { numRuns: runs(4, 60), seed: 20 },
  )
}, 900_000)
