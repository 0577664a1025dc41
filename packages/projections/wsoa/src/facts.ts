/**
 * What is known of a programme and of what belongs to it, and is no count: each fact holds from a
 * day on.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import { fact } from '@send-ledger/core/projection'
import type { Scope } from './measures.js'

/** That there is the programme. */
export const programme = fact<{ title: string; framework: string }>('programme', [
  'title',
  'framework',
])

/** That it is closed, since when. */
export const closed = fact<{ on: CivilDate }>('closed', ['on'])

/** A rating of the scale in use; `place` is that in the list. */
export const rating = fact<{
  order: number
  place: number
  code: string
  label: string
  complete: boolean
}>('rating', ['order', 'place', 'code', 'label', 'complete'])

/** An area of concern of a programme. */
export const area = fact<{ number: number; areaId: string; title: string }>('area', [
  'number',
  'areaId',
  'title',
])

/** A workstream of a programme; `position` is that of its record. */
export const workstream = fact<{
  on: CivilDate
  position: number
  workstreamId: string
  title: string
}>('workstream', ['on', 'position', 'workstreamId', 'title'])

/** That an area or a workstream, or the whole programme, is no longer monitored, since when. */
export const stoodDown = fact<{ scope: Scope; groupId: string; on: CivilDate }>('stoodDown', [
  'scope',
  'groupId',
  'on',
])

/** What a measure of impact is. Quantities are decimals in shortest form. */
export const impact = fact<{
  title: string
  unit: string
  better: string
  baseline: string | undefined
  target: string | undefined
  targetBy: string | undefined
  areaId: string | undefined
}>('impact', ['title', 'unit', 'better', 'baseline', 'target', 'targetBy', 'areaId'])

/** The latest actual value of a measure of impact. */
export const actual = fact<{ value: string; on: CivilDate }>('actual', ['value', 'on'])

/** The latest value projected, which is never taken for an actual one. */
export const projected = fact<{ value: string; on: CivilDate }>('projected', ['value', 'on'])

/** The milestone that should have been reached last. */
export const milestone = fact<{ by: CivilDate; value: string }>('milestone', ['by', 'value'])

/** The milestone that was due at the date of the latest actual value. */
export const milestoneOfLatest = fact<{ value: string }>('milestoneOfLatest', ['value'])

/** A report presented. */
export const report = fact<{ on: CivilDate; title: string; to: string }>('report', [
  'on',
  'title',
  'to',
])

/** Something said that waits for its answer. */
interface Waiting {
  readonly on: CivilDate
  readonly id: string
}

/** Feedback that is not answered. */
export const feedbackOpen = fact<Waiting>('feedbackOpen', ['on', 'id'])

/** A recommendation that is not answered. */
export const recommendationOpen = fact<Waiting>('recommendationOpen', ['on', 'id'])

/** That there is a programme or an action of this id. */
export const known = fact<object>('known', [])

/** What a stream refers to: a stream, or a group of a programme. */
export const refersTo = fact<{ field: string; to: string; programme?: StreamId }>('refersTo', [
  'field',
  'to',
  'programme',
])
