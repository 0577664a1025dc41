/**
 * Lines over time, each labelled at its end.
 */

import { monthInShort } from '@send-ledger/core/figures'
import { type ScaleLinear, type ScalePoint, scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { element, type Xml } from '../model/xml.js'
import { type Category, type ChartData, numbersOf, type Series, type Value } from './data.js'
import { digits } from './digits.js'
import { type Drawing, lineAt, width } from './drawing.js'
import { endLabels } from './end-labels.js'
import { ink, paintOf } from './palette.js'
import { textAt, widthOf } from './text.js'

const height = 320
const plot = { left: 40, right: width - 158, top: 14, bottom: height - 44 }

interface Scales {
  readonly x: ScalePoint<number>
  readonly y: ScaleLinear<number, number>
}

/** Lines over the categories from left to right; a gap where there is no figure. */
export const lines = (data: ChartData): Drawing => {
  const numbers = numbersOf(data)
  const scales: Scales = {
    x: scalePoint<number>()
      .domain(data.categories.map((_, i) => i))
      .range([plot.left + 8, plot.right - 8]),
    y: scaleLinear()
      .domain([Math.min(0, ...numbers), Math.max(1, ...numbers)])
      .range([plot.bottom, plot.top])
      .nice(5),
  }
  return {
    height,
    parts: [
      ...grid(scales.y, data.series[0]?.unit ?? ''),
      ...places(scales.x, data.categories),
      ...data.series.flatMap((series, i) => drawn(scales, series, i)),
      ...endLabels(
        data.series.flatMap((series) => ending(scales, series)),
        { x: plot.right + 8, top: plot.top, bottom: plot.bottom },
      ),
    ],
  }
}

const grid = (y: Scales['y'], unit: string): readonly Xml[] =>
  y.ticks(5).flatMap((tick) => [
    lineAt([plot.left, y(tick)], [plot.right, y(tick)], tick === 0 ? ink.quiet : ink.grid),
    textAt(plot.left - 6, y(tick) + 5, `${digits(tick)}${unit}`, {
      anchor: 'end',
      fill: ink.quiet,
    }),
  ])

/** Names of the places, as many as fit; a year under its first month that is named. */
const places = (x: Scales['x'], categories: readonly Category[]): readonly Xml[] => {
  const widest = Math.max(...categories.map((each) => widthOf(each.month ? 'Mmm' : each.text)))
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, x.step())))
  const named = categories
    .map((each, i) => ({
      ...each,
      at: x(i) ?? 0,
      isNamed: (categories.length - 1 - i) % every === 0,
    }))
    .filter(({ isNamed }) => isNamed)
  return named.flatMap(({ text, month, at }, i) => [
    lineAt([at, plot.bottom], [at, plot.bottom + 5], ink.quiet),
    textAt(at, plot.bottom + 20, month === undefined ? text : monthInShort(month), {
      anchor: 'middle',
      fill: ink.quiet,
    }),
    ...(month === undefined || named[i - 1]?.month?.slice(0, 4) === month.slice(0, 4)
      ? []
      : [textAt(at, plot.bottom + 37, month.slice(0, 4), { anchor: 'middle', fill: ink.quiet })]),
  ])
}

/** Lines differ by more than their colour: dots, thickness, dashes. */
const looks = [
  { strokeWidth: 1.5, dashes: undefined, hasDots: true },
  { strokeWidth: 3.5, dashes: undefined, hasDots: false },
  { strokeWidth: 2.5, dashes: '8 4', hasDots: false },
  { strokeWidth: 2.5, dashes: '2 4', hasDots: false },
] as const

const drawn = (scales: Scales, { values }: Series, index: number): readonly Xml[] => {
  const look = looks[index % looks.length] ?? looks[0]
  const { fill } = paintOf(index)
  const path = line<Value>()
    .digits(2)
    .defined(({ number }) => number !== undefined)
    .x((_, i) => scales.x(i) ?? 0)
    .y(({ number }) => scales.y(number ?? 0))
  const dots = values
    .map((value, i) => ({ value, i }))
    .filter(({ value, i }) => value.number !== undefined && (look.hasDots || isAlone(values, i)))
  return [
    element('path', {
      d: path(values) ?? '',
      fill: 'none',
      stroke: fill,
      'stroke-width': look.strokeWidth,
      'stroke-linejoin': 'round',
      'stroke-dasharray': look.dashes,
    }),
    ...dots.map(({ value, i }) =>
      element('circle', {
        cx: digits(scales.x(i) ?? 0),
        cy: digits(scales.y(value.number ?? 0)),
        r: 3,
        fill,
      }),
    ),
  ]
}

const isAlone = (values: readonly Value[], i: number): boolean =>
  values[i - 1]?.number === undefined && values[i + 1]?.number === undefined

/** The end of a line, where its label belongs. */
const ending = ({ x, y }: Scales, { values, label, unit }: Series) => {
  const last = values.findLastIndex(({ number }) => number !== undefined)
  const value = values[last]
  return value?.number === undefined
    ? []
    : [{ label, value: `${value.text}${unit}`, from: [x(last) ?? 0, y(value.number)] as const }]
}
