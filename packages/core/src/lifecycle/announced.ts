/**
 * What may be announced ahead, and so be dated after the day on which it is recorded.
 */
import { codecNamed } from '../events/catalogue.js'
import type { NewEvent } from '../events/record.js'

/** Whether an event may be announced ahead. */
export const isAnnouncedAhead = ({ type, data }: NewEvent): boolean =>
  codecNamed(type)?.mayBeAhead(data) === true
