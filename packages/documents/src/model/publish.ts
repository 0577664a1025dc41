/**
 * A report for the council made into one for the public, figure by figure.
 */
import type { Cell, NoFigure, Raw, Suppressed } from './cell.js'
import type { CouncilDocument, PublicDocument } from './document.js'
import type { Published } from './published.js'
import type { FigureAt } from './sentence.js'

/**
 * What disclosure control says of the figure at a place. That there is no figure, since there is
 * nothing to divide by, tells something too: it is asked of that as well.
 */
export type Decision = (
  figure: Raw | NoFigure,
  place: FigureAt,
) => Published | NoFigure | Suppressed

/**
 * The same report with the figures that may be shown. Words and charts point at tables, so they
 * follow.
 */
export const publish = (document: CouncilDocument, decide: Decision): PublicDocument => ({
  ...document,
  _tag: 'PublicDocument',
  sections: document.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells, row) =>
        cells.map((cell, i): Cell<Published> => {
          const column = table.columns[i]?.name ?? ''
          return cell._tag === 'Raw' || cell._tag === 'NoFigure'
            ? decide(cell, { table: table.id, row, column })
            : cell
        }),
      ),
    })),
  })),
})
