/**
 * The door for those who want the report of the ledger's own views without a pack around it.
 */
export type { Answers } from './report/answers.js'
export { councilDocument } from './report/council-document.js'
