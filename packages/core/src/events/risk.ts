/**
 * One risk to a programme.
 */
import type * as t from 'io-ts'
import { eventOf } from './event.js'
import { localId, streamOf, text, whole } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('risk')

/** The risk was raised; its score is likelihood times impact. */
export const RiskRaised = event('RiskRaised', 1, {
  programmeId: streamOf('programme'),
  title: text,
  likelihood: whole(1, 5),
  impact: whole(1, 5),
  workstreamId: optional(localId),
})
export type RiskRaised = t.TypeOf<typeof RiskRaised>

/** The risk was reassessed. */
export const RiskReassessed = event('RiskReassessed', 1, {
  likelihood: whole(1, 5),
  impact: whole(1, 5),
  reason: text,
})
export type RiskReassessed = t.TypeOf<typeof RiskReassessed>

/** A mitigation was agreed; `owner` is a role. */
export const MitigationAgreed = event('MitigationAgreed', 1, {
  mitigationId: localId,
  text,
  owner: text,
})
export type MitigationAgreed = t.TypeOf<typeof MitigationAgreed>

/** The risk was closed. */
export const RiskClosed = event('RiskClosed', 1, { reason: text })
export type RiskClosed = t.TypeOf<typeof RiskClosed>
