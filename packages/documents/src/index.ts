/**
 * Documents: figures, tables, charts and sentences as data, and what is made of them.
 */

// Cells and tables.
export {
  type Cell,
  calendarMonth,
  day,
  type NoFigure,
  type NotApplicable,
  noFigure,
  notApplicable,
  type Raw,
  raw,
  type Suppressed,
  suppressed,
  words,
  yesNo,
} from './model/cell.js'
// A document, checked.
export { type Checked, checkDocument } from './model/check.js'
export { decimalText, withCommas } from './model/decimal.js'
export {
  type Chart,
  type CouncilDocument,
  type Document,
  type Fact,
  type Headline,
  type Note,
  notesOf,
  type PublicDocument,
  type Section,
  type Status,
  tablesOf,
} from './model/document.js'
export { type DocumentFlaw, explainFlaw } from './model/flaws.js'
export { csvText } from './model/in-csv.js'
export { dateInWords, inWords, monthInWords } from './model/in-words.js'
export { noFormula } from './model/no-formula.js'
export { plainText } from './model/plain-text.js'
export { type Decision, publish } from './model/publish.js'
export type { Published } from './model/published.js'
export { at, type FigureAt, said, sentenceText } from './model/sentence.js'
export { type Table, type Tabulated, tabulate } from './model/table.js'
// What is made of a document.
export { reportFiles } from './report/report-files.js'
