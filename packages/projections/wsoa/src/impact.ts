/**
 * A measure of impact: what it is, where it should be, and where it is.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import { countStates, type Dated, holding, type Projection } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import { actual, impact, milestone, milestoneOfLatest, projected, refersTo } from './facts.js'
import type { WsoaMeasure } from './measures.js'
import { decimalText } from './text.js'

type Valued = Dated & { readonly value: number }

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
  version: 3,
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
    const { defined, milestones } = facts
    if (defined === undefined) return
    const days = [...milestones, ...facts.actual, ...facts.projected].map(({ on }) => on)
    const due = milestones.map(({ by }) => by)
    const id = count.subject
    const always = definition(id, defined)
    countStates(
      count,
      [defined.on, ...days, ...due],
      (day) => new Map(day < defined.on ? [] : [...always, ...stateOn(facts, { id, day })]),
    )
  },
}

type State = [WsoaMeasure, number][]

/** Which measure of impact is asked about, and on which day. */
interface At {
  readonly id: StreamId
  readonly day: CivilDate
}

/** What it is, and what it refers to. */
const definition = (id: StreamId, defined: Defined): State => {
  const { programmeId: programme, title, unit, better, baseline, target, areaId } = defined
  const is = {
    title,
    unit,
    better,
    baseline: baseline && decimalText(baseline.value),
    target: target && decimalText(target.value),
    targetBy: target?.by,
    areaId,
  }
  const ofProgramme = { field: 'programmeId', to: programme }
  const ofArea = areaId === undefined ? [] : [{ field: 'areaId', to: areaId, programme }]
  return [
    [impact.of(id, is), 1],
    ...[ofProgramme, ...ofArea].map((to): State[number] => [refersTo.of(id, to), 1]),
  ]
}

const stateOn = (facts: ImpactFacts, { id, day }: At): State => {
  const now = holding(facts.actual, day)
  const next = holding(facts.projected, day)
  const due = lastDue(facts, day, day)
  const dueThen = now && lastDue(facts, day, now.on)
  return [
    ...(now ? [actual.of(id, asText(now))] : []),
    ...(next ? [projected.of(id, asText(next))] : []),
    ...(due ? [milestone.of(id, { by: due.by, value: decimalText(due.value) })] : []),
    ...(dueThen ? [milestoneOfLatest.of(id, { value: decimalText(dueThen.value) })] : []),
  ].map((key): State[number] => [key, 1])
}

const asText = ({ value, on }: Valued) => ({ value: decimalText(value), on })

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
