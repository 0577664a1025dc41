/**
 * The frame of every chart: size, title, description.
 */
import { element, type Xml } from '../model/xml.js'
import { digits } from './digits.js'
import { ink } from './palette.js'
import { linesOf, size, textAt } from './text.js'

/** The width that charts are drawn for. Unit: pixels. */
export const width = 640

/** What is drawn, and how much room it takes. */
export interface Drawing {
  readonly height: number
  readonly parts: readonly Xml[]
}

/** What a chart is called and what is seen in it. */
export interface Named {
  readonly id: string
  readonly title: string
  readonly description: string
  /** Whether the title is drawn too: a file stands alone, in a page it has a caption. */
  readonly isTitled: boolean
}

/** The SVG of a drawing. Source: WAI-ARIA Graphics Module; SVG 2 section 5.8. */
export const svgOf = ({ id, title, description, isTitled }: Named, drawing: Drawing): string => {
  const lines = isTitled ? linesOf(title, width * 0.85) : []
  const above = lines.length === 0 ? 0 : lines.length * titleLine + 12
  const height = drawing.height + above
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      width,
      height: digits(height),
      viewBox: `0 0 ${width} ${digits(height)}`,
      'font-family': 'Arial, sans-serif',
      'font-size': size,
      fill: ink.text,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description),
    element('rect', { width, height: digits(height), fill: ink.paper }),
    ...lines.map((line, i) => textAt(0, (i + 1) * titleLine - 4, line, { weight: 'bold' })),
    above === 0
      ? element('g', {}, ...drawing.parts)
      : element('g', { transform: `translate(0 ${digits(above)})` }, ...drawing.parts),
  )
  return `${root.xml}\n`
}

const titleLine = 20

/** A straight line. */
export const lineAt = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stroke: string,
): Xml =>
  element('path', {
    d: `M${digits(x1)},${digits(y1)}L${digits(x2)},${digits(y2)}`,
    stroke,
    fill: 'none',
  })

/** A bar. */
export const barAt = (
  {
    x,
    y,
    w,
    h,
  }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  fill: string,
): Xml => element('rect', { x: digits(x), y: digits(y), width: digits(w), height: digits(h), fill })
