/**
 * A whole pack: the answers of all views of the Walsall example, as the public sees them.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  civilDate,
  endOfDay,
  explain,
  type Ledger,
  shown,
  type View,
} from '@send-ledger/core'
import {
  defaultPolicy,
  knowledgeOf,
  loadSolver,
  measuredBy,
  protectAnswers,
  type Solver,
} from '@send-ledger/disclosure'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import { longTest } from '../../../test/kit/long.js'
import { walsallLedger } from '../../../test/kit/walsall.js'

const asAt = civilDate('2021-07-31')

const known = async <M extends string, Options extends object, Answer>(
  ledger: Ledger,
  view: View<M, Options, Answer>,
  options: Partial<Options> = {},
) => {
  const answered = await answer(ledger, view, { asAt, knownAt: endOfDay(asAt), options })()
  if (answered._tag === 'Left') throw new Error(explain(answered.left))
  const { answer: made, known: points } = answered.right
  return {
    view: view.name,
    answer: made,
    measured: measuredBy(view, { ...points, asAt }),
    knowledge: knowledgeOf(view, { ...points, asAt }),
  }
}

const answersOf = async (ledger: Ledger) => {
  const compliance = await known(ledger, complianceView, {
    openOn: civilDate('2021-01-31'),
  })
  const workforce = await known(ledger, workforceView)
  const wsoa = await known(ledger, wsoaView)
  const capacity = { ...(await known(ledger, capacityView)), knowledge: workforce.knowledge }
  return { compliance, workforce, wsoa, capacity }
}

let answers: Awaited<ReturnType<typeof answersOf>>
let solver: Solver

beforeAll(async () => {
  answers = await answersOf(await walsallLedger())
  solver = await loadSolver()
}, 60_000)

const protectedFor = (keep: (place: string) => number = () => 0) => {
  const { compliance, ...others } = answers
  const made = protectAnswers(
    [{ ...compliance, keep }, ...Object.values(others)],
    [],
    defaultPolicy,
    solver,
  )
  if (made._tag === 'Left') throw new Error(JSON.stringify(made.left))
  return made.right
}

let plain: ReturnType<typeof protectedFor> | undefined

/** Without a wish of what to show: made once. */
const protectedPlainly = () => {
  plain ??= protectedFor()
  return plain
}

/** All counts that an answer shows, with those of the published one in their places. */
const pairs = (raw: unknown, seen: unknown): readonly (readonly [unknown, unknown])[] => {
  if (typeof seen !== 'object' || seen === null) return []
  if ('_tag' in seen) return [[raw, seen]]
  return Object.entries(seen).flatMap(([key, each]) =>
    pairs((raw as Readonly<Record<string, unknown>>)[key], each),
  )
}

test('no count of 1 to 4 people is printed, and what is printed is true', () => {
  const { published } = protectedPlainly()
  const { compliance, workforce, wsoa, capacity } = answers
  const all = [
    ...pairs(shown(compliance.answer), published('compliance', compliance.answer)),
    ...pairs(shown(workforce.answer.teams), published('workforce', workforce.answer).teams),
    ...pairs(shown(capacity.answer), published('capacity', capacity.answer)),
  ]
  expect(all.length).toBeGreaterThan(2000)
  for (const [raw, seen] of all) {
    if (raw === 1 || raw === 2 || raw === 3 || raw === 4)
      expect(seen).toMatchObject({ _tag: 'Hidden' })
    const { _tag, ...told } = seen as { readonly _tag: string }
    if (_tag !== 'Hidden') expect(Object.values(told)).toEqual([raw])
  }
  // Actions are not people.
  const actions = pairs(shown(wsoa.answer), published('wsoa', wsoa.answer))
  expect(actions.filter(([, seen]) => (seen as { _tag: string })._tag === 'Hidden')).toEqual([])
  expect(actions.some(([raw]) => raw === 1 || raw === 2 || raw === 3)).toBe(true)
}, 30_000)

longTest(
  'what the council wants to show most is shown, and something else hidden for it',
  () => {
    const isHeadline = (place: string): boolean =>
      /^months\.\d+\.(issued|inTime|percent)\.excludingExceptions$/.test(place)
    const hiddenHeadlines = ({ hidden }: ReturnType<typeof protectedFor>) =>
      hidden.filter(
        ({ id, because }) => because === 'reveals' && isHeadline(id.replace('compliance:', '')),
      ).length
    const without = hiddenHeadlines(protectedPlainly())
    const wanted = hiddenHeadlines(protectedFor((place) => (isHeadline(place) ? 1 : 0)))
    expect(without).toBeGreaterThan(10)
    expect(wanted).toBeLessThan(without)
  },
  30_000,
)

test('a figure that was not through disclosure control cannot be published', () => {
  const { published } = protectedPlainly()
  expect(() =>
    published('compliance', { more: answers.compliance.answer.plansMaintained }),
  ).toThrow()
})

test('a figure that is not what its reads come to is refused, by its place', () => {
  const { compliance } = answers
  const plansMaintained = { ...compliance.answer.plansMaintained, value: 7 }
  const mistaken = { ...compliance, answer: { ...compliance.answer, plansMaintained } }
  expect(protectAnswers([mistaken], [], defaultPolicy, solver)).toMatchObject({
    left: { _tag: 'InvalidTable', flaws: [{ at: 'compliance:plansMaintained' }] },
  })
})
