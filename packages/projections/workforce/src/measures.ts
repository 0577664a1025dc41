/**
 * The measures that the workforce figures are sums of, with their dimensions in order. Full-time
 * equivalents are counted in hundredths, so that sums are exact.
 */
import type { Measure } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'

/** How a worker is engaged. Permanent and fixed-term workers hold posts; the others cover. */
export type Contract = EventData<'WorkerStarted'>['contract']

/** The contracts in the order in which they are shown. */
export const contracts = ['permanent', 'fixedTerm', 'interim', 'agency', 'locum'] as const

/** Whether a worker holds a post, rather than covers one. */
export const holdsPost = (contract: Contract): boolean =>
  contract === 'permanent' || contract === 'fixedTerm'

/** A measure of the workforce projections. Unit: hundredths of FTE, unless it counts. */
export type WorkforceMeasure = Measure<
  // FTE by team and role: established; of workers who hold posts; who cover; not absent, cover
  // included; in induction; absent; in induction and not absent.
  | 'establishment'
  | 'inPost'
  | 'cover'
  | 'available'
  | 'inInduction'
  | 'absent'
  | 'inInductionAvailable'
  // Workers, by team, role and contract.
  | 'heads'
  // FTE of workers who held posts, ever left.
  | 'left'
  // FTE of posts being filled: by state, post, the day since when, and the expected start.
  | 'pipeline'
  // Posts ever advertised, by post and day.
  | 'advertised'
  // Workers who ever started in a post to hold it, by post and day.
  | 'started'
  // Workers who ever started, and ever left.
  | 'joined'
  | 'departed'
  // Posts and workers that there ever were.
  | 'began'
  // Posts that there are or were, by id.
  | 'postKnown'
  // Workers who refer to a post, by worker and post.
  | 'refersToPost'
>

/** A full-time equivalent in hundredths. */
export const hundredths = (fte: number): number => Math.round(fte * 100)
