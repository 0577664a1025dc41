/**
 * Looks for another solution: whole numbers that fit everything published and in which one sum is
 * not as in truth. The search goes through all of them in order of what must be changed next, so it
 * finds one, or there is none, or it gives up.
 */
import type { Bounds, Dictionary, Row } from './dictionary.js'
import type { Move } from './form.js'
import { Tried } from './tried.js'

/** Another solution as a change of every unknown, or why there is not one. */
export type Found = Move | 'none' | 'gaveUp'

/** What is looked for, besides what the dictionary holds. */
export interface Wanted {
  /** Sums that must lie within their bounds, the one to be changed among them. */
  readonly rows: readonly Row[]
  /** How many changes are tried. */
  readonly patience: number
  /** Whether every change is weighed against all sums before it is tried. */
  readonly careful: boolean
}

/** Looks for another solution. */
export const search = (dictionary: Dictionary, wanted: Wanted): Found => {
  if (!dictionary.isExact) return 'gaveUp'
  const tried = new Tried(dictionary, wanted.rows)
  const result = new Search(tried, wanted).solve()
  return result === 'found' ? tried.move() : result
}

type Result = 'found' | 'none' | 'gaveUp'

/** A way to mend a sum: an unknown is changed by so much, and no less than a least amount. */
interface Way {
  readonly unknown: number
  readonly up: boolean
  readonly full: number
  readonly least: number
}

/** How many ways are weighed against each other. */
const mostWeighed = 12

class Search {
  private tries = 0

  constructor(
    private readonly tried: Tried,
    private readonly wanted: Wanted,
  ) {}

  solve(): Result {
    if (this.tried.broken.size === 0) return 'found'
    if (this.tries++ >= this.wanted.patience) return 'gaveUp'
    const closed: (readonly [unknown: number, before: Bounds | undefined])[] = []
    let result: Result = 'none'
    for (const way of this.fewestWays()) {
      result = worse(result, this.attempt(way))
      if (result === 'found') return result
      if (result === 'gaveUp') break
      // Whatever else is tried, this unknown is not changed so any more.
      const { unknown, up } = way
      const { least, most } = this.tried.limitsOf(unknown)
      const at = this.tried.at(unknown)
      const rest = up ? { least, most: at } : { least: at, most }
      closed.push([unknown, this.tried.limit(unknown, rest)])
    }
    for (const [unknown, before] of closed.reverse()) this.tried.restore(unknown, before)
    return result
  }

  /** First the whole change that mends the sum, then less of it. */
  private attempt({ unknown, up, full, least }: Way): Result {
    const { least: low, most: high } = this.tried.limitsOf(unknown)
    const at = this.tried.at(unknown)
    const whole = up ? { least: at + full, most: high } : { least: low, most: at - full }
    const first = this.within(unknown, whole)
    if (first !== 'none' || full === least) return first
    const part = up
      ? { least: at + least, most: at + full - 1 }
      : { least: at - full + 1, most: at - least }
    return this.within(unknown, part)
  }

  private within(unknown: number, limits: Bounds): Result {
    const before = this.tried.limit(unknown, limits)
    const result = this.solve()
    if (result !== 'found') this.tried.restore(unknown, before)
    return result
  }

  /** The ways to mend the sum that leaves the fewest, the least harmful first. */
  private fewestWays(): readonly Way[] {
    const { broken } = this.tried
    if (!this.wanted.careful) return this.inOrder(this.ways(shortest(broken)))
    let fewest: readonly Way[] | undefined
    for (const row of broken) {
      const ways = this.ways(row)
      if (ways.length === 0) return ways
      if (fewest === undefined || ways.length < fewest.length) fewest = ways
    }
    return this.inOrder(fewest ?? [])
  }

  /** The least harmful first. Where there are many ways, only those in few sums are weighed. */
  private inOrder(ways: readonly Way[]): readonly Way[] {
    const few = ways
      .map((way) => ({ way, sums: this.tried.sumsWith(way.unknown) }))
      .sort((a, b) => a.sums - b.sums || a.way.unknown - b.way.unknown)
      .map(({ way }) => way)
    const weighed = few
      .slice(0, mostWeighed)
      .map((way) => ({ way, harm: this.tried.harm(way.unknown, way.up ? way.full : -way.full) }))
      .sort((a, b) => a.harm - b.harm)
      .map(({ way }) => way)
    return [...weighed, ...few.slice(mostWeighed)]
  }

  /** The changes of one unknown that help a sum; none where all of them together do not mend it. */
  private ways(row: Row): readonly Way[] {
    const sum = this.tried.sumOf(row)
    const short = row.least * row.den - sum
    const over = sum - row.most * row.den
    if (short <= 0 && over <= 0) return this.roundings(row)
    const need = Math.max(short, over)
    const helpful = [...row.terms]
      .map(([unknown, times]) => {
        const up = times > 0 === short > 0
        return { unknown, up, by: Math.abs(times), room: this.room(unknown, up) }
      })
      .filter(({ room }) => room > 0)
    const endless = helpful.filter(({ room }) => room === Infinity).length
    const total = helpful.reduce((all, { by, room }) => all + (room < Infinity ? by * room : 0), 0)
    if (endless === 0 && total < need) return []
    return helpful.map(({ unknown, up, by, room }) => {
      const othersEndless = endless - (room === Infinity ? 1 : 0) > 0
      const others = othersEndless ? Infinity : total - (room === Infinity ? 0 : by * room)
      return {
        unknown,
        up,
        full: Math.min(room, Math.ceil(need / by)),
        least: Math.max(1, Math.ceil((need - others) / by)),
      }
    })
  }

  private room(unknown: number, up: boolean): number {
    return this.wanted.careful ? this.tried.realRoom(unknown, up) : this.tried.room(unknown, up)
  }

  /** Changes that may make an unknown a whole number again. */
  private roundings(row: Row): readonly Way[] {
    return [...row.terms]
      .filter(([, times]) => times % row.den !== 0)
      .flatMap(([unknown]) =>
        [true, false]
          .filter((up) => this.room(unknown, up) > 0)
          .map((up) => ({ unknown, up, full: 1, least: 1 })),
      )
  }
}

/** The sum with the fewest terms. */
const shortest = (rows: Iterable<Row>): Row => {
  let found: Row | undefined
  for (const row of rows) if (!found || row.terms.size < found.terms.size) found = row
  return found as Row
}

const worse = (a: Result, b: Result): Result => (b === 'found' || a === 'none' ? b : a)
