/**
 * Somebody who reads everything that is published and works out what he can. For each count that is
 * guarded from him, other solutions are kept at hand that fit all he knows and give other values:
 * as long as there are enough of them, the count cannot be worked out.
 */
import { amountOf, changeOf, type Form, type Move } from './form.js'
import { type Found, fits, type Known, type Programme, type Truth } from './programme.js'
import type { Limit } from './says.js'

/** A count that must not be worked out. */
export interface Guarded {
  readonly name: string
  readonly form: Form
  /** How far apart two values must be to be told apart: the units of one person. */
  readonly step: number
  /** How many values must be possible, the true one among them. */
  readonly needed: number
}

/** What somebody outside knows, and the other solutions that he cannot exclude. */
export class Outsider {
  private readonly guarded: Guarded[] = []
  private readonly changes = new Map<Guarded, Map<Move, number>>()
  private readonly known = new Set<string>()
  private moves: Move[] = []

  constructor(
    private readonly truth: Truth,
    private readonly programme: Programme,
  ) {}

  /** He knows this, whatever follows from it. To be told before anything is guarded. */
  knows(limits: readonly Limit[]): void {
    for (const limit of limits) this.take(this.against(limit))
  }

  /** Guards a count from here on; tells whether enough values are possible. */
  guard(guarded: Guarded): Exclude<Found, Move> | 'open' {
    const changes = new Map<Move, number>()
    for (const move of this.moves) {
      const change = changeOf(guarded.form, move)
      if (change !== 0) changes.set(move, change)
    }
    this.changes.set(guarded, changes)
    const found = this.open(guarded, [], changes.values())
    if (typeof found === 'string') {
      this.changes.delete(guarded)
      return found
    }
    this.guarded.push(guarded)
    this.add(found)
    return 'open'
  }

  /**
   * Tells him something, if that leaves every guarded count open; otherwise gives one that he could
   * work out.
   */
  tell(limits: readonly Limit[]): Guarded | undefined {
    const told = limits.map((limit) => this.against(limit))
    const gone = this.moves.filter((move) => !told.every((known) => fits(known, move)))
    if (gone.length > 0) {
      const isGone = new Set(gone)
      const left = this.moves.filter((move) => !isGone.has(move))
      const added: Move[] = []
      for (const guarded of this.guarded) {
        const before = this.changes.get(guarded) as ReadonlyMap<Move, number>
        if (!gone.some((move) => before.has(move))) continue
        const kept = [...before].filter(([move]) => !isGone.has(move)).map(([, change]) => change)
        const found = this.open(guarded, told, [
          ...kept,
          ...added.map((move) => changeOf(guarded.form, move)),
        ])
        if (typeof found === 'string') return guarded
        added.push(...found)
      }
      this.moves = left
      for (const changes of this.changes.values()) for (const move of gone) changes.delete(move)
      this.add(added)
    }
    for (const known of told) this.take(known)
    return undefined
  }

  /** Other solutions that give a count other values than the true one. */
  solutions(guarded: Guarded): readonly Move[] {
    return [...(this.changes.get(guarded)?.keys() ?? [])]
  }

  /**
   * How far from the truth a sum can be, in the direction of a limit and not beyond it; and whether
   * it is certain that it cannot be further.
   */
  reach(form: Form, limit: number): { readonly by: number; readonly isLast: boolean } {
    const sign = Math.sign(limit)
    const end = Math.abs(limit)
    let [by, beyond, isLast] = [0, end + 1, false]
    // First twice as far every time, then halfway between what is possible and what is not.
    while (by + 1 < beyond && by < end) {
      const doubled = Math.max(1, 2 * by)
      const next = doubled < beyond ? doubled : Math.floor((by + beyond) / 2)
      const found = this.another(form, [], sign * next)
      if (typeof found === 'string') [beyond, isLast] = [next, found === 'none']
      else by = Math.abs(changeOf(form, found))
    }
    return by < end ? { by: sign * by, isLast } : { by: limit, isLast: false }
  }

  private against({ form, least, most }: Limit): Known {
    const value = amountOf(form, this.truth.values)
    return { form, least: least - value, most: most - value }
  }

  private take(known: Known): void {
    const key = keyOf(known)
    if (!this.known.has(key)) this.programme.know(known)
    this.known.add(key)
  }

  private add(moves: readonly Move[]): void {
    for (const [{ form }, changes] of this.changes) {
      for (const move of moves) {
        const change = changeOf(form, move)
        if (change !== 0) changes.set(move, change)
      }
    }
    this.moves.push(...moves)
  }

  /** Looks for further solutions until a count has enough values besides the true one. */
  private open(
    { form, step, needed }: Guarded,
    told: readonly Known[],
    changes: Iterable<number>,
  ): readonly Move[] | Exclude<Found, Move> {
    const values = [0, ...changes]
    const found: Move[] = []
    while (apart(values, step) < needed) {
      const beyond = { below: Math.min(...values) - step, above: Math.max(...values) + step }
      const next = this.beyond(form, told, beyond)
      if (typeof next === 'string') return next
      found.push(next)
      values.push(changeOf(form, next))
    }
    return found
  }

  /** A solution with a value at or beyond one of two. */
  private beyond(
    form: Form,
    told: readonly Known[],
    { below, above }: { readonly below: number; readonly above: number },
  ): Found {
    const up = this.another(form, told, above)
    if (typeof up !== 'string') return up
    const down = this.another(form, told, below)
    return down === 'none' ? up : down
  }

  /** A solution in which a sum is so much more than in truth, or less, or still further from it. */
  private another(form: Form, told: readonly Known[], by: number): Found {
    const bounds = by > 0 ? { least: by, most: Infinity } : { least: -Infinity, most: by }
    return this.programme.another([...told, { form, ...bounds }])
  }
}

const keyOf = ({ form, least, most }: Known): string =>
  `${least} ${most} ${[...form].sort(([a], [b]) => a - b).join(' ')}`

/** How many of some values can be told apart. */
const apart = (values: readonly number[], step: number): number => {
  let count = 0
  let last = -Infinity
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - last < step) continue
    count++
    last = value
  }
  return count
}
