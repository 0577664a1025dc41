/**
 * The compliance figures of the statutory clock: the view, and the projection that it and the
 * capacity view read.
 */

export type { Compliance } from './answer.js'
export {
  type CaseClock,
  caseClock,
  consideredFor,
  type LeftOutBecause,
  leftOutBecause,
} from './clock.js'
export { type ComplianceMeasure, complianceUnits } from './measures.js'
export type { MonthRow } from './months.js'
export { type OutsideBecause, whyOutside } from './outside.js'
export { pathProjection } from './path.js'
export {
  type ComplianceOptions,
  caseProjections,
  complianceView,
} from './view.js'
