/**
 * A table drawn with lines, in time that grows with its cells.
 */
import { legible } from '../legible.js'
import type { Line, Piece } from '../printed.js'

/** A table: each cell is a list of lines. */
export interface Table {
  readonly headings: readonly (readonly string[])[]
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** How many columns, from the left, are names and not figures. */
  readonly names: number
}

/** The lines of a table, its headings in bold. */
export const tableLines = ({ headings, rows, names }: Table): readonly Line[] => {
  const [head, ...body] = [headings, ...rows].map((row) => row.map((cell) => cell.map(legible)))
  const widths = headings.map(() => 0)
  for (const row of [head ?? [], ...body]) {
    row.forEach((cell, i) => {
      for (const line of cell) widths[i] = Math.max(widths[i] ?? 0, widthOf(line))
    })
  }
  const drawn = { widths, names }
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`
  return [
    rule('┌', '┬', '┐'),
    ...rowLines(head ?? [], drawn, (text) => ({ bold: text })),
    rule('├', '┼', '┤'),
    ...body.flatMap((row) => rowLines(row, drawn, (text) => text)),
    rule('└', '┴', '┘'),
  ]
}

interface Drawn {
  readonly widths: readonly number[]
  readonly names: number
}

const rowLines = (
  row: readonly (readonly string[])[],
  { widths, names }: Drawn,
  style: (text: string) => Piece,
): readonly Line[] => {
  const height = Math.max(1, ...row.map((cell) => cell.length))
  return Array.from({ length: height }, (_, at) => [
    ...widths.flatMap((width, i): readonly Piece[] => {
      const text = row[i]?.[at] ?? ''
      const blank = ' '.repeat(width - widthOf(text))
      return i < names ? ['│ ', style(text), `${blank} `] : [`│ ${blank}`, style(text), ' ']
    }),
    '│',
  ])
}

const isPlain = /^[\x20-\x7e]*$/
const isMark = /\p{M}/u
/** Letters that take two places. Source: Unicode Standard Annex 11, East Asian Width. */
const isWide = new RegExp(
  [
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}',
    '\\p{Emoji_Presentation}\\u3000-\\u303f\\uff01-\\uff60\\uffe0-\\uffe6]',
  ].join(''),
  'u',
)

/** How many places of a terminal a text takes. */
const widthOf = (text: string): number => {
  if (isPlain.test(text)) return text.length
  let width = 0
  for (const letter of text) width += isMark.test(letter) ? 0 : isWide.test(letter) ? 2 : 1
  return width
}
