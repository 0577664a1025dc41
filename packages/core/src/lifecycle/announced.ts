/**
 * What may be announced ahead, and so be dated after the day on which it is recorded.
 */
import { type EventTypes, ourTypes } from '../events/event-types.js'
import type { NewEvent } from '../events/record.js'

/** Whether an event may be announced ahead. */
export const isAnnouncedAhead = ({ type, data }: NewEvent, types: EventTypes = ourTypes): boolean =>
  types.codecNamed(type)?.mayBeAhead(data) === true
