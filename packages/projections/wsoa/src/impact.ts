/**
 * A measure of impact: what it is, where it should be, and where it is.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import {
  countStates,
  type Dated,
  holding,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import type { WsoaMeasure } from './measures.js'
import { decimalText } from './text.js'

type Valued = Dated & { readonly value: number }
type Status = EventData<'MeasureRecorded'>['status']

interface ImpactFacts {
  defined: (EventData<'MeasureDefined'> & { readonly on: CivilDate }) | undefined
  readonly milestones: (Valued & { readonly by: CivilDate })[]
  readonly actual: Valued[]
  readonly projected: Valued[]
}

type Defined = NonNullable<ImpactFacts['defined']>

/** Folds measures of impact. */
export const impactProjection: Projection<ImpactFacts, 'measure', WsoaMeasure> = {
  name: 'impact',
  version: 2,
  category: 'measure',
  initial: () => ({ defined: undefined, milestones: [], actual: [], projected: [] }),
  on: {
    MeasureDefined: (facts, { effectiveOn, data }) => {
      facts.defined = { ...data, on: effectiveOn }
    },
    MeasureMilestoneSet: (facts, { effectiveOn, position, data }) => {
      facts.milestones.push({ on: effectiveOn, position, ...data })
    },
    MeasureRecorded: (facts, { effectiveOn, position, data }) => {
      facts[data.status].push({ on: effectiveOn, position, value: data.value })
    },
  },
  steps: (facts, count) => {
    const { defined, milestones, actual, projected } = facts
    if (defined === undefined) return
    const days = [...milestones, ...actual, ...projected].map(({ on }) => on)
    const due = milestones.map(({ by }) => by)
    countStates(
      count,
      [defined.on, ...days, ...due],
      (day) => new Map(stateOn(facts, defined, { id: count.subject, day })),
    )
  },
}

type State = [WsoaMeasure, number][]

/** Which measure of impact is asked about, and on which day. */
interface At {
  readonly id: StreamId
  readonly day: CivilDate
}

const stateOn = (facts: ImpactFacts, defined: Defined, at: At): State => {
  const { id, day } = at
  if (day < defined.on) return []
  const { programmeId, areaId } = defined
  return [
    [definition(id, defined), 1],
    ...latest('actual', facts, at),
    ...latest('projected', facts, at),
    ...milestoneDue(facts, at),
    ...milestoneOfLatest(facts, at),
    [measure('refersTo', id, 'programmeId', programmeId), 1],
    ...(areaId === undefined
      ? []
      : ([[measure('refersTo', id, 'areaId', areaId, programmeId), 1]] as State)),
  ]
}

const definition = (
  id: StreamId,
  { title, unit, better, baseline, target, areaId }: Defined,
): WsoaMeasure =>
  measure(
    'impact',
    id,
    title,
    unit,
    better,
    baseline ? decimalText(baseline.value) : '',
    target ? decimalText(target.value) : '',
    target?.by ?? '',
    areaId ?? '',
  )

/** A projected value is never taken for an actual one. */
const latest = (status: Status, facts: ImpactFacts, { id, day }: At): State => {
  const now = holding(facts[status], day)
  return now ? [[measure(status, id, decimalText(now.value), now.on), 1]] : []
}

/** The milestone that should have been reached last; where one was set twice, as set last. */
const milestoneDue = (facts: ImpactFacts, { id, day }: At): State => {
  const now = lastDue(facts, day, day)
  return now ? [[measure('milestone', id, now.by, decimalText(now.value)), 1]] : []
}

/** The milestone that was due at the date of the latest actual value, as set by now. */
const milestoneOfLatest = (facts: ImpactFacts, { id, day }: At): State => {
  const actual = holding(facts.actual, day)
  const due = actual && lastDue(facts, day, actual.on)
  return due ? [[measure('milestoneOfLatest', id, decimalText(due.value)), 1]] : []
}

/** Of the milestones set by a day, the last that is due by another. */
const lastDue = ({ milestones }: ImpactFacts, day: CivilDate, dueBy: CivilDate) => {
  const due = milestones.filter(({ on, by }) => on <= day && by <= dueBy)
  const latestBy = due
    .map(({ by }) => by)
    .sort()
    .at(-1)
  return holding(
    due.filter(({ by }) => by === latestBy),
    day,
  )
}
