/**
 * The door to what is made of documents: pages, spreadsheets, charts and tables for machines.
 */
export { tablePath } from './model/data-package.js'
export { csvText } from './model/in-csv.js'
export { reportFiles } from './report/report-files.js'
