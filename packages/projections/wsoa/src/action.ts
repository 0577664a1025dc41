/**
 * An action: whose it is, how it is rated, and when it is due.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import {
  countStates,
  type Dated,
  dayAfter,
  daysBetween,
  holding,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import { known, refersTo } from './facts.js'
import type { Scope, WsoaMeasure } from './measures.js'

interface ActionFacts {
  agreed: (EventData<'ActionAgreed'> & { readonly on: CivilDate }) | undefined
  readonly ratings: (Dated & { readonly rag: string })[]
  readonly rebaselines: (Dated & { readonly dueOn: CivilDate; readonly cause: string })[]
  readonly evidenced: CivilDate[]
  readonly withdrawn: CivilDate[]
}

type Agreed = NonNullable<ActionFacts['agreed']>

/** Folds actions. */
export const actionProjection: Projection<
  ActionFacts,
  'action',
  WsoaMeasure,
  'ActionProgressNoted'
> = {
  name: 'action',
  version: 2,
  category: 'action',
  initial: () => ({
    agreed: undefined,
    ratings: [],
    rebaselines: [],
    evidenced: [],
    withdrawn: [],
  }),
  on: {
    ActionAgreed: (facts, { effectiveOn, data }) => {
      facts.agreed = { ...data, on: effectiveOn }
    },
    ActionRagChanged: (facts, { effectiveOn, position, data }) => {
      facts.ratings.push({ on: effectiveOn, position, rag: data.rag })
    },
    ActionRebaselined: (facts, { effectiveOn, position, data }) => {
      const { dueOn, cause } = data
      facts.rebaselines.push({ on: effectiveOn, position, dueOn, cause })
    },
    EvidenceRecorded: (facts, { effectiveOn }) => {
      facts.evidenced.push(effectiveOn)
    },
    ActionWithdrawn: (facts, { effectiveOn }) => {
      facts.withdrawn.push(effectiveOn)
    },
  },
  steps: (facts, count) => {
    const { agreed } = facts
    if (agreed === undefined) return
    const [withdrawnOn] = facts.withdrawn.toSorted()
    count.step(measure('agreed', agreed.programmeId), agreed.on)
    if (withdrawnOn) count.step(measure('withdrawn', agreed.programmeId), withdrawnOn)
    const always = references(count.subject, agreed)
    countStates(count, daysOf(facts, agreed), (day) => {
      const held = stateOn(facts, agreed, day)
      return new Map(held.length === 0 ? [] : [...held, ...always])
    })
  },
}

/** The days on which something about an action changes. */
const daysOf = (facts: ActionFacts, agreed: Agreed): readonly CivilDate[] => {
  const { ratings, rebaselines, evidenced, withdrawn } = facts
  const due = [agreed.dueOn, ...rebaselines.map(({ dueOn }) => dueOn)]
  return [
    agreed.on,
    ...[...ratings, ...rebaselines].map(({ on }) => on),
    ...due.map(dayAfter),
    ...evidenced,
    ...withdrawn,
  ]
}

type State = [WsoaMeasure, number][]

/** What an action counts for on a day: nothing before it is agreed and from its withdrawal. */
const stateOn = (facts: ActionFacts, agreed: Agreed, day: CivilDate): State => {
  if (day < agreed.on || facts.withdrawn.some((on) => on <= day)) return []
  const { programmeId: programme } = agreed
  const rating = holding(facts.ratings, day)?.rag ?? ''
  const dueOn = holding(facts.rebaselines, day)?.dueOn ?? agreed.dueOn
  const state: State = []
  for (const [scope, groupId] of groupsOf(agreed)) {
    state.push([measure('actions', programme, scope, groupId, rating), 1])
    if (dueOn < day) state.push([measure('pastDue', programme, scope, groupId, rating), 1])
  }
  if (!facts.evidenced.some((on) => on <= day)) {
    state.push([measure('unevidenced', programme, rating), 1])
  }
  return [...state, ...rebaselinesOn(facts, agreed, day)]
}

/** An action of two areas counts in both, and once among all. */
const groupsOf = (agreed: Agreed): readonly (readonly [Scope, string])[] => [
  ['all', ''],
  ...[...new Set(agreed.areaIds)].map((areaId) => ['area', areaId] as const),
  ['workstream', agreed.workstreamId],
]

const rebaselinesOn = ({ rebaselines }: ActionFacts, agreed: Agreed, day: CivilDate): State => {
  const now = holding(rebaselines, day)
  if (now === undefined) return []
  const { programmeId: programme } = agreed
  const slippage = daysBetween(agreed.dueOn, now.dueOn)
  const causes = new Map<WsoaMeasure, number>()
  for (const { on, cause } of rebaselines) {
    const key = measure('rebaselines', programme, cause)
    if (on <= day) causes.set(key, (causes.get(key) ?? 0) + 1)
  }
  return [
    [measure('rebaselined', programme), 1],
    [measure('slippage', programme, String(slippage)), 1],
    ...causes,
  ]
}

/** That there is the action, and what it refers to, whether or not there is such a thing. */
const references = (id: StreamId, { programmeId, areaIds, workstreamId }: Agreed): State => [
  [known.of(id, {}), 1],
  [refersTo.of(id, { field: 'programmeId', to: programmeId }), 1],
  ...areaIds.map((areaId): State[number] => [
    refersTo.of(id, { field: 'areaIds', to: areaId, programme: programmeId }),
    1,
  ]),
  [refersTo.of(id, { field: 'workstreamId', to: workstreamId, programme: programmeId }), 1],
]
