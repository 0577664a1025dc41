/**
 * Holds other solutions against everything that is published, cell by cell as it is printed. It
 * knows nothing of how they were found.
 */
import type { Policy } from './policy.js'
import { isSmall, printed, total, type Values } from './printed.js'
import type { Cell, Combination, Relation, Table, Unknown } from './table.js'

/** Other values for some unknowns, by their ids. */
export type Solution = ReadonlyMap<string, number>

/** A cell that somebody sees, shown or hidden. */
interface Seen {
  readonly name: string
  readonly cell: Cell
  readonly isHidden: boolean
  readonly policy: Policy
}

/** What is to be held against solutions, by the unknowns that it counts. */
export class Published {
  private readonly unknowns: ReadonlyMap<string, Unknown>
  private readonly cells = new Map<string, Seen[]>()
  private readonly relations = new Map<string, Relation[]>()

  constructor(
    { unknowns, cells, relations, earlier }: Table,
    hidden: ReadonlySet<string>,
    policy: Policy,
  ) {
    this.unknowns = new Map(unknowns.map((unknown) => [unknown.id, unknown]))
    for (const pack of [...earlier, { name: undefined, cells, hidden, policy }]) {
      for (const cell of pack.cells) {
        const name = pack.name === undefined ? cell.id : `${pack.name}: ${cell.id}`
        const isHidden = pack.hidden.has(cell.id)
        index(this.cells, sumsOf(cell), { name, cell, isHidden, policy: pack.policy })
      }
    }
    for (const relation of relations) index(this.relations, [relation.of], relation)
  }

  /**
   * Whether somebody who sees everything published, and knows that some counts are hidden for
   * their own sake, cannot tell a solution from the truth.
   */
  allows(solution: Solution, knownAsSmall: ReadonlySet<string>): boolean {
    const truth: Values = (id) => (this.unknowns.get(id) as Unknown).value
    const other: Values = (id) => solution.get(id) ?? truth(id)
    const changed = [...solution.keys()]
    return (
      changed.every((id) => isPossible(this.unknowns.get(id) as Unknown, other(id))) &&
      touched(this.relations, changed).every(({ of, least, most }) => {
        const sum = total(of, other)
        return sum >= (least ?? -Infinity) && sum <= (most ?? Infinity)
      }) &&
      touched(this.cells, changed).every((seen) =>
        seen.isHidden
          ? mayHide(seen, truth, other) && (!knownAsSmall.has(seen.name) || staysSmall(seen, other))
          : looksSame(seen, truth, other),
      )
    )
  }
}

const isPossible = ({ least }: Unknown, value: number): boolean =>
  Number.isSafeInteger(value) && value >= (least ?? -Infinity)

/** He is taken to know of a hidden count that it is not below zero, and not zero. */
const mayHide = ({ cell }: Seen, truth: Values, other: Values): boolean => {
  if (cell._tag !== 'Count') return true
  const before = total(cell.of, truth)
  return before < 0 || total(cell.of, other) >= Math.min(1, before)
}

const staysSmall = ({ cell, policy }: Seen, other: Values): boolean => {
  if (cell._tag !== 'Count') return true
  const after = total(cell.of, other)
  return after >= 0 && isSmall(after, cell.perPerson, policy)
}

const looksSame = ({ cell, policy }: Seen, truth: Values, other: Values): boolean => {
  const known =
    cell._tag === 'Opaque' ? cell.from : cell._tag === 'Count' && cell.text ? [cell.of] : []
  return (
    known.every((sum) => total(sum, truth) === total(sum, other)) &&
    JSON.stringify(printed(cell, truth, policy)) === JSON.stringify(printed(cell, other, policy))
  )
}

const sumsOf = (cell: Cell): readonly Combination[] => {
  switch (cell._tag) {
    case 'Count':
      return [cell.of]
    case 'Quotient':
      return [cell.numerator, cell.denominator]
    case 'Opaque':
      return cell.from
    case 'PositiveParts':
      return cell.parts
  }
}

const index = <A>(by: Map<string, A[]>, sums: readonly Combination[], each: A): void => {
  for (const unknown of new Set(sums.flat().map((term) => term.unknown))) {
    const known = by.get(unknown) ?? []
    by.set(unknown, known)
    known.push(each)
  }
}

const touched = <A>(by: ReadonlyMap<string, readonly A[]>, changed: readonly string[]): A[] => [
  ...new Set(changed.flatMap((unknown) => by.get(unknown) ?? [])),
]
