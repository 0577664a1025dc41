/**
 * What follows from a day, worked out once for each: dates recur by the million in a replay.
 */

/** The days that are remembered: 137 years from 1 January 1950. Unit: days since 1970. */
const firstDay = -7305
const rememberedDays = 50_000

/** Something that follows from the number of a day. */
export class DayTable<A> {
  private readonly known: (A | undefined)[] = new Array(rememberedDays)

  constructor(private readonly make: (day: number) => A) {}

  /** What follows from a day. */
  of(day: number): A {
    const at = day - firstDay
    if (!(at >= 0 && at < rememberedDays)) return this.make(day)
    const known = this.known[at]
    if (known !== undefined) return known
    const made = this.make(day)
    this.known[at] = made
    return made
  }
}
