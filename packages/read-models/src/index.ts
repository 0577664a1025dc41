/**
 * Read models for others: the points of a view in a SQLite table.
 */
export { explainTableFailure, type TableFailure } from './failure.js'
export { keepTable, type PointsOf, type TableOptions } from './keep-table.js'
