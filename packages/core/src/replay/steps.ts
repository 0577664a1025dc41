/**
 * Steps of one subject, collected as triples (measure, day, change) of whole numbers, and the
 * difference between two lists of them.
 */
import type { StreamId } from '../ledger/ids.js'
import { type CivilDate, dayOf } from '../time/civil-date.js'
import type { Numbering } from './numbering.js'
import type { Counter } from './projection.js'

/** Triples (number of the measure, day, change), one after the other. */
export type Steps = readonly number[]

/** A subject that counts nowhere. */
export const noSteps: Steps = []

/** Collects the steps that a projection says. */
export class StepCollector implements Counter<string> {
  subject = '' as StreamId
  private collected: number[] = []

  constructor(private readonly measures: Numbering<string>) {}

  readonly step = (measure: string, on: CivilDate, change = 1): void => {
    if (!Number.isSafeInteger(change)) {
      throw new RangeError(`the step of ${measure} on ${on} is ${change}, no whole number`)
    }
    if (change !== 0) this.collected.push(this.measures.numberOf(measure), dayOf(on), change)
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

  /** The steps collected since the last call. */
  taken(): Steps {
    const steps = this.collected
    this.collected = []
    return steps
  }
}

/** What is told of each step that came or went. */
export type StepChange = (measure: number, day: number, change: number) => void

/** Tells what must be added to `before` to make it `after`, in the order of the steps. */
export const difference = (before: Steps, after: Steps, tell: StepChange): void => {
  const start = commonStart(before, after)
  const gone: Triple[] = triples(before, start)
  for (const step of triples(after, start)) {
    const same = gone.findIndex((old) => old.every((part, i) => part === step[i]))
    if (same >= 0) gone.splice(same, 1)
    else tell(...step)
  }
  for (const [measure, day, change] of gone) tell(measure, day, -change)
}

type Triple = readonly [measure: number, day: number, change: number]

const triples = (steps: Steps, start: number): Triple[] => {
  const list: Triple[] = []
  for (let i = start; i < steps.length; i += 3) {
    list.push([steps[i] as number, steps[i + 1] as number, steps[i + 2] as number])
  }
  return list
}

/** Length of the triples with which both lists begin. */
const commonStart = (a: Steps, b: Steps): number => {
  const length = Math.min(a.length, b.length)
  let i = 0
  while (i < length && a[i] === b[i]) i++
  return i - (i % 3)
}
