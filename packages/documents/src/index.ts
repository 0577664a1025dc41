/**
 * Documents: figures, tables, charts and sentences as data, and what is made of them.
 */

// Cells and tables.
export {
  type Cell,
  calendarMonth,
  day,
  type FigureValue,
  known,
  type NoFigure,
  type NotApplicable,
  noFigure,
  notApplicable,
  printedOf,
  type Raw,
  raw,
  type Suppressed,
  suppressed,
  words,
  yesNo,
} from './model/cell.js'
// A document, checked.
export { checkDocument } from './model/check.js'
// Columns that many tables have.
export { asAtColumn, countColumn, fteColumn } from './model/columns.js'
export { decimalText, withCommas } from './model/decimal.js'
export {
  type Chart,
  type CouncilDocument,
  type Fact,
  type Headline,
  type Note,
  notesOf,
  type Section,
  type Status,
  tablesOf,
} from './model/document.js'
// What a view says.
export type { Documented, Spoken } from './model/documented.js'
export { type DocumentFlaw, explainFlaw } from './model/flaws.js'
export { inWords } from './model/in-words.js'
export { noFormula } from './model/no-formula.js'
export { spokenOf } from './model/plain.js'
export { plainText } from './model/plain-text.js'
export { type Decision, publish } from './model/publish.js'
export { at, said, sentenceText } from './model/sentence.js'
export {
  type Column,
  decimalsByColumn,
  fullHeading,
  isFigureKind,
  type Table,
  type Tabulated,
  tabulate,
} from './model/table.js'
