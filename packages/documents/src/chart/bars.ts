/**
 * Bars lying down, a row a category, each with its figure at its end.
 */
import { scaleLinear } from 'd3-scale'
import type { Xml } from '../model/xml.js'
import { type ChartData, numbersOf, type Value } from './data.js'
import { barAt, type Drawing, lineAt, width } from './drawing.js'
import { ink, paintOf } from './palette.js'
import { linesOf, textAt, widthOf } from './text.js'

const row = { height: 34, bar: 24 }

/** The first series as bars. */
export const bars = (data: ChartData): Drawing => {
  const left = roomForNames(data)
  const { x } = across(data, left, 60)
  const values = data.series[0]?.values ?? []
  const height = values.length * row.height + 8
  return {
    height,
    parts: [
      ...values.flatMap((value, i) => {
        const y = i * row.height + 4
        return [
          ...nameAt(data, i, y + row.bar / 2),
          ...barOf(x, value, { y, h: row.bar }, paintOf(0).fill, value.text),
        ]
      }),
      lineAt([x(0), 0], [x(0), height], ink.quiet),
    ],
  }
}

const widestName = 200

/** How far from the left the bars begin. */
export const roomForNames = ({ categories }: ChartData): number =>
  Math.min(widestName, Math.max(...categories.map(({ text }) => widthOf(text)))) + 12

/** The scale of bars from the room for names to the room for labels at the right. */
export const across = (data: ChartData, left: number, right: number) => {
  const numbers = numbersOf(data)
  return {
    x: scaleLinear()
      .domain([Math.min(0, ...numbers), Math.max(1, ...numbers)])
      .range([left, width - right]),
  }
}

/** The name of a category, its middle at a height. */
export const nameAt = ({ categories }: ChartData, i: number, middle: number): readonly Xml[] => {
  const lines = linesOf(categories[i]?.text ?? '', widestName)
  return lines.map((line, n) => textAt(0, middle + 5 + (n - (lines.length - 1) / 2) * 16, line))
}

/** A bar with its label; a label alone where there is no figure. */
export const barOf = (
  x: (value: number) => number,
  { number = 0 }: Value,
  { y, h }: { readonly y: number; readonly h: number },
  fill: string,
  label: string,
): readonly Xml[] => {
  const from = Math.min(x(0), x(number))
  const to = Math.max(x(0), x(number))
  return [
    ...(to > from ? [barAt({ x: from, y, w: to - from, h }, fill)] : []),
    textAt(to + 6, y + h / 2 + 5, label),
  ]
}
