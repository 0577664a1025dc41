/**
 * The measures of impact: the latest actual value against baseline, target and milestone.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import type { Fact, Reader } from '@send-ledger/core/projection'
import { actual, impact, milestone, milestoneOfLatest, projected } from './facts.js'
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
export const impactFigures = (read: Read): readonly ImpactFigures[] => {
  const [latestOf, projectedOf] = [bySubject(read, actual), bySubject(read, projected)]
  const [dueOf, judgedBy] = [bySubject(read, milestone), bySubject(read, milestoneOfLatest)]
  return read.facts(impact).map(({ subject: id, value: is }) => {
    const { title, unit, better, areaId, baseline, target, targetBy } = is
    const [latest, due] = [latestOf(id), dueOf(id)]
    const asGood = (wanted: string | undefined): boolean | null =>
      latest && wanted ? isAsGood(latest.value, wanted, better) : null
    return {
      id,
      title,
      unit,
      better,
      areaId: areaId ?? null,
      baseline: baseline ?? null,
      target: target ?? null,
      targetBy: targetBy ?? null,
      latest: latest?.value ?? null,
      on: latest?.on ?? null,
      met: asGood(target),
      milestone: due ? { ...due, met: asGood(judgedBy(id)?.value) } : null,
      stale: due !== undefined && latest !== undefined && due.by > latest.on,
      projected: projectedOf(id) ?? null,
    }
  })
}

/** The one fact of a kind that there is of a subject at a time. */
const bySubject = <Value>(read: Read, kind: Fact<Value>): ((id: StreamId) => Value | undefined) => {
  const values = new Map(read.facts(kind).map(({ subject, value }) => [subject, value]))
  return (id) => values.get(id)
}

const isAsGood = (value: string, wanted: string, better: string): boolean =>
  better === 'higher' ? Number(value) >= Number(wanted) : Number(value) <= Number(wanted)
