/**
 * Little tables that a clerk can read.
 */
import {
  audit,
  type Cell,
  defaultPolicy,
  explainDisclosure,
  loadSolver,
  type Policy,
  type PublishedFigure,
  protect,
  type Solver,
  type Table,
} from '@send-ledger/disclosure'

let solver: Solver

beforeAll(async () => {
  solver = await loadSolver()
}, 60_000)

/** A table protected. */
export const protectedBy = (table: Table, policy: Policy = defaultPolicy) =>
  protect(table, policy, solver)

/** A table looked at with these cells hidden. */
export const audited = (
  table: Table,
  hidden: ReadonlySet<string>,
  policy: Policy = defaultPolicy,
) => audit(table, hidden, policy, solver)

/** Sums of unknowns by their names: `'a + b - c'`. */
export const sum = (text: string): { readonly unknown: string; readonly times: number }[] =>
  text
    .replaceAll('- ', '+ -')
    .split('+')
    .map((term) => term.trim())
    .map((term) => ({
      unknown: term.replace('-', '').trim(),
      times: term.startsWith('-') ? -1 : 1,
    }))

/** A count of people; its id is the sum unless told. */
export const count = (of: string, more: Partial<Cell & { readonly _tag: 'Count' }> = {}): Cell => ({
  _tag: 'Count',
  id: of,
  of: sum(of),
  personal: true,
  perPerson: 1,
  keep: 0,
  ...more,
})

/** A percentage to one decimal. */
export const percent = (id: string, numerator: string, denominator: string, keep = 0): Cell => ({
  _tag: 'Quotient',
  id,
  numerator: sum(numerator),
  denominator: sum(denominator),
  times: 100,
  per: 1,
  decimals: 1,
  keep,
})

/** A table of these cells. */
export const tableOf = (
  values: Readonly<Record<string, number>>,
  cells: readonly Cell[],
  more: Partial<Table> = {},
): Table => ({
  unknowns: Object.entries(values).map(([id, value]) => ({ id, value, least: 0 })),
  cells,
  secrets: [],
  relations: [],
  earlier: [],
  ...more,
})

/** What of a table is hidden. */
export const hiddenIn = (table: Table, policy: Policy = defaultPolicy): readonly string[] => {
  const made = protectedBy(table, policy)
  if (made._tag === 'Left') throw new Error(explainDisclosure(made.left))
  return made.right.hidden.map(({ id }) => id)
}

/** A table as a line of text. */
export const line = (table: Table, policy: Policy = defaultPolicy): string => {
  const made = protectedBy(table, policy)
  if (made._tag === 'Left') throw new Error(explainDisclosure(made.left))
  return [...made.right.figures.values()].map(textOf).join(' ')
}

const textOf = (figure: PublishedFigure): unknown => {
  switch (figure._tag) {
    case 'ShownCount':
      return figure.count
    case 'ShownText':
      return figure.text
    case 'Hidden':
      return figure.symbol
  }
}
