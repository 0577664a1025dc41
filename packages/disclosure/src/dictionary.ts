/**
 * Exact linear algebra over what is published: every unknown that published sums determine is
 * written in terms of the unknowns that they leave free. All of it is about changes against the
 * truth, so nought is always a solution.
 */
import { add, type Form } from './form.js'

/** A sum in terms of free unknowns: `den` times the sum is the terms. Bounds are for the sum. */
export interface Row {
  /** The unknown that it is, if it is one that is not free. */
  readonly unknown: number | undefined
  den: number
  readonly terms: Map<number, number>
  readonly least: number
  readonly most: number
}

/** How far a sum may be from the truth. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** The sums in which an unknown counts, and how often. */
export type Column = ReadonlyMap<Row, number>

const none: Column = new Map()

/** Sums in terms of the free unknowns, kept up to date while more sums are fixed. */
export class Dictionary {
  private readonly rows = new Map<number, Row>()
  private readonly columns = new Map<number, Map<Row, number>>()
  private isWhole = true

  constructor(private readonly boundsOf: (unknown: number) => Bounds) {}

  /** Whether all numbers are still exact; if not, nothing is to be concluded. */
  get isExact(): boolean {
    return this.isWhole
  }

  /** How far a free unknown may be from the truth. */
  bounds(unknown: number): Bounds {
    return this.boundsOf(unknown)
  }

  /** The sums in which a free unknown counts. */
  within(unknown: number): Column {
    return this.columns.get(unknown) ?? none
  }

  /** An unknown that is not free. */
  rowOf(unknown: number): Row | undefined {
    return this.rows.get(unknown)
  }

  /** A sum in terms of what is free now. */
  express(form: Form, { least, most }: Bounds): Row {
    const row: Row = { unknown: undefined, den: 1, terms: new Map(), least, most }
    const bound: (readonly [times: number, row: Row])[] = []
    for (const [unknown, times] of form) {
      const known = this.rows.get(unknown)
      if (known) bound.push([times, known])
      else add(row.terms, unknown, times)
    }
    for (const [times, known] of bound) this.plus(row, times, known)
    return row
  }

  /** Keeps a sum, so that it is expressed in what is free whenever that changes. */
  keep(form: Form, bounds: Bounds): Row {
    const row = this.express(form, bounds)
    this.enter(row)
    return row
  }

  /** Takes a sum to be as in truth: one of its free unknowns follows from the others. */
  fix(form: Form): void {
    const { terms } = this.express(form, { least: 0, most: 0 })
    const unknown = this.leastUsed(terms)
    if (unknown === undefined) return
    const times = terms.get(unknown) as number
    terms.delete(unknown)
    const solved: Row = {
      unknown,
      den: Math.abs(times),
      terms: new Map([...terms].map(([each, by]) => [each, times > 0 ? -by : by])),
      ...this.boundsOf(unknown),
    }
    reduce(solved)
    const users = [...this.within(unknown).keys()]
    this.columns.delete(unknown)
    for (const row of users) this.replace(row, unknown, solved)
    this.enter(solved)
    this.rows.set(unknown, solved)
  }

  private column(unknown: number): Map<Row, number> {
    const column = this.columns.get(unknown) ?? new Map<Row, number>()
    this.columns.set(unknown, column)
    return column
  }

  /** The unknown with the smallest coefficient that the fewest sums use: little is rewritten. */
  private leastUsed(terms: Form): number | undefined {
    let best: number | undefined
    let least = Infinity
    for (const [unknown, times] of terms) {
      const cost = (Math.abs(times) - 1) * 1e6 + this.within(unknown).size
      if (cost >= least) continue
      best = unknown
      least = cost
    }
    return best
  }

  private replace(row: Row, unknown: number, solved: Row): void {
    const before = [...row.terms.keys()]
    const times = row.terms.get(unknown) as number
    row.terms.delete(unknown)
    // The coefficient counts the denominator of the row in already.
    this.plus(row, times, solved, 1)
    for (const each of before) {
      if (!row.terms.has(each)) this.columns.get(each)?.delete(row)
    }
    this.enter(row)
  }

  private enter(row: Row): void {
    for (const [unknown, times] of row.terms) this.column(unknown).set(row, times)
  }

  /** Adds another sum so many times; `scale` is the denominator that the times are told in. */
  private plus(row: Row, times: number, other: Row, scale: number = row.den): void {
    const wanted = times * scale
    const divisor = gcd(Math.abs(wanted), other.den)
    const stretch = other.den / divisor
    if (stretch !== 1) {
      row.den *= stretch
      for (const [unknown, each] of row.terms) row.terms.set(unknown, each * stretch)
    }
    for (const [unknown, each] of other.terms) add(row.terms, unknown, (wanted / divisor) * each)
    reduce(row)
    this.isWhole &&= isExact(row)
  }
}

const isExact = ({ den, terms }: Row): boolean => {
  if (!Number.isSafeInteger(den)) return false
  for (const times of terms.values()) if (!Number.isSafeInteger(times)) return false
  return true
}

/** Divides a row by what all its numbers can be divided by. */
const reduce = (row: Row): void => {
  let divisor = row.den
  if (divisor === 1) return
  for (const times of row.terms.values()) {
    divisor = gcd(divisor, Math.abs(times))
    if (divisor === 1) return
  }
  row.den /= divisor
  for (const [unknown, times] of row.terms) row.terms.set(unknown, times / divisor)
}

const gcd = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
