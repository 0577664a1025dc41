/**
 * Evidence: what the public may see of a ledger's figures.
 */
export { audit, type Finding } from './disclosure/audit.js'
export { defaultPolicy, type InvalidPolicy, Policy, policyOf } from './disclosure/policy.js'
export { type Protected, protect } from './disclosure/protect.js'
export { type PseudonymsFor, pseudonymsOf } from './disclosure/pseudonyms.js'
export type { Hidden, PublishedFigure, ShownCount, ShownText } from './disclosure/published.js'
export { type DisclosureRefusal, explainDisclosure } from './disclosure/refusal.js'
export type { HiddenCell, OpenCount } from './disclosure/showing.js'
export type { Cell, Table } from './disclosure/table.js'
