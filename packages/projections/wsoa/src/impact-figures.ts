/**
 * The measures of impact: the latest actual value against baseline, target and milestone.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import type { Reader } from '@send-ledger/core/projection'
import type { WsoaMeasure } from './measures.js'

type Read = Reader<WsoaMeasure>

/** A measure of impact. Quantities are decimals in shortest form, in the measure's unit. */
export interface ImpactFigures {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly better: string
  readonly areaId: string | null
  readonly baseline: string | null
  readonly target: string | null
  readonly targetBy: string | null
  /** The latest actual value by the as-at date, and the end of the period that it is of. */
  readonly latest: string | null
  readonly on: CivilDate | null
  /** Whether the latest value is as good as the target; null where one of them is missing. */
  readonly met: boolean | null
  /** The last milestone due by the as-at date. */
  readonly milestone: {
    readonly by: string
    readonly value: string
    /** Of the latest value, by the milestone due at its date; null where none was. */
    readonly met: boolean | null
  } | null
  /** Whether a milestone has fallen due since the latest value. */
  readonly stale: boolean
  /** The latest value projected, which is never taken for an actual one. */
  readonly projected: { readonly value: string; readonly on: string } | null
}

/** Every measure of impact, by id. */
export const impact = (read: Read): readonly ImpactFigures[] =>
  read
    .dimensions('impact')
    .map(([id = '', title = '', unit = '', better = '', baseline, target, targetBy, areaId]) => {
      const [latest, on] = read.dimensions('actual', [id])[0] ?? []
      const asGood = (wanted: string | undefined): boolean | null =>
        latest && wanted ? isAsGood(latest, wanted, better) : null
      const [by, milestone] = read.dimensions('milestone', [id])[0] ?? []
      const [judgedBy] = read.dimensions('milestoneOfLatest', [id])[0] ?? []
      const [value, projectedOn] = read.dimensions('projected', [id])[0] ?? []
      return {
        id,
        title,
        unit,
        better,
        areaId: areaId || null,
        baseline: baseline || null,
        target: target || null,
        targetBy: targetBy || null,
        latest: latest ?? null,
        on: on === undefined ? null : civilDate(on),
        met: asGood(target),
        milestone: by && milestone ? { by, value: milestone, met: asGood(judgedBy) } : null,
        stale: by !== undefined && on !== undefined && by > on,
        projected: value && projectedOn ? { value, on: projectedOn } : null,
      }
    })

const isAsGood = (value: string, wanted: string, better: string): boolean =>
  better === 'higher' ? Number(value) >= Number(wanted) : Number(value) <= Number(wanted)
