/**
 * A programme: what it is called, its areas of concern and workstreams, and its scale of ratings.
 *
 * Source: SEND Regulations (Children Act 2004 s.20; SI 2015/1792 reg 4) for the written statement.
 */
import type { CivilDate } from '@send-ledger/core'
import {
  type Counter,
  countStates,
  type Dated,
  holding,
  type Projection,
} from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import { area, closed, known, programme, rating, stoodDown, workstream } from './facts.js'
import type { Scope, WsoaMeasure } from './measures.js'

type Rating = EventData<'RagScaleAdopted'>['ratings'][number]

interface ProgrammeFacts {
  established: { on: CivilDate; title: string; framework: string } | undefined
  readonly scales: (Dated & { readonly ratings: readonly Rating[] })[]
  readonly areas: { on: CivilDate; areaId: string; number: number; title: string }[]
  readonly workstreams: (Dated & { workstreamId: string; title: string })[]
  readonly stoodDown: { on: CivilDate; scope: Scope; groupId: string }[]
  readonly closed: CivilDate[]
}

/** Folds programmes. */
export const programmeProjection: Projection<
  ProgrammeFacts,
  'programme',
  WsoaMeasure,
  'PlanVersionApproved'
> = {
  name: 'programme',
  version: 2,
  category: 'programme',
  initial: () => ({
    established: undefined,
    scales: [],
    areas: [],
    workstreams: [],
    stoodDown: [],
    closed: [],
  }),
  on: {
    ProgrammeEstablished: (facts, { effectiveOn, data }) => {
      const { title, framework } = data
      facts.established = { on: effectiveOn, title, framework }
    },
    RagScaleAdopted: (facts, { effectiveOn, position, data }) => {
      facts.scales.push({ on: effectiveOn, position, ratings: data.ratings })
    },
    AreaOfConcernIdentified: (facts, { effectiveOn, data }) => {
      facts.areas.push({ on: effectiveOn, ...data })
    },
    WorkstreamEstablished: (facts, { effectiveOn, position, data }) => {
      const { workstreamId, title } = data
      facts.workstreams.push({ on: effectiveOn, position, workstreamId, title })
    },
    MonitoringStoodDown: (facts, { effectiveOn, data }) => {
      const { areaId, workstreamId } = data
      const stand = (scope: Scope, groupId: string): void => {
        facts.stoodDown.push({ on: effectiveOn, scope, groupId })
      }
      if (areaId !== undefined) stand('area', areaId)
      if (workstreamId !== undefined) stand('workstream', workstreamId)
      if (areaId === undefined && workstreamId === undefined) stand('all', '')
    },
    ProgrammeClosed: (facts, { effectiveOn }) => {
      facts.closed.push(effectiveOn)
    },
  },
  steps: (facts, count) => {
    const { established } = facts
    const id = count.subject
    if (established) {
      const { on, title, framework } = established
      count.step(programme.of(id, { title, framework }), on)
      count.step(known.of(id, {}), on)
    }
    countScale(facts, count)
    countGroups(facts, count)
    const closedOn = facts.closed.toSorted()[0]
    if (closedOn !== undefined) count.step(closed.of(id, { on: closedOn }), closedOn)
  },
}

/** The ratings of the scale that is in use on a day. */
const countScale = ({ scales }: ProgrammeFacts, count: Counter<WsoaMeasure>): void => {
  const days = scales.map(({ on }) => on)
  countStates(count, days, (day) => {
    const ratings = holding(scales, day)?.ratings ?? []
    return new Map(
      ratings.map(({ order, code, label, complete }, place) => [
        rating.of(count.subject, { order, place, code, label, complete }),
        1,
      ]),
    )
  })
}

const countGroups = (facts: ProgrammeFacts, count: Counter<WsoaMeasure>): void => {
  const id = count.subject
  for (const { on, areaId, number, title } of facts.areas) {
    count.step(area.of(id, { number, areaId, title }), on)
  }
  for (const { on, position, workstreamId, title } of facts.workstreams) {
    count.step(workstream.of(id, { on, position, workstreamId, title }), on)
  }
  for (const { on, scope, groupId } of facts.stoodDown) {
    count.step(stoodDown.of(id, { scope, groupId, on }), on)
  }
}
