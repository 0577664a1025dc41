/**
 * One measure of impact.
 */
import type * as t from 'io-ts'
import { eventOf } from './event.js'
import { code, date, localId, quantity, streamOf, text } from './fields.js'
import { fieldset, optional } from './fieldset.js'

const event = eventOf('measure')
/** A projection is of a period that is still to come. */
const ofPeriod = eventOf('measure', ({ status }) => status === 'projected')

/** The measure was adopted. */
export const MeasureDefined = event('MeasureDefined', 1, {
  programmeId: streamOf('programme'),
  areaId: optional(localId),
  title: text,
  unit: code('percent', 'count', 'rate', 'days', 'weeks', 'score'),
  better: code('higher', 'lower'),
  baseline: optional(fieldset('baseline', { value: quantity, on: date })),
  target: optional(fieldset('target', { value: quantity, by: date, source: optional(text) })),
})
export type MeasureDefined = t.TypeOf<typeof MeasureDefined>

/** A milestone on the way to the target was set. */
export const MeasureMilestoneSet = event('MeasureMilestoneSet', 1, { by: date, value: quantity })
export type MeasureMilestoneSet = t.TypeOf<typeof MeasureMilestoneSet>

/** A value of the measure; the effective date is the end of the period measured. */
export const MeasureRecorded = ofPeriod('MeasureRecorded', 1, {
  value: quantity,
  status: code('actual', 'projected'),
  source: optional(text),
})
export type MeasureRecorded = t.TypeOf<typeof MeasureRecorded>
