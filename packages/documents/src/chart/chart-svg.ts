/**
 * A chart of a report as SVG: deterministic, without script, with a title and a description.
 */
import type { Checked } from '../model/check.js'
import { type Chart, type ChartKind, tablesOf } from '../model/document.js'
import { sentenceText } from '../model/sentence.js'
import { bars } from './bars.js'
import { type ChartData, dataOf } from './data.js'
import { type Drawing, svgOf } from './drawing.js'
import { groupedBars } from './grouped-bars.js'
import { lines } from './lines.js'
import { stackedBars } from './stacked-bars.js'

/** The SVG of a chart; titled where it stands alone. */
export const chartSvg = (
  document: Checked,
  chart: Chart,
  { isTitled }: { readonly isTitled: boolean } = { isTitled: true },
): string =>
  svgOf(
    {
      id: chart.id,
      title: sentenceText(tablesOf(document), chart.title),
      description: sentenceText(tablesOf(document), chart.description),
      isTitled,
    },
    drawings[chart.kind](dataOf(document, chart)),
  )

const drawings: Readonly<Record<ChartKind, (data: ChartData) => Drawing>> = {
  lines,
  stackedBars,
  bars,
  groupedBars,
}
