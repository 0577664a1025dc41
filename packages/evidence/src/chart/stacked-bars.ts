/**
 * Stacked bars, a row a category, such as the ratings of a programme month by month. Segments have
 * white gaps and say their count; the key above has them in the order of the segments.
 *
 * No total is drawn: it would tell what a hidden segment hides.
 */

import { scaleLinear } from 'd3-scale'
import { stack, stackOrderNone } from 'd3-shape'
import { element, type Xml } from '../document/xml.js'
import { nameAt, roomForNames } from './bars.js'
import type { ChartData } from './data.js'
import { barAt, type Drawing, width } from './drawing.js'
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
  return {
    height: key.height + data.categories.length * row.height + 4,
    parts: [
      ...key.parts,
      ...data.categories.flatMap((_, i) => {
        const y = key.height + i * row.height + 2
        return [...nameAt(data, i, y + row.bar / 2), ...segments(data, x, i, y)]
      }),
    ],
  }
}

/** The segments of a row; what is too narrow for its label has it at the end of the row. */
const segments = (
  { series }: ChartData,
  x: (value: number) => number,
  category: number,
  y: number,
): readonly Xml[] => {
  const stacked = stack<Readonly<Record<number, number>>, number>()
    .keys(series.map((_, n) => n))
    .value((numbers, n) => numbers[n] ?? 0)
    .order(stackOrderNone)([series.map(({ values }) => Math.max(0, values[category]?.number ?? 0))])
  const middle = y + row.bar / 2 + 5
  const drawn = stacked.map(([bounds = [0, 0]], n) => {
    const text = series[n]?.values[category]?.text ?? ''
    const w = x(bounds[1]) - x(bounds[0]) - gap
    return { n, text, from: x(bounds[0]), w, isWide: w >= widthOf(text) + 4 }
  })
  const small = drawn.filter(({ isWide, text }) => !isWide && text !== '0')
  const end = Math.max(...drawn.map(({ from, w }) => from + w))
  return [
    ...drawn.flatMap(({ n, text, from, w, isWide }) => [
      ...(w > 0 ? [barAt({ x: from, y, w, h: row.bar }, paintOf(n).fill)] : []),
      ...(isWide
        ? [textAt(from + w / 2, middle, text, { anchor: 'middle', fill: paintOf(n).text })]
        : []),
    ]),
    ...(small.length === 0
      ? []
      : [
          textAt(
            end + 8,
            middle,
            small.map(({ n, text }) => `${series[n]?.label} ${text}`).join(', '),
          ),
        ]),
  ]
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
