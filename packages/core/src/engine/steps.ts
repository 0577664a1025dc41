/**
 * Steps of one subject, collected as triples (measure, day, change) of whole numbers, and the
 * difference between two lists of them.
 */

import type { Numbering } from '../columns/numbering.js'
import type { StreamId } from '../events/ids.js'
import { type CivilDate, dayOf } from '../time/civil-date.js'
import type { Counter } from './projection.js'

/** Triples (number of the measure, day, change), one after the other, in a part of a column. */
export interface Steps {
  readonly numbers: Float64Array
  readonly from: number
  readonly to: number
}

/** What is told of each step that came or went. */
export type StepChange = (measure: number, day: number, change: number) => void

/** Collects the steps that a projection says, of one subject after the other. */
export class StepCollector implements Counter<string> {
  subject = '' as StreamId
  private numbers = new Float64Array(3 * 64)
  private length = 0

  constructor(private readonly measures: Numbering<string>) {}

  /** A new subject's turn. */
  start(subject: StreamId): void {
    this.subject = subject
    this.length = 0
  }

  /** The steps said since `start`, until the next `start`. */
  get said(): Steps {
    return { numbers: this.numbers, from: 0, to: this.length }
  }

  readonly step = (measure: string, on: CivilDate, change = 1): void => {
    if (!Number.isSafeInteger(change)) {
      throw new RangeError(`the step of ${measure} on ${on} is ${change}, no whole number`)
    }
    if (change === 0) return
    const at = this.length
    if (at === this.numbers.length) this.grow()
    const { numbers } = this
    numbers[at] = this.measures.numberOf(measure)
    numbers[at + 1] = dayOf(on)
    numbers[at + 2] = change
    this.length = at + 3
  }

  readonly during = (
    measure: string,
    from: CivilDate,
    until: CivilDate | undefined,
    change = 1,
  ): void => {
    if (until !== undefined && until <= from) return
    this.step(measure, from, change)
    if (until !== undefined) this.step(measure, until, -change)
  }

  private grow(): void {
    const grown = new Float64Array(this.numbers.length * 2)
    grown.set(this.numbers)
    this.numbers = grown
  }
}

/**
 * Tells what must be added to the steps `before` to make them those `after`. What both begin and
 * end with is passed over: a record most often adds to what a subject counts for.
 */
export const difference = (before: Steps, after: Steps, tell: StepChange): void => {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const gone = { numbers: before.numbers, from: before.from + start, to: before.to - end }
  const came = { numbers: after.numbers, from: after.from + start, to: after.to - end }
  if (gone.to - gone.from <= fewSteps) pairOff(gone, came, tell)
  else netOff(gone, came, tell)
}

/** Length of the triples with which both begin. */
const commonStart = (before: Steps, after: Steps): number => {
  const length = Math.min(before.to - before.from, after.to - after.from)
  const [a, b] = [before.from, after.from]
  let i = 0
  while (i < length && before.numbers[a + i] === after.numbers[b + i]) i++
  return i - (i % 3)
}

/** Length of the triples with which both end, none of those at the start among them. */
const commonEnd = (before: Steps, after: Steps, start: number): number => {
  const length = Math.min(before.to - before.from, after.to - after.from) - start
  const [a, b] = [before.to - 1, after.to - 1]
  let i = 0
  while (i < length && before.numbers[a - i] === after.numbers[b - i]) i++
  return i - (i % 3)
}

/** So many steps are looked through for each other one; more are counted by their text. */
const fewSteps = 3 * 100
const isPaired = new Uint8Array(fewSteps)

/** Looks for each step that came among those that went. */
const pairOff = (gone: Steps, came: Steps, tell: StepChange): void => {
  const { numbers: before, from, to } = gone
  const { numbers: after } = came
  for (let at = from; at < to; at += 3) isPaired[at - from] = 0
  // Both are in nearly the same order: each is looked for after where the last was found.
  let next = from
  for (let i = came.from; i < came.to; i += 3) {
    const later = unpaired(gone, next, to, after, i)
    const at = later >= 0 ? later : unpaired(gone, from, next, after, i)
    if (at < 0) tell(after[i] as number, after[i + 1] as number, after[i + 2] as number)
    else {
      isPaired[at - from] = 1
      next = at + 3
    }
  }
  for (let i = from; i < to; i += 3) {
    if (isPaired[i - from] === 1) continue
    tell(before[i] as number, before[i + 1] as number, -(before[i + 2] as number))
  }
}

/** The first of some steps that is the same as one of the others, and not paired yet; or -1. */
const unpaired = (
  { numbers, from: start }: Steps,
  from: number,
  to: number,
  after: Float64Array,
  i: number,
): number => {
  const measure = after[i]
  for (let at = from; at < to; at += 3) {
    const isSame =
      numbers[at] === measure &&
      numbers[at + 1] === after[i + 1] &&
      numbers[at + 2] === after[i + 2]
    if (isSame && isPaired[at - start] === 0) return at
  }
  return -1
}

const netOff = (gone: Steps, came: Steps, tell: StepChange): void => {
  const net = new Map<string, number>()
  const count = ({ numbers, from, to }: Steps, times: 1 | -1): void => {
    for (let i = from; i < to; i += 3) {
      const key = `${numbers[i]} ${numbers[i + 1]} ${numbers[i + 2]}`
      net.set(key, (net.get(key) ?? 0) + times)
    }
  }
  count(came, 1)
  count(gone, -1)
  for (const [key, times] of net) {
    const [measure = 0, day = 0, change = 0] = key.split(' ').map(Number)
    for (let i = 0; i < Math.abs(times); i++) tell(measure, day, times < 0 ? -change : change)
  }
}
