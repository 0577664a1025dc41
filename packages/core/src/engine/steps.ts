/**
 * The steps of one subject, collected as a projection says them.
 */

import type { StreamId } from '../events/ids.js'
import type { Law } from '../law/rule.js'
import type { Steps } from '../speed/difference.js'
import type { Numbering } from '../speed/numbering.js'
import { type CivilDate, dayOf } from '../time/civil-date.js'
import type { AnyProjection, Counter } from './projection.js'

/** Collects the steps that projections say, of one subject after the other. */
export class StepCollector implements Counter<string> {
  subject = '' as StreamId
  private numbers = new Float64Array(3 * 64)
  private length = 0

  constructor(
    private readonly measures: Numbering<string>,
    private readonly law: Law,
  ) {}

  /** What a subject counts for by its facts, until asked again: nothing where there are none. */
  stepsOf(projection: AnyProjection, subject: StreamId, facts: unknown): Steps {
    this.subject = subject
    this.length = 0
    if (facts !== undefined) projection.steps(facts, this, this.law)
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
