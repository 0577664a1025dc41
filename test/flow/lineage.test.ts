/**
 * For every figure of every view, at any two dates: what is listed adds up to the figure, and the
 * bridge between any two answers closes.
 */
import { createHash } from 'node:crypto'
import { complianceView } from '@send-ledger/compliance'
import {
  ask,
  bridge,
  type CivilDate,
  civilDate,
  countedIn,
  defaultLaw,
  endOfDay,
  Fold,
  type Ledger,
  recorder,
  replay,
  type View,
} from '@send-ledger/core'
import { checked } from '@send-ledger/core/figures'
import { england1, nameOf, type RuleSet, type Sum } from '@send-ledger/core/projection'
import { memoryLedger } from '@send-ledger/store-memory'
import { histories } from '@send-ledger/testing'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as fc from 'fast-check'
import { runs } from '../kit/long.js'
import { plusDays } from '../oracle/known.js'

const views = [complianceView, wsoaView, workforceView, capacityView] as unknown as readonly View<
  never,
  object,
  unknown
>[]

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const now = () => endOfDay(civilDate('2023-12-31'))

const ledgerOf = async (history: Parameters<ReturnType<typeof recorder>['record']>[0]) => {
  const ledger = memoryLedger({ sha256, now })
  const outcomes = await recorder(ledger, { now }).record(history)()
  if (outcomes._tag === 'Left') throw new Error(outcomes.left._tag)
  return ledger
}

const pointsOf = async (ledger: Ledger, view: View<never, object, unknown>, law = defaultLaw) => {
  const replayed = await replay(ledger, new Fold(view.projections, law))()
  if (replayed._tag === 'Left') throw new Error(replayed.left._tag)
  return replayed.right.points
}

/** Every sum in an answer, with its place, those that a figure is derived from included. */
const sumsIn = (value: unknown, path = ''): readonly (readonly [string, Sum])[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('_tag' in value && value._tag === 'Sum') return [[path, value as unknown as Sum]]
  return Object.entries(value).flatMap(([key, member]) => sumsIn(member, `${path}/${key}`))
}

const asAt = fc.integer({ min: 0, max: 900 }).map((n) => civilDate(plusDays('2019-10-01', n)))
const part = fc.double({ min: 0, max: 1, noNaN: true })

test('what is listed adds up to the figure, for every figure of every view', async () => {
  let figures = 0
  await fc.assert(
    fc.asyncProperty(histories, asAt, part, async (history, on, known) => {
      const ledger = await ledgerOf(history)
      for (const view of views) {
        const points = await pointsOf(ledger, view)
        const size = Math.round(known * points.size)
        for (const [, sum] of sumsIn(ask(view, { points, size, asAt: on }, view.defaults))) {
          const counted = countedIn({ points, size }, sum)
          expect(counted.reduce((total, { count }) => total + count, 0)).toBe(sum.value)
          for (const { positions } of counted) {
            expect(positions.length).toBeGreaterThan(0)
            for (const position of positions) expect(position).toBeLessThan(size)
          }
          figures++
        }
      }
    }),
    { numRuns: runs(10, 200) },
  )
  expect(figures).toBeGreaterThan(runs(250, 10_000))
}, 120_000)

test('a figure that the cohort is asked for adds up too', async () => {
  await fc.assert(
    fc.asyncProperty(histories, asAt, asAt, async (history, openOn: CivilDate, on) => {
      const view = complianceView as unknown as View<never, object, unknown>
      const points = await pointsOf(await ledgerOf(history), view)
      const known = { points, size: points.size }
      const answer = ask(view, { ...known, asAt: on }, { ...view.defaults, openOn })
      for (const [, sum] of sumsIn((answer as { cohortCleared: unknown }).cohortCleared)) {
        const counted = countedIn(known, sum)
        expect(counted.reduce((total, { count }) => total + count, 0)).toBe(sum.value)
      }
    }),
    { numRuns: runs(10, 40) },
  )
}, 120_000)

test('no two views count different things under one name, so that one fold may serve them all', async () => {
  const names = new Map<string, Set<string>>()
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const ledger = await ledgerOf(history)
      for (const view of views.slice(0, 3)) {
        for (const measure of (await pointsOf(ledger, view)).measures()) {
          const name = nameOf(measure)
          names.set(name, (names.get(name) ?? new Set()).add(view.name))
        }
      }
    }),
    { numRuns: runs(10, 60) },
  )
  expect([...names].filter(([, of]) => of.size > 1)).toEqual([])
}, 120_000)

test('what is conserved holds for each subject, whatever is recorded', async () => {
  await fc.assert(
    fc.asyncProperty(histories, asAt, part, async (history, on, known) => {
      const ledger = await ledgerOf(history)
      for (const view of views) {
        const points = await pointsOf(ledger, view)
        const size = Math.round(known * points.size)
        for (const { name, failing } of checked(view, { points, size, asAt: on })) {
          expect([name, failing]).toEqual([name, []])
        }
      }
    }),
    { numRuns: runs(20, 200) },
  )
}, 120_000)

/** A bridge as text, by subject. */
const bySubject = (causes: ReturnType<typeof bridge>): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { subject, change } of causes) sums.set(subject, (sums.get(subject) ?? 0) + change)
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort())
}

test('bridges close, and two of them together are the one from end to end', async () => {
  await fc.assert(
    fc.asyncProperty(histories, asAt, fc.tuple(part, part, part), async (history, on, parts) => {
      const ledger = await ledgerOf(history)
      for (const view of views) {
        const points = await pointsOf(ledger, view)
        const sizes = parts.map((each) => Math.round(each * points.size)).sort((a, b) => a - b)
        const at = sizes.map((size) => {
          const answer = ask(view, { points, size, asAt: on }, view.defaults)
          return { known: { points, size }, sums: new Map(sumsIn(answer)) }
        })
        for (const path of at[0]?.sums.keys() ?? []) {
          const [a, b, c] = at.map(({ known, sums }) => {
            const figure = sums.get(path)
            return figure && { known, figure }
          })
          if (!a || !b || !c) continue
          const ab = bridge(a, b)
          const bc = bridge(b, c)
          expect(bySubject([...ab, ...bc])).toEqual(bySubject(bridge(a, c)))
          expect(ab.reduce((sum, { change }) => sum + change, a.figure.value)).toBe(b.figure.value)
        }
      }
    }),
    { numRuns: runs(4, 25) },
  )
}, 120_000)

/** A law of which only one limit is another: two weeks longer for the final plan. */
const longer: RuleSet = {
  name: 'test-1',
  rules: england1.rules.map((rule) =>
    rule.id === 'finalPlan' ? { ...rule, limit: { ...rule.limit, count: 22 } } : rule,
  ),
}

test('another rule set, counting or cohort is a bridge of the question', async () => {
  const view = complianceView as unknown as View<never, object, unknown>
  await fc.assert(
    fc.asyncProperty(histories, asAt, async (history, on) => {
      const ledger = await ledgerOf(history)
      const exclusive = await pointsOf(ledger, view)
      const inclusive = await pointsOf(ledger, view, { ...defaultLaw, counting: 'inclusive' })
      const other = await pointsOf(ledger, view, { ...defaultLaw, ruleSet: longer })
      const { size } = exclusive
      const question = (points: typeof exclusive, cohort: string) => ({
        known: { points, size },
        sums: new Map(sumsIn(ask(view, { points, size, asAt: on }, { cohort }))),
      })
      const was = question(exclusive, 'dfe')
      for (const is of [
        question(inclusive, 'dfe'),
        question(exclusive, 'all'),
        question(other, 'dfe'),
      ]) {
        for (const [path, figure] of was.sums) {
          const after = is.sums.get(path)
          if (!after) continue
          const causes = bridge({ known: was.known, figure }, { known: is.known, figure: after })
          expect(causes.every(({ by }) => by === 'question')).toBe(true)
          expect(causes.reduce((sum, { change }) => sum + change, figure.value)).toBe(after.value)
        }
      }
    }),
    { numRuns: runs(5, 30) },
  )
}, 120_000)
