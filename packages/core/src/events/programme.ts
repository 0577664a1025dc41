/**
 * One improvement programme: a written statement of action, an accelerated progress plan or a
 * priority action plan.
 */
import type * as t from 'io-ts'
import { ahead, eventOf } from './event.js'
import { code, date, flag, label, list, localId, text, whole } from './fields.js'
import { fieldset, optional } from './fieldset.js'

const event = eventOf('programme')
const announced = eventOf('programme', ahead)

/** The plan was published. Source: Children Act 2004 s.20; SI 2015/1792 reg 4. */
export const ProgrammeEstablished = event('ProgrammeEstablished', 1, {
  title: text,
  framework: code('writtenStatementOfAction', 'acceleratedProgressPlan', 'priorityActionPlan'),
  inspectedOn: optional(date),
})
export type ProgrammeEstablished = t.TypeOf<typeof ProgrammeEstablished>

const rating = fieldset('rating', {
  code: localId,
  label: text,
  meaning: text,
  order: whole(Number.MIN_SAFE_INTEGER),
  complete: flag,
  notStarted: flag,
})

/** A scale of ratings came into use. */
export const RagScaleAdopted = announced(
  'RagScaleAdopted',
  1,
  { scaleVersion: label, ratings: list(rating, 1) },
  {
    condition: ({ ratings }) =>
      new Set(ratings.map((each) => each.code)).size < ratings.length
        ? 'names one code twice'
        : undefined,
  },
)
export type RagScaleAdopted = t.TypeOf<typeof RagScaleAdopted>

/** The inspectors named an area of concern. */
export const AreaOfConcernIdentified = event('AreaOfConcernIdentified', 1, {
  areaId: localId,
  number: whole(0),
  title: text,
})
export type AreaOfConcernIdentified = t.TypeOf<typeof AreaOfConcernIdentified>

/** A workstream was set up; `lead` is a role. */
export const WorkstreamEstablished = event('WorkstreamEstablished', 1, {
  workstreamId: localId,
  title: text,
  lead: optional(text),
})
export type WorkstreamEstablished = t.TypeOf<typeof WorkstreamEstablished>

/** A version of the plan was approved. */
export const PlanVersionApproved = event('PlanVersionApproved', 1, {
  planVersion: label,
  approvedBy: text,
})
export type PlanVersionApproved = t.TypeOf<typeof PlanVersionApproved>

/** Monitoring ended, of an area, of a workstream, or of the whole where neither is named. */
export const MonitoringStoodDown = event('MonitoringStoodDown', 1, {
  areaId: optional(localId),
  workstreamId: optional(localId),
  by: text,
})
export type MonitoringStoodDown = t.TypeOf<typeof MonitoringStoodDown>

/** The programme was closed. */
export const ProgrammeClosed = event('ProgrammeClosed', 1, { reason: text })
export type ProgrammeClosed = t.TypeOf<typeof ProgrammeClosed>
