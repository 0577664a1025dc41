/**
 * On which dates a record may lie, whatever its life cycle.
 */
import type { EventType } from '../events/catalogue.js'
import { type CivilDate, civilDate } from '../time/civil-date.js'
import { type Instant, londonDate } from '../time/instant.js'

/** What may be announced ahead, and so be dated after the day on which it is recorded. */
const announcedAhead: ReadonlySet<EventType> = new Set([
  'PostEstablished',
  'PostChanged',
  'PostDisestablished',
  'WorkerChanged',
  'WorkerLeft',
  'PlanCeased',
  'RagScaleAdopted',
])

const earliest = civilDate('1990-01-01')

/** A date that may not be, and the rule that says so. */
export interface DateRefused {
  readonly rule: string
  readonly because: string
}

/** Why an event of this type may not have this date when it is recorded at this instant. */
export const dateRefused = (
  type: EventType,
  effectiveOn: CivilDate,
  recordedAt: Instant,
): DateRefused | undefined => {
  if (effectiveOn < earliest) {
    return { rule: 'not-before-1990', because: `${effectiveOn} lies before ${earliest}.` }
  }
  const recordedOn = londonDate(recordedAt)
  if (effectiveOn <= recordedOn || announcedAhead.has(type)) return undefined
  return {
    rule: 'not-in-the-future',
    because: `${effectiveOn} lies after ${recordedOn}, the day on which it is recorded, and ${type} cannot be announced ahead.`,
  }
}
