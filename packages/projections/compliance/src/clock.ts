/**
 * The 20 weeks of one case, laid out: by which rule, from which day, to which day, and what stands
 * beside them. It is read from the facts that the figures are counted from.
 */
import type { CivilDate, Law } from '@send-ledger/core'
import {
  inOrder,
  lastDayInTime,
  measure,
  nameOf,
  ruleFor,
  type Sum,
} from '@send-ledger/core/projection'
import type { PathFacts } from './path.js'

/** The clock of a case. */
export interface CaseClock {
  readonly rule: string
  /** Where the limit stands, with paragraph. */
  readonly citation: string
  readonly ruleSet: string
  readonly counting: Law['counting']
  /** Such as `20 weeks`. */
  readonly limit: string
  readonly startedOn: CivilDate
  readonly lastDayInTime: CivilDate
  readonly issuedOn: CivilDate | null
  /** Days on which an exception to the 20 weeks was relied on. */
  readonly exceptionsOn: readonly CivilDate[]
  /** The first mediation or appeal; a plan issued after it is outside the DfE's cohort. */
  readonly mediationOrAppealOn: CivilDate | null
}

/** The clock of a case; null where none was requested. */
export const caseClock = (facts: PathFacts, law: Law): CaseClock | null => {
  const path = inOrder(facts.milestones)
  const startedOn = path.find(({ turn }) => turn === 'requested')?.on
  if (startedOn === undefined) return null
  const rule = ruleFor(law.ruleSet, 'finalPlan', startedOn)
  const on = (...turns: readonly string[]): CivilDate | null =>
    path.find(({ turn }) => turns.includes(turn))?.on ?? null
  return {
    rule: rule.id,
    citation: rule.citation,
    ruleSet: law.ruleSet.name,
    counting: law.counting,
    limit: `${rule.limit.count} ${rule.limit.unit}`,
    startedOn,
    lastDayInTime: lastDayInTime(law, 'finalPlan', startedOn),
    issuedOn: on('issued'),
    exceptionsOn: facts.exceptions.toSorted(),
    mediationOrAppealOn: on('mediation', 'appealLodged'),
  }
}

/** Why a plan that was issued is not in a figure of plans issued, or issued in time. */
export type LeftOutBecause = 'mediationOrAppeal' | 'exception' | 'late'

/** The first reason by which a plan is left out of a figure. */
export const leftOutBecause = (clock: CaseClock): LeftOutBecause => {
  const { issuedOn, exceptionsOn, mediationOrAppealOn } = clock
  const isBefore = (on: CivilDate | null): boolean =>
    on !== null && issuedOn !== null && on < issuedOn
  if (isBefore(mediationOrAppealOn)) return 'mediationOrAppeal'
  return exceptionsOn.some((on) => issuedOn !== null && on <= issuedOn) ? 'exception' : 'late'
}

/**
 * The figure of all plans that a figure of plans was chosen from: those issued on the same days,
 * whatever the basis and the cohort. Undefined for figures of something else.
 */
export const consideredFor = (figure: Sum): Sum | undefined => {
  const names = ['issued', 'inTime', 'over52Weeks']
  const isOfPlans = figure.reads.every((read) => names.includes(nameOf(read.measure)))
  if (!isOfPlans || figure.reads.length === 0) return undefined
  return {
    ...figure,
    reads: figure.reads.map((read) => ({ ...read, measure: measure('issued', 'all', 'all') })),
  }
}
