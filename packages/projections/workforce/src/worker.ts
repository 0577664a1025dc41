/**
 * A worker: in which team and role, for which hours, and whether there.
 */
import type { CivilDate } from '@send-ledger/core'
import {
  countStates,
  type Dated,
  holding,
  inOrder,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'
import { holdsPost, hundredths, type WorkforceMeasure } from './measures.js'

type Terms = EventData<'WorkerStarted'>
type Change = Dated & { readonly terms: Partial<Terms> }

interface WorkerFacts {
  started: (Dated & { readonly terms: Terms }) | undefined
  readonly changes: Change[]
  readonly inducted: CivilDate[]
  readonly absences: (Dated & { readonly absent: boolean })[]
  readonly left: CivilDate[]
}

type Started = NonNullable<WorkerFacts['started']>

/** Folds workers. */
export const workerProjection: Projection<WorkerFacts, 'worker', WorkforceMeasure> = {
  name: 'worker',
  version: 1,
  category: 'worker',
  initial: () => ({ started: undefined, changes: [], inducted: [], absences: [], left: [] }),
  on: {
    WorkerStarted: (facts, { effectiveOn, position, data }) => {
      facts.started = { on: effectiveOn, position, terms: data }
    },
    WorkerChanged: (facts, { effectiveOn, position, data }) => {
      facts.changes.push({ on: effectiveOn, position, terms: data as Partial<Terms> })
    },
    InductionCompleted: (facts, { effectiveOn }) => {
      facts.inducted.push(effectiveOn)
    },
    AbsenceStarted: (facts, { effectiveOn, position }) => {
      facts.absences.push({ on: effectiveOn, position, absent: true })
    },
    AbsenceEnded: (facts, { effectiveOn, position }) => {
      facts.absences.push({ on: effectiveOn, position, absent: false })
    },
    WorkerLeft: (facts, { effectiveOn }) => {
      facts.left.push(effectiveOn)
    },
  },
  steps: (facts, count) => {
    const { started, changes, inducted, absences, left } = facts
    if (started === undefined) return
    const { postId, contract } = started.terms
    const [leftOn] = left.toSorted()
    count.step('began', started.on)
    count.step('joined', started.on)
    if (leftOn !== undefined) count.step('departed', leftOn)
    if (postId !== undefined && holdsPost(contract)) {
      count.step(measure('started', postId, started.on), started.on)
    }
    if (leftOn !== undefined) {
      const { contract: last, fte } = termsOn(facts, started, leftOn)
      if (holdsPost(last)) count.step('left', leftOn, hundredths(fte))
    }
    const days = [started, ...changes, ...absences].map(({ on }) => on)
    countStates(count, [...days, ...inducted, ...left], (day) =>
      day < started.on || (leftOn !== undefined && leftOn <= day)
        ? new Map()
        : stateOn(facts, started, day, count.subject),
    )
  },
}

/** The terms in force on a day: those of the start, changed field by field. */
const termsOn = ({ changes }: WorkerFacts, { terms }: Started, day: CivilDate): Terms =>
  Object.assign(
    {},
    terms,
    ...inOrder(changes.filter(({ on }) => on <= day)).map((change) => change.terms),
  )

const stateOn = (
  facts: WorkerFacts,
  started: Started,
  day: CivilDate,
  worker: string,
): ReadonlyMap<WorkforceMeasure, number> => {
  const { team, role, fte, contract, postId } = termsOn(facts, started, day)
  const isAbsent = holding(facts.absences, day)?.absent ?? false
  const inInduction = !facts.inducted.some((on) => on <= day)
  const state = new Map<WorkforceMeasure, number>()
  const full = hundredths(fte)
  state.set(measure(holdsPost(contract) ? 'inPost' : 'cover', team, role), full)
  state.set(measure('heads', team, role, contract), 1)
  state.set(measure(isAbsent ? 'absent' : 'available', team, role), full)
  if (inInduction) state.set(measure('inInduction', team, role), full)
  if (inInduction && !isAbsent) state.set(measure('inInductionAvailable', team, role), full)
  if (postId !== undefined) state.set(measure('refersToPost', worker, postId), 1)
  return state
}
