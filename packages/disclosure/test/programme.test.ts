/**
 * What the solver says of small programmes, and that a solution of it is added up again.
 */
import { loadSolver, type Solver } from '@send-ledger/disclosure'
import type { Highs } from 'highs'
import { exactChangeOf, type Form, type Move } from '../src/form.js'
import { highsOf, solverOf } from '../src/highs.js'
import { type Known, type Programme, withProgramme } from '../src/programme.js'

let solver: Solver

beforeAll(async () => {
  solver = await loadSolver()
}, 60_000)

const form = (...times: readonly number[]): Form =>
  new Map(times.map((each, unknown) => [unknown, each] as const).filter(([, each]) => each !== 0))

const exactly = (of: Form): Known => ({ form: of, least: 0, most: 0 })

const atLeast = (of: Form, least: number): Known => ({ form: of, least, most: Infinity })

/** Another solution where these sums are as in truth, and one is so much more. */
const another = (
  values: readonly number[],
  known: readonly Known[],
  wanted: readonly Known[],
  leasts: readonly number[] = values.map(() => 0),
) =>
  withProgramme(solver, { values, leasts }, (programme) => {
    for (const each of known) programme.know(each)
    return programme.another(wanted)
  })

test('one more of one is one less of another, and of no third', () => {
  const found = another([3, 7, 12], [exactly(form(1, 1, 1))], [atLeast(form(1), 1)])
  expect([...(found as Move)].map(([, by]) => by).sort()).toEqual([-1, 1])
})

test('of solutions that are equally near one is taken, the same every time', () => {
  const ask = () => another([3, 7, 7, 7], [exactly(form(1, 1, 1, 1))], [atLeast(form(1), 2)])
  expect((ask() as Move).get(0)).toBe(2)
  expect(ask()).toEqual(ask())
})

test('what cannot be is none: below zero, between two bounds, against what is known', () => {
  expect(another([3, 0], [exactly(form(1, 1))], [atLeast(form(1), 1)])).toBe('none')
  const little = { form: form(1), least: -1, most: 1 }
  expect(another([3], [little], [atLeast(form(1), 2)])).toBe('none')
  expect(another([3], [], [atLeast(new Map(), 1)])).toBe('none')
})

test('no half of a person is a solution', () => {
  // 2a = 3b has none with one a more, and one with three.
  const known = [exactly(form(2, -3))]
  const one = { form: form(1), least: 1, most: 2 }
  expect(another([3, 2], known, [one])).toBe('none')
  expect(another([3, 2], known, [atLeast(form(1), 1)])).toEqual(
    new Map([
      [0, 3],
      [1, 2],
    ]),
  )
})

test('a sum without an end, up or down, is changed as little as is asked', () => {
  const ends = [-Infinity, -Infinity]
  const down = { form: form(1, -1), least: -Infinity, most: -4 }
  expect(another([0, 0], [], [atLeast(form(1), 1000)], ends)).toEqual(new Map([[0, 1000]]))
  const found = another([0, 0], [], [down], ends) as Move
  expect(exactChangeOf(form(1, -1), found)).toBe(-4)
})

test('what is asked once is forgotten, what is known stays', () => {
  withProgramme(solver, { values: [3, 7, 9], leasts: [0, 0, 0] }, (programme) => {
    programme.know(exactly(form(1, 1)))
    expect(programme.another([exactly(form(1)), atLeast(form(0, 1), 1)])).toBe('none')
    expect(programme.another([atLeast(form(0, 1), 1)])).toBeInstanceOf(Map)
    programme.know(exactly(form(1)))
    expect(programme.another([atLeast(form(0, 1), 1)])).toBe('none')
    // A sum that was never heard of has an unknown of its own.
    expect(programme.another([atLeast(form(0, 0, 1), 1)])).toEqual(new Map([[2, 1]]))
  })
})

test('a table of 60 rows and 60 columns, all of whose totals are shown, is answered', () => {
  const size = 60
  const cell = (row: number, column: number) => row * size + column
  const line = (of: (i: number) => number): Form =>
    new Map(Array.from({ length: size }, (_, i) => [of(i), 1] as const))
  const values = Array.from({ length: size * size }, (_, i) => (i % 7) + 1)
  const totals = Array.from({ length: size }, (_, i) => [
    exactly(line((column) => cell(i, column))),
    exactly(line((row) => cell(row, i))),
  ]).flat()
  const found = another(values, totals, [atLeast(new Map([[cell(17, 23), 1]]), 1)]) as Move
  // A rectangle: one more in two corners, one less in the others.
  expect([...found.values()].sort()).toEqual([-1, -1, 1, 1])
  for (const total of totals) expect(exactChangeOf(total.form, found)).toBe(0)
}, 60_000)

/** A solver that is sure of a wrong solution: by how much each column is more. */
const mistaken = (columns: readonly number[]): Solver => {
  const { constants, infinity } = highsOf(solver)
  const model = {
    ...Object.fromEntries(
      ['addVars', 'addRows', 'changeColsCost', 'changeColsIntegrality', 'deleteRows'].map(
        (name) => [name, () => undefined],
      ),
    ),
    setLogicalBasis: () => undefined,
    options: { set: () => undefined },
    info: { get: () => constants.solutionStatus.feasible },
    run: () => ({ modelStatus: constants.modelStatus.optimal }),
    getSolution: () => ({ colValue: Float64Array.from(columns) }),
  }
  const withModel = (use: (given: typeof model) => unknown) => use(model)
  return solverOf({ constants, infinity, withModel } as unknown as Highs)
}

test.each([
  ['breaks a sum that is known', [1, 0, 0, 0]],
  ['is a whole number only when rounded', [1.4, 0, 0, 1.2]],
  ['has fewer than nobody', [4, 0, 0, 4]],
  ['does not do what is asked', [0, 0, 0, 0]],
  ['is too large to add up exactly', [2 ** 60, 0, 0, 2 ** 60]],
  ['is no number', [Number.NaN, 0, 0, 0]],
])('a solution that %s is none', (_, columns) => {
  const truth = { values: [3, 2], leasts: [0, 0] }
  const ask = (columnsFound: readonly number[]) =>
    withProgramme(mistaken(columnsFound), truth, (programme: Programme) => {
      programme.know(exactly(form(3, 3)))
      return programme.another([atLeast(form(2), 3)])
    })
  expect(ask(columns)).toBe('gaveUp')
  // One that is right is taken, whoever found it, though a little beside a whole number.
  expect(ask([2.0000001, 0, 0, 1.9999999])).toEqual(
    new Map([
      [0, 2],
      [1, -2],
    ]),
  )
})
