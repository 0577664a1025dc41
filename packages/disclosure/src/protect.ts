/**
 * Disclosure control: hides every small count of people, and as many other cells as are needed so
 * that no hidden count can be worked out.
 *
 * What is proved: for each hidden count, and each small secret, there is another solution in whole
 * numbers that has another value there and fits everything published, in this pack and in the
 * earlier ones: every count shown, every percentage as it is rounded, every definition that was
 * handed in. The proof is the solution itself, which is held against all of it as it is printed.
 *
 * What is not proved: that as few cells as possible are hidden; that no value is likelier than
 * another; that somebody who knows how cells were chosen, or who knows some of the people, learns
 * nothing from that. A change between two packs that both show is public.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Policy } from './policy.js'
import { printed } from './printed.js'
import { withProgramme } from './programme.js'
import { Published } from './proof.js'
import { hidden, type PublishedFigure } from './published.js'
import { readTable } from './reading.js'
import type { DisclosureRefusal } from './refusal.js'
import { type HiddenCell, type OpenCount, Showing } from './showing.js'
import type { Solver } from './solver.js'
import type { Table } from './table.js'

/** What may be published. */
export interface Protected {
  /** Every cell of the pack as the public sees it, by its id. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
  /** The cells that are hidden, in the order of the table. For the council only. */
  readonly hidden: readonly HiddenCell[]
  /** Every hidden count and small secret. For the council only. */
  readonly open: readonly OpenCount[]
}

/**
 * Hides what must be hidden. The same table gives the same.
 *
 * Errors: InvalidTable, Unprotected.
 */
export const protect = (
  table: Table,
  policy: Policy,
  solver: Solver,
): E.Either<DisclosureRefusal, Protected> => {
  const read = readTable(table, policy)
  if (E.isLeft(read)) return read
  const { truth, parts } = read.right
  const shown = parts.map((part) =>
    withProgramme(
      solver,
      truth,
      (programme) => new Showing(part, truth, programme, policy.protection),
    ),
  )
  const names = shown.flatMap(({ unprotected }) => unprotected)
  if (names.length > 0) return E.left({ _tag: 'Unprotected', names })
  const places = new Map(table.cells.map(({ id }, i) => [id, i]))
  const kept = shown
    .flatMap((part) => part.hidden)
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  const ids = new Set(kept.map(({ id }) => id))
  assertOpen(shown, table, new Published(table, ids, policy))
  return E.right({
    figures: figuresOf(table, ids, policy),
    hidden: kept,
    open: shown.flatMap((part) => part.open()),
  })
}

const figuresOf = (
  { cells, unknowns }: Table,
  ids: ReadonlySet<string>,
  policy: Policy,
): Protected['figures'] => {
  const values = new Map(unknowns.map(({ id, value }) => [id, value]))
  return new Map(
    cells.map((cell) => [
      cell.id,
      ids.has(cell.id)
        ? hidden(policy.symbol)
        : printed(cell, (id) => values.get(id) as number, policy),
    ]),
  )
}

/** Every solution fits what is published: if one does not, the fault is ours. */
const assertOpen = (parts: readonly Showing[], { unknowns }: Table, published: Published): void => {
  for (const part of parts) {
    for (const move of part.solutions()) {
      const solution = [...move].map(([unknown, by]) => {
        const { id, value } = unknowns[unknown] as Table['unknowns'][number]
        return [id, value + by] as const
      })
      if (!published.allows(new Map(solution), part.knownAsSmall)) {
        throw new Error('a solution does not fit what is published')
      }
    }
  }
}
