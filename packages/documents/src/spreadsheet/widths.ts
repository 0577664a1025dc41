/**
 * How wide the columns of a sheet are and how high its rows, so that numbers show and words wrap.
 */
import { inWords } from '../model/in-words.js'
import type { Line, Sheet, SheetCell } from './workbook.js'

const narrowest = 12
const widest = 60
const coverWidth = 100

/** The width of each column. Unit: characters. */
export const widthsOf = ({ table }: Sheet): readonly number[] =>
  table === undefined
    ? [coverWidth]
    : table.headings.map((heading, i) =>
        Math.min(
          widest,
          Math.max(
            narrowest,
            ...heading.split(' ').map((word) => word.length + 3),
            Math.ceil(heading.length / 3) + 4,
            ...table.rows.map((row) => textOf(row[i], table.decimals[i]).length + 3),
          ),
        ),
      )

/** In how many lines each row below the first lines is set, the headings before the others. */
export const linesOfRows = (sheet: Sheet): readonly number[] => {
  const { table } = sheet
  if (table === undefined) return []
  const widths = widthsOf(sheet)
  const most = (texts: readonly string[]): number =>
    Math.max(1, ...texts.map((text, i) => linesIn(text, (widths[i] ?? narrowest) - 1)))
  return [
    most(table.headings),
    ...table.rows.map((row) => most(row.map((cell, i) => textOf(cell, table.decimals[i])))),
  ]
}

/** In how many lines a line of the cover is set. */
export const linesOfCover = ({ text, style }: Line): number =>
  style === 'plain' ? linesIn(text, coverWidth) : 1

const textOf = (cell: SheetCell | undefined, decimals: number | undefined): string =>
  cell === undefined ? '' : cell._tag === 'Link' ? cell.sheet : inWords(cell, decimals)

/** Words stay whole. */
const linesIn = (text: string, width: number): number => {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++
      used = word.length
    } else used += (used > 0 ? 1 : 0) + word.length
  }
  return lines
}
