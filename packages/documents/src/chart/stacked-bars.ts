/**
 * Stacked bars, a row a category, such as the ratings of a programme month by month. Segments have
 * white gaps and say their count; the key above has them in the order of the segments.
 *
 * No total is drawn: it would tell what a hidden segment hides.
 */

import { scaleLinear } from 'd3-scale'
import { stack, stackOrderNone } from 'd3-shape'
import { element, type Xml } from '../model/xml.js'
import { nameAt, roomForNames } from './bars.js'
import type { ChartData } from './data.js'
import { digits } from './digits.js'
import { type Drawing, width } from './drawing.js'
import { paintOf } from './palette.js'
import { textAt, widthOf } from './text.js'

const row = { height: 28, bar: 22 }
const gap = 2
const roomForSmall = 130

/** A row of segments for each category. */
export const stackedBars = (data: ChartData): Drawing => {
  const key = keyOf(data)
  const left = roomForNames(data)
  const sums = data.categories.map((_, i) =>
    data.series.reduce((sum, { values }) => sum + Math.max(0, values[i]?.number ?? 0), 0),
  )
  const x = scaleLinear()
    .domain([0, Math.max(1, ...sums)])
    .range([left, width - roomForSmall])
  const top = (i: number): number => key.height + i * row.height + 2
  const segments = segmentsOf(data, x)
  return {
    height: key.height + data.categories.length * row.height + 4,
    parts: [
      ...key.parts,
      ...data.series.flatMap((_, n) =>
        drawn(
          segments.filter((each) => each.series === n),
          n,
          top,
        ),
      ),
      ...data.categories.flatMap((_, i) => [
        ...nameAt(data, i, top(i) + row.bar / 2),
        ...smallOnes(
          segments.filter((each) => each.category === i),
          data,
          top(i),
        ),
      ]),
    ],
  }
}

interface Segment {
  readonly series: number
  readonly category: number
  readonly text: string
  readonly from: number
  readonly wide: number
  /** Whether its label fits into it. */
  readonly isLabelled: boolean
}

const segmentsOf = (
  { series, categories }: ChartData,
  x: (value: number) => number,
): readonly Segment[] =>
  stack<number, number>()
    .keys(series.map((_, n) => n))
    .value((category, n) => Math.max(0, series[n]?.values[category]?.number ?? 0))
    .order(stackOrderNone)(categories.map((_, i) => i))
    .flatMap((bounds, n) =>
      bounds.map(([from, to], category) => {
        const text = series[n]?.values[category]?.text ?? ''
        const wide = x(to) - x(from) - gap
        const isLabelled = wide >= widthOf(text) + 4
        return { series: n, category, text, from: x(from), wide, isLabelled }
      }),
    )

/** The segments of a series as one path, and the labels in them. */
const drawn = (
  segments: readonly Segment[],
  series: number,
  top: (category: number) => number,
): readonly Xml[] => {
  const { fill, text } = paintOf(series)
  const d = segments
    .filter(({ wide }) => wide > 0)
    .map(({ from, wide, category }) => {
      const w = digits(wide)
      return `M${digits(from)} ${digits(top(category))}h${w}v${row.bar}h-${w}z`
    })
  const labels = segments
    .filter(({ isLabelled }) => isLabelled)
    .map((each) => textAt(each.from + each.wide / 2, top(each.category) + middle, each.text))
  return [
    ...(d.length === 0 ? [] : [element('path', { d: d.join(''), fill })]),
    ...(labels.length === 0
      ? []
      : [element('g', { fill: text, 'text-anchor': 'middle' }, ...labels)]),
  ]
}

const middle = row.bar / 2 + 5

/** What is too narrow for its label has it at the end of the row, with its name. */
const smallOnes = (
  segments: readonly Segment[],
  { series }: ChartData,
  top: number,
): readonly Xml[] => {
  const small = segments.filter(({ isLabelled, text }) => !isLabelled && text !== '0')
  const end = Math.max(...segments.map(({ from, wide }) => from + wide))
  const text = small.map((each) => `${series[each.series]?.label} ${each.text}`).join(', ')
  return small.length === 0 ? [] : [textAt(end + 8, top + middle, text)]
}

/** Names with their colours, in as many lines as they need. */
const keyOf = ({ series }: ChartData): Drawing => {
  let x = 0
  let y = 0
  const parts = series.flatMap(({ label }, n) => {
    const room = 22 + widthOf(label) + 20
    if (x > 0 && x + room > width) {
      x = 0
      y += 24
    }
    const at = { x, y }
    x += room
    return [
      element('rect', {
        x: at.x.toFixed(0),
        y: at.y + 2,
        width: 16,
        height: 16,
        fill: paintOf(n).fill,
      }),
      textAt(at.x + 22, at.y + 15, label),
    ]
  })
  return { height: y + 34, parts }
}
