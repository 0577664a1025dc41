/**
 * All that is made of a report, as files.
 */
import { chartSvg } from '../chart/chart-svg.js'
import type { Checked } from '../model/check.js'
import { dataPackageText, tablePath } from '../model/data-package.js'
import { chartsOf, tablesOf } from '../model/document.js'
import { csvText } from '../model/in-csv.js'
import { ods } from '../spreadsheet/ods/ods.js'
import { xlsx } from '../spreadsheet/xlsx/xlsx.js'
import { reportHtml } from './report-html.js'

/** The bytes of each file by its path, sorted; `/` parts folders. The same report, the same bytes. */
export const reportFiles = (document: Checked): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [
      ['report.html', utf8(reportHtml(document))] as const,
      ['report.ods', ods(document)] as const,
      ['report.xlsx', xlsx(document)] as const,
      ['datapackage.json', utf8(dataPackageText(document))] as const,
      ...tablesOf(document).map((table) => [tablePath(table), utf8(csvText(table))] as const),
      ...chartsOf(document).map(
        (chart) => [`charts/${chart.id}.svg`, utf8(chartSvg(document, chart))] as const,
      ),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
