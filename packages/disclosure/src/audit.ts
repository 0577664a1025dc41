/**
 * The audit of a pack that is hidden already, by hand or by another program: what somebody can work
 * out of each count that is not shown.
 */
import * as E from 'fp-ts/lib/Either.js'
import { amountOf, type Form } from './form.js'
import { Outsider } from './outsider.js'
import type { Policy } from './policy.js'
import { type Truth, withProgramme } from './programme.js'
import { type CellRead, type PartRead, readTable } from './reading.js'
import type { InvalidTable } from './refusal.js'
import type { Solver } from './solver.js'
import type { Table } from './table.js'

/** What somebody can learn of a count that must not be worked out. */
export type Finding = { readonly name: string; readonly value: number } & (
  | {
      /** He cannot exclude these: each of the two, and the true value, fits all he knows. */
      readonly _tag: 'Open'
      readonly least: number
      readonly most: number
      /** Whether it is certain that he excludes everything below and above. */
      readonly isExact: boolean
    }
  /** It can have no other value: he works it out. */
  | { readonly _tag: 'WorkedOut' }
  /** No other value was found, nor that there is none. To be taken as worked out. */
  | { readonly _tag: 'NotProved' }
  /** It is small, and it is shown. */
  | { readonly _tag: 'SmallShown' }
)

/** How far from the truth values are looked for. Unit: people. */
const furthest = 64

/**
 * Audits a pack with these cells hidden. Whoever reads it sees one symbol for all that is hidden.
 *
 * Errors: InvalidTable.
 */
export const audit = (
  table: Table,
  hidden: ReadonlySet<string>,
  policy: Policy,
  solver: Solver,
): E.Either<InvalidTable, readonly Finding[]> =>
  E.map(({ truth, parts }: { readonly truth: Truth; readonly parts: readonly PartRead[] }) =>
    parts.flatMap((part) =>
      withProgramme(solver, truth, (programme) =>
        findings(part, hidden, new Outsider(truth, programme), truth),
      ),
    ),
  )(readTable(table, policy))

const findings = (
  { relations, cells, secrets }: PartRead,
  hidden: ReadonlySet<string>,
  outsider: Outsider,
  truth: Truth,
): readonly Finding[] => {
  const isHidden = ({ fate, name }: CellRead): boolean =>
    fate === undefined ? hidden.has(name) : fate === 'hidden'
  outsider.knows(relations)
  for (const cell of cells) outsider.knows(isHidden(cell) ? cell.anyway : cell.shown)
  const found = (name: string, form: Form): Finding => {
    const value = amountOf(form, truth.values)
    const up = outsider.reach(form, furthest)
    const down = outsider.reach(form, -furthest)
    if (up.by === 0 && down.by === 0) {
      return { name, value, _tag: up.isLast && down.isLast ? 'WorkedOut' : 'NotProved' }
    }
    const isExact = up.isLast && down.isLast
    return { name, value, _tag: 'Open', least: value + down.by, most: value + up.by, isExact }
  }
  return [
    ...cells.flatMap((cell): readonly Finding[] => {
      const { name, count, isSmall } = cell
      if (count === undefined) return []
      if (isHidden(cell)) return [found(name, count)]
      return isSmall ? [{ name, value: amountOf(count, truth.values), _tag: 'SmallShown' }] : []
    }),
    ...secrets.map(({ name, form }) => found(name, form)),
  ]
}
