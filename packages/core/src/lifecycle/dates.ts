/**
 * On which dates a record may lie, whatever its life cycle.
 */
import type { LedgerRecord } from '../ledger/record.js'
import { civilDate } from '../time/civil-date.js'
import { type Instant, londonDate } from '../time/instant.js'
import { isAnnouncedAhead } from './announced.js'

const earliest = civilDate('1990-01-01')

/** A date that may not be, and the rule that says so. */
export interface DateRefused {
  readonly rule: string
  readonly because: string
}

/** Why a record, as it stands, may not have its date where it came to stand so at this instant. */
export const dateRefused = (record: LedgerRecord, recordedAt: Instant): DateRefused | undefined => {
  const { type, effectiveOn } = record
  if (effectiveOn < earliest) {
    return { rule: 'not-before-1990', because: `${effectiveOn} lies before ${earliest}.` }
  }
  const recordedOn = londonDate(recordedAt)
  if (effectiveOn <= recordedOn || isAnnouncedAhead(record)) return undefined
  return {
    rule: 'not-in-the-future',
    because: `${effectiveOn} lies after ${recordedOn}, the day on which it is recorded, and ${type} cannot be announced ahead.`,
  }
}
