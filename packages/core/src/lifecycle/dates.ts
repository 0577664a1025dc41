/**
 * On which dates a record may lie, whatever its life cycle.
 */
import { type EventTypes, isCarried } from '../events/event-types.js'
import type { LedgerRecord } from '../events/record.js'
import { dateBounds } from '../time/bounds.js'
import { CivilDate } from '../time/civil-date.js'
import { type Instant, londonDate } from '../time/instant.js'
import { isAnnouncedAhead } from './announced.js'

const { earliest, latest } = dateBounds

/** Fields of data that are dates, by their names; what people are called by is no date. */
const isDateField = (name: string): boolean => /On$|^(on|by|asAt)$/.test(name)

/** The first date in data that lies where none may, with the path of its field. */
const outOfBounds = (data: unknown, path = 'data'): DateRefused | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  for (const [name, value] of Object.entries(data)) {
    const at = Array.isArray(data) ? `${path}[${name}]` : `${path}.${name}`
    const refused =
      isDateField(name) && CivilDate.is(value) ? beyond(value, at) : outOfBounds(value, at)
    if (refused) return refused
  }
  return undefined
}

const since = '0.2.0'

const beyond = (date: CivilDate, at: string): DateRefused | undefined => {
  if (date < earliest) {
    return { rule: 'not-before-1990', since, because: `${at} is ${date}, before ${earliest}.` }
  }
  return date > latest
    ? { rule: 'not-after-2100', since, because: `${at} is ${date}, after ${latest}.` }
    : undefined
}

/** A date that may not be, and the rule that says so. */
export interface DateRefused {
  readonly rule: string
  readonly because: string
  /** The version of the software that first asked for it, where earlier ones did not. */
  readonly since?: string
}

/** Why a record, as it stands, may not have its date where it came to stand so at this instant. */
export const dateRefused = (
  record: LedgerRecord,
  recordedAt: Instant,
  types: EventTypes,
): DateRefused | undefined => {
  const { type, effectiveOn } = record
  if (effectiveOn < earliest) {
    return { rule: 'not-before-1990', because: `${effectiveOn} lies before ${earliest}.` }
  }
  const far = effectiveOn > latest ? beyond(effectiveOn, 'effectiveOn') : outOfBounds(record.data)
  if (far) return far
  const recordedOn = londonDate(recordedAt)
  if (effectiveOn <= recordedOn || isAnnouncedAhead(record, types)) return undefined
  // Whether it may be is told by its declaration, which is not at hand.
  if (isCarried(record, types)) return undefined
  const local = types.local.find(({ name }) => name === (type as string))
  const meaning = local ? ` (${local.dateMeans})` : ''
  return {
    rule: 'not-in-the-future',
    because: `${effectiveOn}${meaning} lies after ${recordedOn}, the day on which it is recorded, and ${type} cannot be announced ahead.`,
  }
}
