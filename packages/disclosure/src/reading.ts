/**
 * A table read for the auditor: its sums by number, split into parts that have nothing to do with
 * each other.
 */
import * as E from 'fp-ts/lib/Either.js'
import { amountOf, type Form, formOf } from './form.js'
import type { Guarded } from './outsider.js'
import { Parts } from './parts.js'
import type { Policy } from './policy.js'
import { isSmall } from './printed.js'
import type { Truth } from './programme.js'
import type { InvalidTable } from './refusal.js'
import { type Limit, type Numbered, type Telling, telling } from './says.js'
import type { Cell, Table } from './table.js'

/** A cell of a pack, with what it tells. */
export interface CellRead extends Telling {
  /** What it is called among all packs. */
  readonly name: string
  /** Whether an earlier pack shows or hides it; undefined in the pack to come. */
  readonly fate: 'shown' | 'hidden' | undefined
  /** The place in the table, so that the order is the same every time. */
  readonly order: number
}

/** Cells, and what else is known, that belong together. */
export interface PartRead {
  readonly relations: Limit[]
  readonly cells: CellRead[]
  readonly secrets: Omit<Guarded, 'needed'>[]
}

/** A table read. */
export interface TableRead {
  readonly truth: Truth
  readonly parts: readonly PartRead[]
}

type Flaw = InvalidTable['flaws'][number]

/**
 * Reads a table under a policy.
 *
 * Errors: InvalidTable.
 */
export const readTable = (table: Table, policy: Policy): E.Either<InvalidTable, TableRead> => {
  const flaws: Flaw[] = []
  const numbered: Numbered = {
    numbers: new Map(table.unknowns.map(({ id }, i) => [id, i])),
    values: table.unknowns.map(({ value }) => value),
  }
  flaws.push(...unknownFlaws(table, numbered))
  const cells = cellsOf(table, policy, numbered, flaws)
  const relations = relationsOf(table, numbered, flaws)
  const secrets = secretsOf(table, policy, numbered, flaws)
  if (flaws.length > 0) return E.left({ _tag: 'InvalidTable', flaws })
  const leasts = table.unknowns.map(({ least }) => least ?? -Infinity)
  const truth = { values: numbered.values, leasts }
  return E.right({ truth, parts: split(table.unknowns.length, { relations, cells, secrets }) })
}

const unknownFlaws = ({ unknowns }: Table, { numbers }: Numbered): readonly Flaw[] => [
  ...(numbers.size < unknowns.length ? [{ at: 'unknowns', problem: 'have an id twice' }] : []),
  ...unknowns
    .filter(({ value, least }) => !Number.isSafeInteger(value) || (least !== null && value < least))
    .map(({ id, value }) => ({ at: id, problem: `cannot be ${value}` })),
]

const missing = 'counts an unknown that there is not'

const cellsOf = (
  table: Table,
  policy: Policy,
  numbered: Numbered,
  flaws: Flaw[],
): readonly CellRead[] => {
  const read: CellRead[] = []
  const names = new Set<string>()
  const take = (cell: Cell, name: string, under: Policy, fate: CellRead['fate']): void => {
    const told = telling(cell, under, numbered)
    if (names.has(name)) flaws.push({ at: name, problem: 'stands there twice' })
    names.add(name)
    if (told) read.push({ ...told, name, fate, order: read.length })
    else flaws.push({ at: name, problem: missing })
  }
  for (const { name, cells, hidden, policy: then } of table.earlier) {
    for (const cell of cells) {
      take(cell, `${name}: ${cell.id}`, then, hidden.has(cell.id) ? 'hidden' : 'shown')
    }
  }
  for (const cell of table.cells) take(cell, cell.id, policy, undefined)
  return read
}

const relationsOf = (
  { relations }: Table,
  { numbers, values }: Numbered,
  flaws: Flaw[],
): readonly Limit[] =>
  relations.flatMap(({ name, of, least: low, most: high }) => {
    const form = formOf(of, numbers)
    if (form === undefined) {
      flaws.push({ at: name, problem: missing })
      return []
    }
    const [least, most] = [low ?? -Infinity, high ?? Infinity]
    const value = amountOf(form, values)
    if (value < least || value > most) flaws.push({ at: name, problem: 'does not hold' })
    return [{ form, least, most }]
  })

/** Only those that are small need a guard. */
const secretsOf = (
  { secrets }: Table,
  policy: Policy,
  { numbers, values }: Numbered,
  flaws: Flaw[],
): PartRead['secrets'] =>
  secrets.flatMap(({ id, of, perPerson }) => {
    const form = formOf(of, numbers)
    if (form === undefined) flaws.push({ at: id, problem: missing })
    if (form === undefined || !isSmall(amountOf(form, values), perPerson, policy)) return []
    return [{ name: id, form, step: perPerson }]
  })

/** What belongs together, by the first unknown of each. */
const split = (
  unknowns: number,
  {
    relations,
    cells,
    secrets,
  }: {
    readonly relations: readonly Limit[]
    readonly cells: readonly CellRead[]
    readonly secrets: PartRead['secrets']
  },
): readonly PartRead[] => {
  const joined = new Parts(unknowns)
  for (const form of formsOf(relations, cells, secrets)) joined.join(form)
  for (const cell of cells) joinAll(joined, cell)
  const parts = new Map<number | undefined, PartRead>()
  const partOf = (form: Form | undefined): PartRead => {
    const key = form && joined.ofForm(form)
    const part = parts.get(key) ?? { relations: [], cells: [], secrets: [] }
    parts.set(key, part)
    return part
  }
  for (const relation of relations) partOf(relation.form).relations.push(relation)
  for (const cell of cells) partOf(anyForm(cell)).cells.push(cell)
  for (const secret of secrets) partOf(secret.form).secrets.push(secret)
  return [...parts.values()]
}

const formsOf = (
  relations: readonly Limit[],
  cells: readonly CellRead[],
  secrets: PartRead['secrets'],
): readonly Form[] => [
  ...relations.map(({ form }) => form),
  ...cells.flatMap(({ anyway, shown }) => [...anyway, ...shown].map(({ form }) => form)),
  ...secrets.map(({ form }) => form),
]

/** All sums of one cell belong together, whether or not they share an unknown. */
const joinAll = (joined: Parts, { anyway, shown }: CellRead): void => {
  const firsts = [...anyway, ...shown].flatMap(({ form }) => [...form.keys()].slice(0, 1))
  joined.join(new Map(firsts.map((unknown) => [unknown, 1])))
}

const anyForm = ({ anyway, shown }: CellRead): Form | undefined =>
  [...shown, ...anyway].map(({ form }) => form).find((form) => form.size > 0)
