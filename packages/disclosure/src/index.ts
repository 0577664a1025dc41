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
} from './answers.js'
export { audit } from './audit.js'
export { deciding } from './deciding.js'
export { plainPublished } from './in-plain.js'
export { type Knowledge, knowledgeOf } from './knowledge.js'
export {
  defaultPolicy,
  hiddenRange,
  Policy,
  policyOf,
  rounded,
} from './policy.js'
export { type Protected, protect } from './protect.js'
export { pseudonymsOf } from './pseudonyms.js'
export type { PublishedFigure, ShownCount } from './published.js'
export { type DisclosureRefusal, explainDisclosure } from './refusal.js'
export { loadSolver, type Solver } from './solver.js'
export type { Cell, Table } from './table.js'
