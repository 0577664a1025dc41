/**
 * Evidence: reports for people and for machines, made of the answers of a ledger.
 */

// A report as data.
export { type Checked, checkDocument } from './document/check.js'
export type { CouncilDocument, Document, PublicDocument } from './document/document.js'
export { type DocumentFlaw, explainFlaw } from './document/flaws.js'
export type { Answers } from './document/of-views/answers.js'
export { councilDocument } from './document/of-views/council-document.js'
export { type Decision, publish } from './document/publish.js'
// What is made of it.
export { reportFiles } from './report/report-files.js'
