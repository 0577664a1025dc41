/**
 * How wide the columns of a sheet are, so that numbers show and words wrap.
 */
import { inWords } from '../document/in-words.js'
import type { Sheet, SheetCell } from './workbook.js'

/** The width of each column. Unit: characters. */
export const widthsOf = ({ table }: Sheet): readonly number[] =>
  table === undefined
    ? [coverWidth]
    : table.headings.map((heading, i) =>
        Math.min(
          widest,
          Math.max(
            narrowest,
            ...heading.split(' ').map((word) => word.length + 2),
            Math.min(heading.length / 3, widest),
            ...table.rows.map((row) => lengthOf(row[i])),
          ),
        ),
      )

const coverWidth = 90
const narrowest = 10
const widest = 60

const lengthOf = (cell: SheetCell | undefined): number =>
  cell === undefined ? 0 : (cell._tag === 'Link' ? cell.sheet : inWords(cell)).length + 2
