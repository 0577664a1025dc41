/**
 * Somebody who reads everything that is published and works out what he can. For each count that is
 * guarded from him, other solutions are kept at hand that fit all he knows and give other values:
 * as long as there are enough of them, the count cannot be worked out.
 */
import { Dictionary } from './dictionary.js'
import { amountOf, changeOf, type Form, type Move } from './form.js'
import type { Limit } from './says.js'
import { type Found, search } from './search.js'

/** A count that must not be worked out. */
export interface Guarded {
  readonly name: string
  readonly form: Form
  /** How far apart two values must be to be told apart: the units of one person. */
  readonly step: number
  /** How many values must be possible, the true one among them. */
  readonly needed: number
}

/** What is known of the unknowns of a table in truth. */
export interface Truth {
  readonly values: readonly number[]
  /** What everybody knows that an unknown is at least. */
  readonly leasts: readonly number[]
}

/** A sum that is known to lie within bounds, told as changes against the truth. */
interface Known {
  readonly form: Form
  readonly least: number
  readonly most: number
}

/** How hard is looked for a solution: a few changes first, then many. */
interface Effort {
  readonly patience: number
  readonly careful: boolean
}

const little: Effort = { patience: 12, careful: false }

/** Where a cell may stay hidden instead, care is not worth its time: what it finds, less finds. */
const enough: Effort = { patience: 40, careful: false }

/** Where it matters that there is no other solution. */
const careful: Effort = { patience: 200, careful: true }

/** Where nothing could be published without one. */
const utmost: Effort = { patience: 3000, careful: true }

/** What somebody outside knows, and the other solutions that he cannot exclude. */
export class Outsider {
  private readonly dictionary: Dictionary
  private readonly guarded: Guarded[] = []
  private readonly changes = new Map<Guarded, Map<Move, number>>()
  private readonly known = new Set<string>()
  private moves: Move[] = []

  constructor(private readonly truth: Truth) {
    this.dictionary = new Dictionary((unknown) => ({
      least: (truth.leasts[unknown] as number) - (truth.values[unknown] as number),
      most: Infinity,
    }))
  }

  /** He knows this, whatever follows from it. To be told before anything is guarded. */
  knows(limits: readonly Limit[]): void {
    for (const known of limits.map((limit) => this.against(limit))) {
      const key = keyOf(known)
      if (!this.known.has(key)) this.take(known)
      this.known.add(key)
    }
  }

  /** Guards a count from here on; tells whether enough values are possible. */
  guard(guarded: Guarded): Exclude<Found, Move> | 'open' {
    const changes = new Map<Move, number>()
    for (const move of this.moves) {
      const change = changeOf(guarded.form, move)
      if (change !== 0) changes.set(move, change)
    }
    this.changes.set(guarded, changes)
    const found = this.open(guarded, [], changes.values(), [little, enough, utmost])
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
      const quick = this.another(form, [], sign * next, little)
      const found = quick === 'gaveUp' ? this.another(form, [], sign * next, careful) : quick
      if (typeof found === 'string') [beyond, isLast] = [next, found === 'none']
      else by = Math.abs(changeOf(form, found))
    }
    return by < end ? { by: sign * by, isLast } : { by: limit, isLast: false }
  }

  private against({ form, least, most }: Limit): Known {
    const value = amountOf(form, this.truth.values)
    return { form, least: least - value, most: most - value }
  }

  private take({ form, least, most }: Known): void {
    if (least === 0 && most === 0) this.dictionary.fix(form)
    else this.dictionary.keep(form, { least, most })
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
    efforts: readonly Effort[] = [little, enough],
  ): readonly Move[] | Exclude<Found, Move> {
    const values = [0, ...changes]
    const found: Move[] = []
    while (apart(values, step) < needed) {
      const beyond = { below: Math.min(...values) - step, above: Math.max(...values) + step }
      const next = this.beyond(form, told, beyond, efforts)
      if (typeof next === 'string') return next
      found.push(next)
      values.push(changeOf(form, next))
    }
    return found
  }

  /** A solution with a value at or beyond one of two, sought a little in both directions first. */
  private beyond(
    form: Form,
    told: readonly Known[],
    { below, above }: { readonly below: number; readonly above: number },
    efforts: readonly Effort[],
  ): Found {
    let result: Found = 'none'
    for (const effort of efforts) {
      result = 'none'
      for (const by of [above, below]) {
        const found = this.another(form, told, by, effort)
        if (typeof found !== 'string') return found
        if (found === 'gaveUp') result = 'gaveUp'
      }
      if (result === 'none') return 'none'
    }
    return result
  }

  /** A solution in which a sum is so much more than in truth, or less, or still further from it. */
  private another(form: Form, told: readonly Known[], by: number, effort: Effort): Found {
    const bounds = by > 0 ? { least: by, most: Infinity } : { least: -Infinity, most: by }
    const rows = told.map(({ form: sum, ...within }) => this.dictionary.express(sum, within))
    const wanted = this.dictionary.express(form, bounds)
    return search(this.dictionary, { rows: [...rows, wanted], ...effort })
  }
}

const fits = ({ form, least, most }: Known, move: Move): boolean => {
  const change = changeOf(form, move)
  return change >= least && change <= most
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
