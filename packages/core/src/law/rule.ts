/**
 * What a rule of law looks like as data. When the law changes a row is added, not a branch.
 */
import type { CivilDate } from '../time/civil-date.js'

/** The duties with a time limit, by what the limit is for. */
export type RuleId =
  | 'decision'
  | 'advice'
  | 'refusal'
  | 'finalPlan'
  | 'representations'
  | 'reviewDecision'
  | 'amendedPlan'
  | 'reviewToPlan'
  | 'annualReview'
  | 'tribunalAssessNotice'
  | 'tribunalAssessNoPlan'
  | 'tribunalAssess'
  | 'tribunalIssueDraft'
  | 'tribunalIssue'
  | 'tribunalAmend'

/** The days on which a rule is law: from the first to the last, both included. */
export interface InForce {
  readonly from: CivilDate
  readonly until?: CivilDate
}

/** A ground on which a limit need not be kept, and the days on which the law knows it. */
export interface ExceptionGround {
  readonly ground: string
  readonly citation: string
  readonly inForce: InForce
}

/** A length of time as the law says it. */
export interface Limit {
  readonly count: number
  readonly unit: 'days' | 'weeks' | 'months'
}

/** One time limit. */
export interface Rule {
  readonly id: RuleId
  /** Where the limit stands, with paragraph. */
  readonly citation: string
  /** The event whose date starts the clock, and the events that stop it. */
  readonly starts: string
  readonly ends: readonly string[]
  readonly limit: Limit
  /**
   * `within` leaves the first day out (unless the counting policy says otherwise);
   * `beginningWith` counts it, by the words of the law.
   */
  readonly counting: 'within' | 'beginningWith'
  readonly inForce: InForce
  /** The day on which a court said that this is the law, where it was not plain before. */
  readonly knownFrom?: CivilDate
  readonly exceptions: readonly ExceptionGround[]
}

/** The law at one state of knowledge, as rows. A name is never given to other rows. */
export interface RuleSet {
  readonly name: string
  readonly rules: readonly Rule[]
}

/**
 * How the first day of a `within` limit counts: `exclusive` leaves the day of receipt out,
 * `inclusive` counts it, so that the last day in time is one day earlier.
 */
export type Counting = 'exclusive' | 'inclusive'

/** The law that an answer rests on: a rule set and the counting policy. */
export interface Law {
  readonly ruleSet: RuleSet
  readonly counting: Counting
}
