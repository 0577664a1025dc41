/**
 * The door for those who publish: disclosure control, what the public may see of a ledger.
 */
export type { PublishedAnswer } from './disclosure/answer-figures.js'
export {
  type AnswerKnown,
  type AnswersEarlier,
  measuredBy,
  type PublishedAnswers,
  protectAnswers,
  tableOf,
} from './disclosure/answers.js'
export { audit, type Finding } from './disclosure/audit.js'
export { type Knowledge, knowledgeOf } from './disclosure/knowledge.js'
export { defaultPolicy, type InvalidPolicy, Policy, policyOf } from './disclosure/policy.js'
export { type Protected, protect } from './disclosure/protect.js'
export { type PseudonymsFor, pseudonymsOf } from './disclosure/pseudonyms.js'
export type { Hidden, PublishedFigure, ShownCount, ShownText } from './disclosure/published.js'
export { type DisclosureRefusal, explainDisclosure } from './disclosure/refusal.js'
export type { HiddenCell, OpenCount } from './disclosure/showing.js'
export type { Cell, Table } from './disclosure/table.js'
