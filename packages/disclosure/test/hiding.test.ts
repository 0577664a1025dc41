/**
 * Classic tables, each with what must be hidden in it.
 */
import { defaultPolicy, explainDisclosure } from '@send-ledger/disclosure'
import * as fc from 'fast-check'
import { audited, count, hiddenIn, line, percent, protectedBy, sum, tableOf } from './tables.js'

const row = { a: 3, b: 7, c: 12, d: 0 }
const cells = ['a', 'b', 'c', 'd'].map((each) => count(each))

test('counts of 1 to 4 are hidden, zero and 5 are shown', () => {
  const values = { a: 0, b: 1, c: 4, d: 5 }
  expect(line(tableOf(values, cells))).toBe('0 [c] [c] 5')
})

test('where zero is hidden too, it is hidden', () => {
  const values = { a: 0, b: 1, c: 4, d: 5 }
  expect(line(tableOf(values, cells), { ...defaultPolicy, zeros: 'hidden' })).toBe('[c] [c] [c] 5')
})

test('a row without a total hides its small count alone', () => {
  expect(line(tableOf(row, cells))).toBe('[c] 7 12 0')
})

test('a row with its total hides a second count: the smallest that is not zero', () => {
  const table = tableOf(row, [...cells, count('a + b + c + d', { keep: 1 })])
  expect(line(table)).toBe('[c] [c] 12 0 22')
  const made = protectedBy(table, defaultPolicy)
  expect(made).toMatchObject({
    right: {
      hidden: [
        { id: 'a', because: 'small' },
        { id: 'b', because: 'reveals', reveals: 'a' },
      ],
    },
  })
})

test('what is wanted more stays: then the total is hidden', () => {
  const wanted = ['b', 'c', 'd'].map((each) => count(each, { keep: 1 }))
  const table = tableOf(row, [count('a'), ...wanted, count('a + b + c + d')])
  expect(line(table)).toBe('[c] 7 12 0 [c]')
})

test('two small counts hide each other, unless their total leaves no choice', () => {
  const total = count('a + b', { keep: 1 })
  expect(line(tableOf({ a: 2, b: 4 }, [count('a'), count('b'), total]))).toBe('[c] [c] 6')
  // He knows that neither is above 4, so both must be 4.
  expect(line(tableOf({ a: 4, b: 4 }, [count('a'), count('b'), total]))).toBe('[c] [c] [c]')
})

test('rows and columns: a small count hides a rectangle', () => {
  const values = { aa: 3, ab: 9, ac: 20, ba: 11, bb: 8, bc: 30, ca: 40, cb: 50, cc: 60 }
  const rows = ['a', 'b', 'c'].map((r) => count(`${r}a + ${r}b + ${r}c`, { keep: 1 }))
  const columns = ['a', 'b', 'c'].map((c) => count(`a${c} + b${c} + c${c}`, { keep: 1 }))
  const inner = Object.keys(values).map((each) => count(each))
  expect(hiddenIn(tableOf(values, [...inner, ...rows, ...columns]))).toEqual([
    'aa',
    'ab',
    'ba',
    'bb',
  ])
})

test('rolling sums are differences of months: a hidden month takes others with it', () => {
  const months = Array.from({ length: 24 }, (_, i) => `m${i}`)
  const values = Object.fromEntries(months.map((month, i) => [month, i === 15 ? 2 : 20 + i]))
  const rolling = months
    .slice(11)
    .map((month, i) =>
      count(months.slice(i, i + 12).join(' + '), { id: `year to ${month}`, keep: 1 }),
    )
  const table = tableOf(values, [...months.map((month) => count(month)), ...rolling])
  // All years are shown, so months can only differ from the truth together with those a year apart.
  expect(hiddenIn(table)).toEqual(['m0', 'm3', 'm12', 'm15'])
  const alone = audited(table, new Set(['m15']), defaultPolicy)
  expect(alone).toMatchObject({ right: [{ name: 'm15', _tag: 'WorkedOut' }] })
})

test('a percentage that fits one count alone is hidden, one that fits several stays', () => {
  const few = tableOf({ n: 3, rest: 37 }, [
    count('n'),
    count('n + rest'),
    percent('p', 'n', 'n + rest'),
  ])
  expect(line(few)).toBe('[c] 40 [c]')
  const many = tableOf({ n: 3, rest: 3997 }, [
    count('n'),
    count('n + rest'),
    percent('p', 'n', 'n + rest'),
  ])
  expect(line(many)).toBe('[c] 4000 0.1')
})

test('a percentage that is wanted more takes the count of which it is', () => {
  const table = tableOf({ n: 3, rest: 37 }, [
    count('n'),
    count('n + rest'),
    percent('p', 'n', 'n + rest', 1),
  ])
  expect(line(table)).toBe('[c] [c] 7.5')
})

test('a percentage of nothing says that there was nothing', () => {
  const values = { n: 0, rest: 0, other: 2 }
  const table = tableOf(values, [
    percent('p', 'n', 'n + rest', 1),
    count('other + rest', { id: 'some' }),
    count('other'),
  ])
  expect(line(table)).toBe(' [c] [c]')
})

test('a difference that is printed nowhere is guarded where it is small', () => {
  const printed = [count('issued + excused', { id: 'all' }), count('issued')]
  const secrets = [{ id: 'exceptions', of: sum('excused'), perPerson: 1 }]
  expect(hiddenIn(tableOf({ issued: 33, excused: 2 }, printed, { secrets }))).toEqual(['issued'])
  expect(hiddenIn(tableOf({ issued: 33, excused: 0 }, printed, { secrets }))).toEqual([])
  expect(hiddenIn(tableOf({ issued: 33, excused: 8 }, printed, { secrets }))).toEqual([])
})

test('what everybody knows by definition is reckoned with', () => {
  const values = { plans: 9, inTime: 2, late: 7 }
  const printed = [count('plans'), count('inTime'), count('late')]
  expect(hiddenIn(tableOf(values, printed))).toEqual(['inTime'])
  const relations = [
    { name: 'in time or late', of: sum('plans - inTime - late'), least: 0, most: 0 },
  ]
  expect(hiddenIn(tableOf(values, printed, { relations }))).toEqual(['inTime', 'late'])
})

test('counts that are not of people are shown, however small', () => {
  const actions = ['a', 'b'].map((each) => count(each, { personal: false }))
  expect(line(tableOf({ a: 1, b: 2 }, actions))).toBe('1 2')
})

test('what is worked out of a small count in another way is hidden with it', () => {
  const median = { _tag: 'Opaque' as const, id: 'median', from: [sum('a')], text: 61, keep: 0 }
  const secrets = [{ id: 'starts', of: sum('a'), perPerson: 1 }]
  expect(line(tableOf({ a: 2 }, [median], { secrets }))).toBe('[c]')
  expect(line(tableOf({ a: 6 }, [median], { secrets }))).toBe('61')
})

/** Vacancies of two teams, with `a` and `b` in post: hundredths of FTE. */
const vacant = (...parts: readonly string[]) => ({
  _tag: 'PositiveParts' as const,
  id: 'vacant',
  parts: parts.map(sum),
  perOne: 100 as const,
  keep: 0,
})

const posts = (id: string) => count(id, { personal: false, perPerson: 100, text: 'posts' })

test('vacancies are shown where they leave open how many are in post', () => {
  const inPost = [
    count('a', { perPerson: 100, text: '2' }),
    count('b', { perPerson: 100, text: '3' }),
  ]
  const values = { x: 1000, y: 900, a: 200, b: 300 }
  const both = [posts('x'), posts('y'), ...inPost]
  expect(line(tableOf(values, [...both, vacant('x - a', 'y - b')]))).toBe('posts posts [c] [c] 14')
  expect(line(tableOf(values, [...both, vacant('x - a')]))).toBe('posts posts [c] [c] [c]')
})

test('vacancies of one team are no sum with what another has too many', () => {
  // As a sum, x - a + y - b would let a and b be others; the team that is full up tells of itself.
  const values = { x: 1000, y: 100, a: 200, b: 300 }
  const cells = [posts('x'), posts('y'), count('a', { perPerson: 100, text: '2' })]
  const over = [...cells, count('b', { perPerson: 100, text: '3' })]
  expect(line(tableOf(values, [...over, vacant('x - a', 'y - b')]))).toBe('posts posts [c] [c] [c]')
})

test('every solution of vacancies prints what the truth prints', () => {
  const hundredths = fc.integer({ min: 0, max: 1500 })
  fc.assert(
    fc.property(fc.record({ x: hundredths, y: hundredths, a: hundredths, b: hundredths }), (of) => {
      const inPost = (id: string) => count(id, { perPerson: 100, text: String(of.a) })
      const cells = [posts('x'), posts('y'), inPost('a'), inPost('b')]
      const teams = ['x - a', 'y - b'] as const
      const made = protectedBy(tableOf(of, [...cells, vacant(...teams)]), defaultPolicy)
      // That solutions fit is asserted where they are found; here, that a small count stays open.
      if (made._tag === 'Left') throw new Error(explainDisclosure(made.left))
      for (const { possible } of made.right.open) expect(possible.length).toBeGreaterThan(1)
      const shown = made.right.figures.get('vacant')
      if (shown?._tag === 'Hidden') return
      const above = Math.max(of.x - of.a, 0) + Math.max(of.y - of.b, 0)
      expect(shown).toMatchObject({ text: String(above / 100) })
    }),
    { numRuns: 300 },
  )
})

test('full-time equivalents are hidden below five people, and kept apart by one person', () => {
  const fte = (of: string, text: string) => count(of, { perPerson: 100, text })
  const printed = [fte('a', '4.5'), fte('b', '18'), fte('a + b', '22.5')]
  expect(line(tableOf({ a: 450, b: 1800 }, printed))).toBe('[c] [c] 22.5')
  const made = protectedBy(tableOf({ a: 450, b: 1800 }, printed), defaultPolicy)
  if (made._tag === 'Left') throw new Error('refused')
  const possible = made.right.open.find(({ name }) => name === 'a')?.possible ?? []
  expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(100)
})

test('rounded counts leave room: no second count is hidden', () => {
  const table = tableOf(row, [...cells, count('a + b + c + d', { keep: 1 })])
  expect(line(table, { ...defaultPolicy, roundingBase: 5 })).toBe('[c] 5 10 0 20')
})

test('more possible values are kept where the policy asks for them', () => {
  const values = { a: 2, b: 4, c: 30 }
  const total = count('a + b', { keep: 1 })
  const table = tableOf(values, [count('a'), count('b'), total, count('c')])
  const open = (protection: number) => {
    const made = protectedBy(table, { ...defaultPolicy, protection })
    if (made._tag === 'Left') throw new Error('refused')
    return made.right.open.map(({ possible }) => possible.length)
  }
  expect(Math.min(...open(2))).toBeGreaterThanOrEqual(2)
  expect(Math.min(...open(3))).toBeGreaterThanOrEqual(3)
  expect(line(table, { ...defaultPolicy, protection: 4 })).toBe('[c] [c] [c] 30')
})

test('the same table gives the same', () => {
  const table = tableOf(row, [...cells, count('a + b + c + d')])
  expect(protectedBy(table, defaultPolicy)).toEqual(protectedBy(table, defaultPolicy))
})
