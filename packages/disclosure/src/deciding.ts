/**
 * What disclosure control says of the cells of a report: the same as of the figures of the views
 * that stand in them.
 */

import type { Decision, FigureAt } from '@send-ledger/documents'
import {
  decimalText,
  type NoFigure,
  noFigure,
  type Raw,
  type Suppressed,
  suppressed,
} from '@send-ledger/documents'
import { type Published, published } from '@send-ledger/documents/published'
import type { PublishedFigure } from './published.js'

/** Where the figure of a cell comes from. */
export type FigureSource =
  /** A figure of a view, by its place there. */
  | { readonly _tag: 'OfView'; readonly view: string; readonly place: string }
  /** It counts no people: actions, visits, risks, weeks. */
  | { readonly _tag: 'CountsNobody' }
  /** The view has no such row, so that everybody knows it to be nought. */
  | { readonly _tag: 'NoSuchRow' }
  /** An earlier pack for the public has shown it. */
  | { readonly _tag: 'ShownBefore' }

/** Where the figures of cells come from; undefined where that is not known. */
export type SourceOf = (cell: FigureAt) => FigureSource | undefined

/** What was decided, and what stands there in truth. */
export interface Decided {
  /** The published figures by the view, a colon, and the place. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
  /** The true figure at the place of a view, as it is shown to the council. */
  readonly shownAt: (view: string, place: string) => string | number | boolean | null
}

/**
 * Decides on cells. A cell whose figure is not known to be through disclosure control is hidden.
 *
 * Errors: throws where a cell does not hold the figure of the view that it is said to hold, which
 * would be a mistake of ours.
 */
export const deciding =
  (sourceOf: SourceOf, { figures, shownAt }: Decided): Decision =>
  (cell, at) => {
    const source = sourceOf(at)
    if (source === undefined) return suppressed
    if (source._tag === 'NoSuchRow') assertSame(cell, 0, at)
    if (source._tag !== 'OfView') {
      return cell._tag === 'NoFigure' ? cell : published(cell.value)
    }
    const { view, place } = source
    assertSame(cell, shownAt(view, place), at)
    const figure = figures.get(`${view}:${place}`)
    return figure === undefined ? suppressed : cellOf(figure)
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

const assertSame = (
  cell: Raw | NoFigure,
  shown: string | number | boolean | null,
  at: FigureAt,
): void => {
  const expected = typeof shown === 'string' || typeof shown === 'number' ? String(shown) : null
  if ((cell._tag === 'Raw' ? cell.value : null) !== expected) {
    throw new Error(`${JSON.stringify(at)} holds another figure than the view`)
  }
}
