/**
 * Shows the cells of one part of a table, as many as may be shown.
 *
 * It begins with everything hidden and shows cell by cell, those most wanted and largest first. A
 * cell stays hidden where showing it would leave a hidden count with too few possible values.
 */
import { amountOf, changeOf, type Move } from './form.js'
import { type Guarded, Outsider } from './outsider.js'
import type { Programme, Truth } from './programme.js'
import type { CellRead, PartRead } from './reading.js'

/** A cell that is hidden, and why. For the council only: it helps to work counts out. */
export interface HiddenCell {
  readonly id: string
  /** It is small itself, or showing it would reveal a count. */
  readonly because: 'small' | 'reveals'
  /** The count that it would reveal, by the cell's id or the secret's. */
  readonly reveals?: string
}

/** A count that is not shown, and values that nobody outside can exclude. For the council only. */
export interface OpenCount {
  readonly name: string
  readonly value: number
  /** The true value and others, each proved by a solution that fits everything published. */
  readonly possible: readonly number[]
  /**
   * Whether all this holds even against somebody who knows that it is hidden for its own sake. He
   * does not see that: one symbol stands for all.
   */
  readonly evenKnownAsSmall: boolean
}

/** The cells of one part, shown or hidden. */
export class Showing {
  readonly hidden: HiddenCell[] = []
  /** Counts for which there was no way from the beginning. */
  readonly unprotected: string[] = []
  /** The counts that he may know to be hidden for their own sake. */
  readonly knownAsSmall = new Set<string>()
  private readonly guarded = new Map<string, { readonly by: Guarded; readonly names: string[] }>()
  private readonly outsider: Outsider

  constructor(
    { relations, cells, secrets }: PartRead,
    private readonly truth: Truth,
    programme: Programme,
    protection: number,
  ) {
    this.outsider = new Outsider(truth, programme)
    this.outsider.knows(relations)
    for (const { anyway } of cells) this.outsider.knows(anyway)
    for (const { fate, shown } of cells) if (fate === 'shown') this.outsider.knows(shown)
    for (const cell of cells) if (isGuarded(cell)) this.guard(guardOf(cell, protection))
    for (const secret of secrets) this.guard({ ...secret, needed: protection })
    if (this.unprotected.length > 0) return
    this.tellSmall(cells)
    for (const cell of inOrder(cells, truth)) this.show(cell)
  }

  /** Every solution that keeps a count open. */
  solutions(): readonly Move[] {
    return [...new Set([...this.guarded.values()].flatMap(({ by }) => this.outsider.solutions(by)))]
  }

  /** The counts that are not shown, with the values that are possible. */
  open(): readonly OpenCount[] {
    return [...this.guarded.values()].flatMap(({ by, names }) => {
      const value = amountOf(by.form, this.truth.values)
      const others = this.outsider.solutions(by).map((move) => value + changeOf(by.form, move))
      const possible = [...new Set([value, ...others])].sort((a, b) => a - b)
      return names.map((name) => ({
        name,
        value,
        possible,
        evenKnownAsSmall: this.knownAsSmall.has(name),
      }))
    })
  }

  /** What is printed twice is guarded once. */
  private guard(guarded: Guarded): void {
    const key = keyOf(guarded)
    const known = this.guarded.get(key)
    if (known) known.names.push(guarded.name)
    else if (this.outsider.guard(guarded) === 'open') {
      this.guarded.set(key, { by: guarded, names: [guarded.name] })
    } else this.unprotected.push(guarded.name)
  }

  /** He is taken to know which counts are small, one after the other, as far as that can be. */
  private tellSmall(cells: readonly CellRead[]): void {
    const small = cells.filter(({ asSmall, fate }) => asSmall.length > 0 && fate !== 'shown')
    for (const { name, asSmall } of small.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
      if (this.outsider.tell(asSmall) === undefined) this.knownAsSmall.add(name)
    }
  }

  private show({ name, count, isSmall, shown }: CellRead): void {
    if (isSmall) {
      this.hidden.push({ id: name, because: 'small' })
      return
    }
    const revealed = this.outsider.tell(shown)
    if (revealed === undefined) return
    this.hidden.push({ id: name, because: 'reveals', reveals: revealed.name })
    // It is hidden for another's sake, and is not to be worked out either.
    if (count) this.guard({ name, form: count, step: 1, needed: 2 })
  }
}

const keyOf = ({ form, step, needed }: Guarded): string =>
  JSON.stringify([step, needed, ...[...form].sort(([a], [b]) => a - b)])

const isGuarded = ({ fate, isSmall, count }: CellRead): boolean =>
  count !== undefined && (fate === 'hidden' || (isSmall && fate === undefined))

const guardOf = ({ cell, name, count, isSmall }: CellRead, protection: number): Guarded => ({
  name,
  form: count as Guarded['form'],
  step: isSmall && cell._tag === 'Count' ? cell.perPerson : 1,
  needed: isSmall ? protection : 2,
})

const sizeOf = ({ count }: CellRead): number => count?.size ?? 0

/**
 * The cells to come: most wanted first, counts before what is worked out of them, zero first,
 * then the largest.
 */
const inOrder = (cells: readonly CellRead[], { values }: Truth): readonly CellRead[] =>
  cells
    .filter(({ fate }) => fate === undefined)
    .map((cell) => ({ cell, value: cell.count ? amountOf(cell.count, values) : -Infinity }))
    .sort(
      (a, b) =>
        b.cell.cell.keep - a.cell.cell.keep ||
        Number(b.value === 0) - Number(a.value === 0) ||
        b.value - a.value ||
        a.cell.order - b.cell.order,
    )
    .map(({ cell }) => cell)
