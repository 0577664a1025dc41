/**
 * Evidence: reports for people and for machines, made of the answers of a ledger.
 */
export { chartSvg } from './chart/chart-svg.js'
export { type Checked, checkDocument } from './document/check.js'
export { dataPackageText } from './document/data-package.js'
export type { CouncilDocument, Document, PublicDocument } from './document/document.js'
export { type DocumentFlaw, explainFlaw } from './document/flaws.js'
export { csvText } from './document/in-csv.js'
export { councilDocument } from './document/of-views/council-document.js'
export { publish } from './document/publish.js'
export { reportHtml } from './report/report-html.js'
export { ods } from './spreadsheet/ods/ods.js'
export { xlsx } from './spreadsheet/xlsx/xlsx.js'
