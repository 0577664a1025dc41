/**
 * A post: its hours while it is established, and how far it is filled.
 */
import type { CivilDate } from '@send-ledger/core'
import {
  countStates,
  type Dated,
  holding,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import { hundredths, type WorkforceMeasure } from './measures.js'

/** What was last done to fill the post. */
interface Stage extends Dated {
  readonly stage: 'advertised' | 'offered' | 'fellThrough'
  readonly expectedStartOn?: CivilDate | undefined
}

interface PostFacts {
  established: (Dated & { readonly team: string; readonly role: string }) | undefined
  readonly hours: (Dated & { readonly fte: number })[]
  readonly stages: Stage[]
  readonly disestablished: CivilDate[]
}

/** Folds posts. */
export const postProjection: Projection<PostFacts, 'post', WorkforceMeasure> = {
  name: 'post',
  version: 1,
  category: 'post',
  initial: () => ({ established: undefined, hours: [], stages: [], disestablished: [] }),
  on: {
    PostEstablished: (facts, { effectiveOn, position, data }) => {
      const { team, role, fte } = data
      facts.established = { on: effectiveOn, position, team, role }
      facts.hours.push({ on: effectiveOn, position, fte })
    },
    PostChanged: (facts, { effectiveOn, position, data }) => {
      facts.hours.push({ on: effectiveOn, position, fte: data.fte })
    },
    PostAdvertised: (facts, { effectiveOn, position }) => {
      facts.stages.push({ on: effectiveOn, position, stage: 'advertised' })
    },
    AppointmentOffered: (facts, { effectiveOn, position, data }) => {
      const { expectedStartOn } = data
      facts.stages.push({ on: effectiveOn, position, stage: 'offered', expectedStartOn })
    },
    AppointmentFellThrough: (facts, { effectiveOn, position }) => {
      facts.stages.push({ on: effectiveOn, position, stage: 'fellThrough' })
    },
    PostDisestablished: (facts, { effectiveOn }) => {
      facts.disestablished.push(effectiveOn)
    },
  },
  steps: (facts, count) => {
    const { established, hours, stages, disestablished } = facts
    if (established === undefined) return
    count.step('began', established.on)
    count.step(measure('postKnown', count.subject), established.on)
    for (const { stage, on } of stages) {
      if (stage === 'advertised') count.step(measure('advertised', count.subject, on), on)
    }
    const days = [...hours, ...stages].map(({ on }) => on)
    countStates(count, [...days, ...disestablished], (day) => {
      const fte = holding(hours, day)?.fte
      if (fte === undefined || day < established.on) return new Map()
      if (disestablished.some((on) => on <= day)) return new Map()
      return new Map([
        [measure('establishment', established.team, established.role), hundredths(fte)],
        ...pipelineOn(facts, count.subject, day, hundredths(fte)),
      ])
    })
  },
}

/** An appointment that fell through leaves the post where it was: not advertised again yet. */
const pipelineOn = (
  { stages }: PostFacts,
  post: string,
  day: CivilDate,
  fte: number,
): readonly (readonly [WorkforceMeasure, number])[] => {
  const now = holding(stages, day)
  if (now === undefined || now.stage === 'fellThrough') return []
  return [[measure('pipeline', now.stage, post, now.on, now.expectedStartOn ?? ''), fte]]
}
