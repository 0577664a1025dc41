/**
 * Changes of unknowns that are being tried, and the sums that do not fit while they are.
 */
import type { Bounds, Column, Dictionary, Row } from './dictionary.js'
import type { Move } from './form.js'

/** What is tried: it can be taken back step by step. */
export class Tried {
  /** The sums that are out of their bounds. */
  readonly broken = new Set<Row>()
  private readonly changed = new Map<number, number>()
  private readonly limits = new Map<number, Bounds>()
  private readonly sums = new Map<Row, number>()
  private readonly extra = new Map<number, Map<Row, number>>()

  constructor(
    private readonly dictionary: Dictionary,
    rows: readonly Row[],
  ) {
    for (const row of rows) {
      for (const [unknown, times] of row.terms) {
        this.extra.set(unknown, (this.extra.get(unknown) ?? new Map()).set(row, times))
      }
      this.check(row)
    }
  }

  /** Every unknown that is changed, the free ones and those that follow. */
  move(): Move {
    const move = new Map<number, number>()
    for (const [unknown, by] of this.changed) if (by !== 0) move.set(unknown, by)
    for (const [row, sum] of this.sums) {
      if (row.unknown !== undefined && sum !== 0) move.set(row.unknown, sum / row.den)
    }
    return move
  }

  /** By how much an unknown is changed. */
  at(unknown: number): number {
    return this.changed.get(unknown) ?? 0
  }

  /** Within what an unknown may be changed. */
  limitsOf(unknown: number): Bounds {
    return this.limits.get(unknown) ?? this.dictionary.bounds(unknown)
  }

  /** Sets the limits of an unknown, and changes it as little as they allow; gives what was. */
  limit(unknown: number, limits: Bounds): Bounds | undefined {
    const before = this.limits.get(unknown)
    this.limits.set(unknown, limits)
    this.put(unknown, nearest(0, limits))
    return before
  }

  /** Takes limits back. */
  restore(unknown: number, limits: Bounds | undefined): void {
    if (limits) this.limits.set(unknown, limits)
    else this.limits.delete(unknown)
    this.put(unknown, nearest(0, this.limitsOf(unknown)))
  }

  /** What a sum comes to, times its denominator. */
  sumOf(row: Row): number {
    return this.sums.get(row) ?? 0
  }

  /** In how many sums an unknown counts. */
  sumsWith(unknown: number): number {
    return this.dictionary.within(unknown).size
  }

  /** How many more sums would be out of their bounds. */
  harm(unknown: number, by: number): number {
    let harm = 0
    for (const column of this.columnsOf(unknown)) {
      for (const [row, times] of column) {
        const sum = this.sums.get(row) ?? 0
        if (isBroken(row, sum + times * by)) harm++
        if (sum !== 0 && isBroken(row, sum)) harm--
      }
    }
    return harm
  }

  /** How far an unknown can be changed further by its own limits. */
  room(unknown: number, up: boolean): number {
    const { least, most } = this.limitsOf(unknown)
    return up ? most - this.at(unknown) : this.at(unknown) - least
  }

  /** The same by every sum in which it counts, however the others are changed. */
  realRoom(unknown: number, up: boolean): number {
    let room = this.room(unknown, up)
    for (const column of this.columnsOf(unknown)) {
      for (const [row, times] of column) {
        if (room <= 0) return 0
        const rises = times > 0 === up
        const spare = rises
          ? row.most * row.den - this.othersLeast(row, unknown)
          : -row.least * row.den + this.othersMost(row, unknown)
        const at = times * this.at(unknown)
        room = Math.min(room, Math.floor((spare - (rises ? at : -at)) / Math.abs(times)))
      }
    }
    return room
  }

  private othersLeast(row: Row, unknown: number): number {
    let least = 0
    for (const [each, times] of row.terms) {
      if (each === unknown) continue
      const limits = this.limitsOf(each)
      least += times * (times > 0 ? limits.least : limits.most)
    }
    return least
  }

  private othersMost(row: Row, unknown: number): number {
    let most = 0
    for (const [each, times] of row.terms) {
      if (each === unknown) continue
      const limits = this.limitsOf(each)
      most += times * (times > 0 ? limits.most : limits.least)
    }
    return most
  }

  private put(unknown: number, to: number): void {
    const by = to - this.at(unknown)
    if (by === 0) return
    this.changed.set(unknown, to)
    for (const column of this.columnsOf(unknown)) {
      for (const [row, times] of column) {
        this.sums.set(row, this.sumOf(row) + times * by)
        this.check(row)
      }
    }
  }

  private columnsOf(unknown: number): readonly Column[] {
    const column = this.dictionary.within(unknown)
    const extra = this.extra.get(unknown)
    return extra ? [column, extra] : [column]
  }

  private check(row: Row): void {
    if (isBroken(row, this.sumOf(row))) this.broken.add(row)
    else this.broken.delete(row)
  }
}

const isBroken = ({ unknown, den, least, most }: Row, sum: number): boolean =>
  sum < least * den || sum > most * den || (unknown !== undefined && sum % den !== 0)

const nearest = (value: number, { least, most }: Bounds): number =>
  Math.min(Math.max(value, least), most)
