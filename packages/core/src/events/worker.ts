/**
 * One person in a post, or covering one. Permanent and fixed-term workers hold posts; interim,
 * agency and locum workers cover.
 */
import type * as t from 'io-ts'
import { ahead, eventOf } from './event.js'
import { code, fte, streamOf, text } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('worker')
const announced = eventOf('worker', ahead)

const contract = code('permanent', 'fixedTerm', 'interim', 'agency', 'locum')

/** The worker's first day. */
export const WorkerStarted = announced('WorkerStarted', 1, {
  team: text,
  role: text,
  fte,
  contract,
  postId: optional(streamOf('post')),
})
export type WorkerStarted = t.TypeOf<typeof WorkerStarted>

/** From this day the worker has other hours, another team, role, contract or post. */
export const WorkerChanged = announced(
  'WorkerChanged',
  1,
  {
    fte: optional(fte),
    team: optional(text),
    role: optional(text),
    contract: optional(contract),
    postId: optional(streamOf('post')),
  },
  {
    condition: (data) =>
      Object.keys(data).length === 0 ? 'must name at least one thing that changes' : undefined,
  },
)
export type WorkerChanged = t.TypeOf<typeof WorkerChanged>

/** The worker's induction was signed off. */
export const InductionCompleted = event('InductionCompleted', 1, {})
export type InductionCompleted = t.TypeOf<typeof InductionCompleted>

/** The first day of an absence. */
export const AbsenceStarted = event('AbsenceStarted', 1, {
  kind: code('sickness', 'maternity', 'secondment', 'other'),
})
export type AbsenceStarted = t.TypeOf<typeof AbsenceStarted>

/** The first day back. */
export const AbsenceEnded = event('AbsenceEnded', 1, {})
export type AbsenceEnded = t.TypeOf<typeof AbsenceEnded>

/** The first day no longer in post. */
export const WorkerLeft = announced('WorkerLeft', 1, { reason: optional(text) })
export type WorkerLeft = t.TypeOf<typeof WorkerLeft>
