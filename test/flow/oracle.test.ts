/**
 * Every view, at any two dates, on histories by chance, equals an independent computation; and
 * neither the way of folding nor the split of the subjects changes a figure.
 */
import { createHash } from 'node:crypto'
import { complianceView } from '@send-ledger/compliance'
import {
  ask,
  civilDate,
  defaultLaw,
  endOfDay,
  Fold,
  type Ledger,
  type LedgerRecord,
  recorder,
  replay,
  shown,
  type View,
} from '@send-ledger/core'
import { pointsMonoid } from '@send-ledger/core/live'
import { memoryLedger } from '@send-ledger/store-memory'
import { histories } from '@send-ledger/testing'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as fc from 'fast-check'
import { runs } from '../kit/long.js'
import { type Asked, complianceBy } from '../oracle/compliance.js'
import { plusDays } from '../oracle/known.js'
import { capacityBy, workforceBy } from '../oracle/workforce.js'
import { wsoaBy } from '../oracle/wsoa.js'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const now = () => endOfDay(civilDate('2023-12-31'))

const recorded = async (history: Parameters<ReturnType<typeof recorder>['record']>[0]) => {
  const ledger = memoryLedger({ sha256, now })
  const outcomes = await recorder(ledger, { now }).record(history)()
  if (outcomes._tag === 'Left') throw new Error(JSON.stringify(outcomes.left))
  const page = await ledger.readAll({ from: 0, limit: 100_000 })()
  if (page._tag === 'Left') throw new Error(JSON.stringify(page.left))
  return { ledger, records: page.right }
}

/** The parts of an answer that an expected one names, lists whole. */
const like = (given: unknown, expected: unknown): unknown => {
  if (Array.isArray(given) && Array.isArray(expected)) {
    return given.map((item, i) => like(item, i < expected.length ? expected[i] : item))
  }
  if (typeof given !== 'object' || given === null) return given
  if (typeof expected !== 'object' || expected === null) return given
  return Object.fromEntries(
    Object.keys(expected).map((key) => [
      key,
      like((given as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]),
    ]),
  )
}

const folded = async (ledger: Ledger, view: View<never, object, unknown>, law = defaultLaw) => {
  const replayed = await replay(ledger, new Fold(view.projections, law))()
  if (replayed._tag === 'Left') throw new Error(JSON.stringify(replayed.left))
  return replayed.right.points
}

const moments = fc.record({
  of: fc.nat(),
  after: fc.oneof(
    fc.constantFrom(0, 0, 1, -1, 41, 42, 43, 112, 139, 140, 141, 364, 365, 366),
    fc.integer({ min: -100, max: 700 }),
  ),
  part: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  counting: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  cohort: fc.constantFrom('dfe' as const, 'all' as const),
})

type Moment = typeof moments extends fc.Arbitrary<infer M> ? M : never

/** Some days after a date that the history names, so that the turns of figures are met. */
const askedAt = (
  records: readonly LedgerRecord[],
  { of, after, part, counting, cohort }: Moment,
): Asked => {
  const record = records[of % Math.max(records.length, 1)]
  const data = record?.data as { readonly dueOn?: string } | undefined
  return {
    asAt: plusDays(data?.dueOn ?? record?.effectiveOn ?? '2021-07-31', after),
    size: Math.round(part * records.length),
    counting,
    cohort,
  }
}

test('every view at any two dates equals an independent computation', async () => {
  let refused = 0
  let kept = 0
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(moments, { minLength: 3, maxLength: 3 }),
      async (history, asked) => {
        const { ledger, records } = await recorded(history)
        kept += records.length
        refused += history.length - records.length
        for (const moment of asked) {
          const question = askedAt(records, moment)
          const { size, asAt, counting, cohort } = question
          const known = { size, asAt: civilDate(asAt) }
          const expect_ = async (
            view: View<never, never, unknown>,
            options: object,
            expected: unknown,
          ): Promise<void> => {
            const plain = view as unknown as View<never, object, unknown>
            const points = await folded(ledger, plain, { ...defaultLaw, counting })
            const given = shown(ask(plain, { points, ...known }, options))
            expect(like(given, expected)).toEqual(expected)
          }
          const compliance = complianceBy(records, question) as {
            open: { total: number }
            plansMaintained: number
          }
          await expect_(complianceView as never, { cohort }, compliance)
          await expect_(wsoaView as never, {}, wsoaBy(records, size, asAt))
          await expect_(workforceView as never, {}, workforceBy(records, size, asAt))
          const demand = { open: compliance.open.total, plans: compliance.plansMaintained }
          await expect_(capacityView as never, {}, capacityBy(records, size, asAt, demand))
        }
      },
    ),
    { numRuns: runs(10, 200) },
  )
  // Most of what chance makes is taken, so that there is something to ask about.
  expect(kept).toBeGreaterThan(refused)
}, 300_000)

/** A number that spreads streams over partitions. */
const numberOf = (stream: string): number =>
  [...stream].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)

const views = [complianceView, wsoaView, workforceView, capacityView] as unknown as readonly View<
  never,
  object,
  unknown
>[]

test('the fold in bulk, live, with little remembered, and any split of the subjects give the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      moments,
      fc.integer({ min: 2, max: 4 }),
      async (history, at, parts) => {
        const { ledger, records } = await recorded(history)
        const { size, asAt } = askedAt(records, at)
        for (const view of views) {
          const answers = (points: Awaited<ReturnType<typeof folded>>) =>
            shown(ask(view, { points, size, asAt: civilDate(asAt) }, view.defaults))
          const whole = answers(await folded(ledger, view))
          const live = await replay(
            ledger,
            new Fold(view.projections, defaultLaw, { mode: 'live' }),
          )()
          if (live._tag === 'Left') throw new Error(JSON.stringify(live.left))
          expect(answers(live.right.points)).toEqual(whole)
          const forgetful = new Fold(view.projections, defaultLaw, { remembered: parts })
          const recalled = await replay(ledger, forgetful)()
          if (recalled._tag === 'Left') throw new Error(JSON.stringify(recalled.left))
          expect([...forgetful.points.all()]).toEqual([...live.right.points.all()])
          // Known at the first records is what a ledger of those records alone gives.
          const cut = await replay(ledger, new Fold(view.projections, defaultLaw), { upTo: size })()
          if (cut._tag === 'Left') throw new Error(JSON.stringify(cut.left))
          expect(answers(cut.right.points)).toEqual(whole)
          let merged = pointsMonoid.empty
          for (let part = 0; part < parts; part++) {
            const split = await replay(ledger, new Fold(view.projections, defaultLaw), {
              only: ({ stream }) => numberOf(stream) % parts === part,
            })()
            if (split._tag === 'Left') throw new Error(JSON.stringify(split.left))
            merged = pointsMonoid.concat(merged, split.right.points)
          }
          expect(answers(merged)).toEqual(whole)
        }
      },
    ),
    { numRuns: runs(2, 25) },
  )
}, 300_000)
