/**
 * A risk to a programme: open until it is closed, scored by likelihood times impact.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import {
  countStates,
  type Dated,
  holding,
  measure,
  type Projection,
} from '@send-ledger/core/projection'
import { refersTo } from './facts.js'
import type { WsoaMeasure } from './measures.js'

type Scored = Dated & { readonly score: number }

interface RiskFacts {
  raised: (Scored & { readonly programmeId: StreamId }) | undefined
  readonly reassessed: Scored[]
  readonly mitigated: CivilDate[]
  readonly closed: CivilDate[]
}

/** Folds risks. */
export const riskProjection: Projection<RiskFacts, 'risk', WsoaMeasure> = {
  name: 'risk',
  version: 2,
  category: 'risk',
  initial: () => ({ raised: undefined, reassessed: [], mitigated: [], closed: [] }),
  on: {
    RiskRaised: (facts, { effectiveOn, position, data }) => {
      const { programmeId, likelihood, impact } = data
      const score = likelihood * impact
      facts.raised = { on: effectiveOn, position, score, programmeId }
    },
    RiskReassessed: (facts, { effectiveOn, position, data }) => {
      facts.reassessed.push({ on: effectiveOn, position, score: data.likelihood * data.impact })
    },
    MitigationAgreed: (facts, { effectiveOn }) => {
      facts.mitigated.push(effectiveOn)
    },
    RiskClosed: (facts, { effectiveOn }) => {
      facts.closed.push(effectiveOn)
    },
  },
  steps: ({ raised, reassessed, mitigated, closed }, count) => {
    if (raised === undefined) return
    const days = [raised, ...reassessed].map(({ on }) => on)
    countStates<WsoaMeasure>(count, [...days, ...mitigated, ...closed], (day) => {
      if (day < raised.on) return new Map()
      const state = new Map<WsoaMeasure, number>([
        [refersTo.of(count.subject, { field: 'programmeId', to: raised.programmeId }), 1],
      ])
      if (closed.some((on) => on <= day)) return state.set('risksClosed', 1)
      const { score } = holding([raised, ...reassessed], day) ?? raised
      state.set('risksOpen', 1).set(measure('riskScore', String(score)), 1)
      return mitigated.some((on) => on <= day) ? state.set('risksMitigated', 1) : state
    })
  },
}
