import { walsallFile } from '../../../../test/kit/walsall.js'
import { newPath, run } from '../running.js'

const now = '2021-11-01T12:00:00.000Z'
let ledger = ''

beforeAll(async () => {
  ledger = await walsallFile(newPath('walsall.sqlite'))
}, 120_000)

const reconcile = (...more: readonly string[]) =>
  run(['reconcile', ledger, '--as-at', '2021-07-31', ...more], { now })

interface Changed {
  readonly figure: string
  readonly was: unknown
  readonly is: unknown
  readonly sums: readonly {
    readonly was: number
    readonly is: number
    readonly causes: readonly {
      readonly kind: string
      readonly change: number
      readonly record: { readonly type: string } | null
    }[]
  }[]
}

const changed = async (...more: readonly string[]): Promise<readonly Changed[]> =>
  JSON.parse((await reconcile(...more, '--json')).out).figures

test('a late entry and a correction are named as what changed July, and every bridge closes', async () => {
  const figures = await changed('--was-known-at', '2021-07-31')
  for (const { sums } of figures) {
    for (const { was, is, causes } of sums) {
      expect(causes.reduce((sum, { change }) => sum + change, was)).toBe(is)
    }
  }
  const issued = figures.find(
    ({ figure }) => figure === 'months.issued.excludingExceptions:2021-07',
  )
  expect([issued?.was, issued?.is]).toEqual([33, 33])
  expect(
    issued?.sums[0]?.causes.map(({ kind, change, record }) => [kind, change, record?.type]),
  ).toEqual([
    ['recordedLate', 1, 'PlanIssued'],
    ['corrected', -1, 'EventCorrected'],
  ])
  const percent = figures.find(
    ({ figure }) => figure === 'months.rolling12.percent.excludingExceptions:2021-07',
  )
  expect([percent?.was, percent?.is]).toEqual(['37.6', '37.8'])
}, 120_000)

test('nothing changes between an answer and itself', async () => {
  expect(await changed('--was-known-at', '2021-07-31', '--known-at', '2021-07-31')).toEqual([])
}, 120_000)

test('another cohort is a change of the option, case by case', async () => {
  const figures = await changed('--was-cohort', 'all')
  const issued = figures.find(({ figure }) => figure === 'months.issued.all:2021-07')
  expect(issued?.sums[0]?.causes).toMatchObject([
    { kind: 'ruleOrOptionChanged', change: -1 },
    { kind: 'ruleOrOptionChanged', change: -1 },
  ])
}, 120_000)

test('in words, each cause stands under its figure', async () => {
  const { out, code } = await reconcile(
    '--was-known-at',
    '2021-07-31',
    '--figure',
    'issued.all:2021-07',
  )
  expect(code).toBe(0)
  expect(out).toContain('recorded late, PlanIssued of 29 July 2021')
  expect(out).toContain('corrected, EventCorrected of 4 October 2021')
}, 120_000)

test('a figure is named as explain and told name it; one that is none is told the nearest', async () => {
  const one = await reconcile(
    '--was-known-at',
    '2021-07-31',
    '--figure',
    'issued:2021-07',
    '--json',
  )
  const figures = JSON.parse(one.out).figures.map(({ figure }: { figure: string }) => figure)
  expect(figures).toEqual(['months.issued.all:2021-07'])
  const several = await reconcile('--was-known-at', '2021-07-31', '--figure', '2021-07', '--json')
  expect(JSON.parse(several.out).figures.length).toBeGreaterThan(1)
  const none = await reconcile('--was-known-at', '2021-07-31', '--figure', 'isued:2021-07')
  expect(none).toMatchObject({ code: 2, out: '' })
  expect(none.err).toContain('there is no figure isued:2021-07')
}, 120_000)

test('an earlier answer must be said, and must be the earlier', async () => {
  expect(await reconcile()).toMatchObject({ code: 2 })
  const { err } = await reconcile('--was-known-at', '2021-10-31', '--known-at', '2021-07-31')
  expect(err).toContain('Exchange them')
}, 120_000)
