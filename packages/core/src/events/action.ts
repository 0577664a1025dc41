/**
 * One action of a programme.
 */
import type * as t from 'io-ts'
import { eventOf } from './event.js'
import { code, date, label, list, localId, sha256Hex, streamOf, text } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('action')

/** The action was agreed. `owner` and `accountable` are roles. */
export const ActionAgreed = event('ActionAgreed', 1, {
  programmeId: streamOf('programme'),
  number: label,
  title: text,
  areaIds: list(localId, 1),
  workstreamId: localId,
  owner: text,
  accountable: optional(text),
  dueOn: date,
  successCriteria: list(text),
})
export type ActionAgreed = t.TypeOf<typeof ActionAgreed>

/** The action was assessed; `rag` is a code of the scale in use, `assessedBy` a role. */
export const ActionRagChanged = event('ActionRagChanged', 1, {
  rag: localId,
  reason: text,
  assessedBy: text,
  evidenceIds: optional(list(localId)),
})
export type ActionRagChanged = t.TypeOf<typeof ActionRagChanged>

/** A new due date was approved. */
export const ActionRebaselined = event('ActionRebaselined', 1, {
  dueOn: date,
  reason: text,
  cause: code('covid19', 'capacity', 'partner', 'dependency', 'scope', 'other'),
  approvedBy: text,
})
export type ActionRebaselined = t.TypeOf<typeof ActionRebaselined>

/** Progress was reported. */
export const ActionProgressNoted = event('ActionProgressNoted', 1, { note: text })
export type ActionProgressNoted = t.TypeOf<typeof ActionProgressNoted>

/** Evidence for the action; the effective date is that of the evidence. */
export const EvidenceRecorded = event('EvidenceRecorded', 1, {
  evidenceId: localId,
  title: text,
  kind: code('document', 'data', 'feedback', 'audit', 'visit'),
  uri: optional(text),
  sha256: optional(sha256Hex),
})
export type EvidenceRecorded = t.TypeOf<typeof EvidenceRecorded>

/** The action was withdrawn. */
export const ActionWithdrawn = event('ActionWithdrawn', 1, { reason: text })
export type ActionWithdrawn = t.TypeOf<typeof ActionWithdrawn>
