/**
 * What disclosure control says of the cells of a report: the same as of the figures of views that
 * stand in them.
 */
import type { Figure } from '@send-ledger/core/projection'
import {
  type Decision,
  decimalText,
  type NoFigure,
  noFigure,
  type Suppressed,
  suppressed,
} from '@send-ledger/documents'
import { type Published, published } from '@send-ledger/documents/published'
import { figuresOf } from './answer-figures.js'
import type { PublishedFigure } from './published.js'

/** Answers that were decided on, each under the name of its view. */
export interface Decided {
  readonly answers: readonly { readonly view: string; readonly answer: unknown }[]
  /** The published figures by the view, a colon, and the place. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
  /** Whether the figures of a column of a table count no people, and need no decision. */
  readonly countsNobody: (table: string, column: string) => boolean
}

/**
 * Decides on the cells of a report that was made from answers. A cell whose figure did not go
 * through disclosure control is hidden.
 */
export const deciding = ({ answers, figures, countsNobody }: Decided): Decision => {
  const decided = new Map<Figure, PublishedFigure>()
  for (const { view, answer } of answers) {
    for (const { place, figure } of figuresOf(answer)) {
      const made = figures.get(`${view}:${place}`)
      // Where one figure stands in two places, what is hidden in one stays hidden.
      if (made && decided.get(figure)?._tag !== 'Hidden') decided.set(figure, made)
    }
  }
  return (cell, { table, column }) => {
    if (countsNobody(table, column) || (cell._tag === 'Raw' && cell.of === 'known')) {
      return cell._tag === 'NoFigure' ? noFigure : published(cell.value)
    }
    const made = typeof cell.of === 'object' ? decided.get(cell.of) : undefined
    return made === undefined ? suppressed : cellOf(made)
  }
}

/** A published figure as a cell of a report. */
const cellOf = (figure: PublishedFigure): Published | NoFigure | Suppressed => {
  switch (figure._tag) {
    case 'Hidden':
      return suppressed
    case 'ShownCount':
      return published(decimalText(figure.count))
    case 'ShownText':
      return typeof figure.text === 'string' || typeof figure.text === 'number'
        ? published(decimalText(figure.text))
        : noFigure
  }
}
