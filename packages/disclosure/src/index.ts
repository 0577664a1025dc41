/**
 * The door for those who publish: disclosure control, what the public may see of a ledger.
 */
export { type FigureAt, figuresOf, type PublishedAnswer } from './answer-figures.js'
export {
  type AnswerKnown,
  type AnswersEarlier,
  measuredBy,
  type PublishedAnswers,
  protectAnswers,
  tableOf,
} from './answers.js'
export { audit, type Finding } from './audit.js'
export { type Decided, deciding } from './deciding.js'
export { plainPublished } from './in-plain.js'
export { type Knowledge, knowledgeOf } from './knowledge.js'
export {
  defaultPolicy,
  hiddenRange,
  type InvalidPolicy,
  Policy,
  policyOf,
  rounded,
} from './policy.js'
export { type Protected, protect } from './protect.js'
export { type PseudonymsFor, pseudonymsOf } from './pseudonyms.js'
export type { Hidden, PublishedFigure, ShownCount, ShownText } from './published.js'
export { type DisclosureRefusal, explainDisclosure } from './refusal.js'
export type { HiddenCell, OpenCount } from './showing.js'
export type { Cell, Table } from './table.js'
