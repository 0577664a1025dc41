/**
 * Text in charts: how wide it is, near enough, and how it is set.
 */
import { element, type Xml } from '../model/xml.js'
import { digits } from './digits.js'

/** The size of text. Unit: pixels, at the width that the chart is drawn for. */
export const size = 14

/** How wide a text is in Arial, a little too wide rather than too narrow. Unit: pixels. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0),
    0,
  ) * size

const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljtfI.,:;'|!()[\] ]/, 0.32],
  [/[mwMW%@]/, 0.9],
  [/[A-Z]/, 0.72],
  [/./su, 0.58],
]

/** A text that begins, has its middle or ends at a place. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  look: {
    readonly anchor?: 'middle' | 'end'
    readonly fill?: string
    readonly weight?: 'bold'
  } = {},
): Xml =>
  element(
    'text',
    {
      x: digits(x),
      y: digits(y),
      'text-anchor': look.anchor,
      'font-weight': look.weight,
      fill: look.fill,
    },
    text,
  )

/** A text in lines that are not wider than so many pixels, words kept whole. */
export const linesOf = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
