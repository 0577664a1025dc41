/**
 * The compliance answers of the Walsall example in two successive packs: as at the end of June,
 * known then, and as at the end of July, known in the autumn; and what somebody sees of them.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  type CivilDate,
  civilDate,
  endOfDay,
  explain,
  type Ledger,
} from '@send-ledger/core'
import { addDays, type Figure, type Sum } from '@send-ledger/core/projection'
import {
  type AnswerKnown,
  defaultPolicy,
  knowledgeOf,
  loadSolver,
  measuredBy,
  type PublishedFigure,
  protectAnswers,
} from '@send-ledger/disclosure'
import { walsallLedger } from '../../../test/kit/walsall.js'
import type { Terms } from './eliminating.js'

const complianceKnown = async (ledger: Ledger, on: string, knownOn: string) => {
  const asAt = civilDate(on)
  const knownAt = endOfDay(civilDate(knownOn))
  const answered = await answer(ledger, complianceView, { asAt, knownAt })()
  if (answered._tag === 'Left') throw new Error(explain(answered.left))
  const { answer: made, known } = answered.right
  return {
    view: 'compliance',
    answer: made,
    measured: measuredBy(complianceView, { ...known, asAt }),
    knowledge: knowledgeOf(complianceView, { ...known, asAt }),
  } satisfies AnswerKnown
}

/** A figure with what the public sees of it. */
export interface Seen {
  readonly id: string
  readonly figure: Figure
  readonly published: PublishedFigure
}

const figuresIn = (value: unknown, at: string): readonly (readonly [string, Figure])[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('_tag' in value) return [[at, value as Figure]]
  return Object.entries(value).flatMap(([key, each]) => figuresIn(each, `${at}.${key}`))
}

const seenIn = (
  known: AnswerKnown,
  figures: ReadonlyMap<string, PublishedFigure>,
): readonly Seen[] =>
  figuresIn(known.answer, '').map(([path, figure]) => {
    const id = `compliance:${path.slice(1)}`
    return { id, figure, published: figures.get(id) as PublishedFigure }
  })

/** Both packs as they are published, and what the second took of the processor. Unit: seconds. */
export const walsallPacks = async () => {
  const ledger = await walsallLedger()
  const june = await complianceKnown(ledger, '2021-06-30', '2021-06-30')
  const july = await complianceKnown(ledger, '2021-07-31', '2021-10-31')
  const solver = await loadSolver()
  const first = protectAnswers([june], [], defaultPolicy, solver)
  if (first._tag === 'Left') throw new Error(JSON.stringify(first.left))
  const hidden = new Set(first.right.hidden.map(({ id }) => id))
  const earlier = [{ pack: 'June', answers: [june], hidden, policy: defaultPolicy }]
  const before = process.cpuUsage()
  const second = protectAnswers([july], earlier, defaultPolicy, solver)
  const { user, system } = process.cpuUsage(before)
  const took = (user + system) / 1e6
  if (second._tag === 'Left') throw new Error(JSON.stringify(second.left))
  return {
    june: {
      name: 'June: ',
      known: june,
      made: first.right,
      seen: seenIn(june, first.right.figures),
    },
    july: { name: '', known: july, made: second.right, seen: seenIn(july, second.right.figures) },
    took,
  }
}

/** The packs. */
export type Packs = Awaited<ReturnType<typeof walsallPacks>>

/** One of them. */
export type Pack = Packs['june' | 'july']

type Read = Sum['reads'][number]

const sumsOf = ({ figure }: Seen): readonly Sum[] =>
  figure._tag === 'Sum' ? [figure] : Object.values(figure.from)

/**
 * Tells sums in what each measure came to between two days that are named in either pack, or was on
 * one, where it may fall again. What is the same in both packs has one name.
 */
export const tellerOf = ({ june, july }: Packs) => {
  const reads = [june, july].flatMap(({ seen }) => seen.flatMap(sumsOf)).flatMap((sum) => sum.reads)
  const stocks = new Set(reads.filter(({ from }) => from === undefined).map((read) => read.measure))
  const named = new Map<string, Set<CivilDate>>()
  for (const { measure, from, to } of reads) {
    const days = named.get(measure) ?? new Set()
    named.set(measure, days.add(to))
    if (from !== undefined) days.add(addDays(from, -1))
  }
  const sorted = new Map([...named].map(([measure, days]) => [measure, [...days].sort()]))
  const nameIn = (pack: Pack, interval: Omit<Read, 'times'>): string => {
    const { measure, from = '', to } = interval
    const name = `${measure} ${from}..${to}`
    return pack === june || june.known.measured(interval) === pack.known.measured(interval)
      ? name
      : `${name} in July`
  }
  return (pack: Pack, all: readonly Read[]): Terms => {
    const terms = new Map<string, number>()
    for (const { measure, from, to, times } of all) {
      const days = sorted.get(measure) ?? []
      const last = days.indexOf(to)
      const first = from === undefined ? last : days.indexOf(addDays(from, -1)) + 1
      if (from !== undefined && stocks.has(measure)) throw new Error(`${measure} falls again`)
      for (let i = first; i <= last; i++) {
        const day = days[i] as CivilDate
        const before = days[i - 1]
        const name =
          from === undefined || before === undefined
            ? nameIn(pack, { measure, to: day })
            : nameIn(pack, { measure, from: addDays(before, 1), to: day })
        terms.set(name, (terms.get(name) ?? 0) + times)
      }
    }
    return new Map([...terms].filter(([, times]) => times !== 0))
  }
}
