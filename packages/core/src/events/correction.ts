/**
 * Corrections, in the stream of the record that they mend. The effective date is the day on which
 * the mistake was found; the record mended stays as it is.
 */
import type * as t from 'io-ts'
import { eventOf } from './event.js'
import { dataOfAnother, date, text } from './fields.js'
import { optional } from './fieldset.js'
import { EventId } from './ids.js'

const event = eventOf('every')

/** The date, the data or both of an earlier record are replaced; `data` is whole. */
export const EventCorrected = event(
  'EventCorrected',
  1,
  {
    corrects: EventId,
    effectiveOn: optional(date),
    data: optional(dataOfAnother),
    reason: text,
  },
  {
    condition: ({ effectiveOn, data }) =>
      effectiveOn === undefined && data === undefined
        ? 'must give a new effectiveOn, new data or both'
        : undefined,
  },
)
export type EventCorrected = t.TypeOf<typeof EventCorrected>

/** An earlier record is void. */
export const EventRetracted = event('EventRetracted', 1, { retracts: EventId, reason: text })
export type EventRetracted = t.TypeOf<typeof EventRetracted>
