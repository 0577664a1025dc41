/**
 * Bars in groups, a group a category; each bar says its figure and its name.
 */
import type { Xml } from '../model/xml.js'
import { across, barOf, nameAt, roomForNames } from './bars.js'
import type { ChartData } from './data.js'
import { type Drawing, lineAt } from './drawing.js'
import { ink, paintOf } from './palette.js'
import { widthOf } from './text.js'

const bar = 20
const between = 2
const groupGap = 16

/** A bar for each series in each group. */
export const groupedBars = (data: ChartData): Drawing => {
  const labels = data.series.flatMap(({ label, values }) =>
    values.map(({ text }) => widthOf(`${text} ${label}`)),
  )
  const { x } = across(data, roomForNames(data), Math.max(...labels) + 12)
  const group = data.series.length * (bar + between) - between
  const height = data.categories.length * (group + groupGap)
  return {
    height,
    parts: [
      ...data.categories.flatMap((_, i) => {
        const top = i * (group + groupGap) + groupGap / 2
        return [...nameAt(data, i, top + group / 2), ...barsOf(data, x, i, top)]
      }),
      lineAt([x(0), 0], [x(0), height], ink.quiet),
    ],
  }
}

const barsOf = (
  { series }: ChartData,
  x: (value: number) => number,
  category: number,
  top: number,
): readonly Xml[] =>
  series.flatMap(({ values, label }, n) => {
    const value = values[category]
    return value === undefined
      ? []
      : barOf(
          x,
          value,
          { y: top + n * (bar + between), h: bar },
          paintOf(n).fill,
          `${value.text} ${label}`,
        )
  })
