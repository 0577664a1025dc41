/**
 * The figures of answers by their names, each with its place in its view.
 */
import { figuresIn, nameOfFigure } from '@send-ledger/core/figures'
import type { Figure } from '@send-ledger/core/projection'
import { figuresOf } from '@send-ledger/disclosure'
import { listed, type PackAnswers } from '../pack/answers.js'

/** A figure by its name and by its place. */
export interface NamedPlace {
  readonly view: string
  readonly figure: string
  readonly place: string
  readonly value: Figure
}

/** Every figure of the answers, in order. */
export const namedPlaces = (answers: PackAnswers): readonly NamedPlace[] =>
  listed(answers).flatMap(([view, { answer }, identified]) => {
    const places = new Map(figuresOf(answer).map(({ place, figure }) => [figure, place]))
    return figuresIn(answer, identified).map((row) => {
      const place = places.get(row.value)
      if (place === undefined) throw new Error(`${nameOfFigure(row)} has no place in ${view}`)
      return { view, figure: nameOfFigure(row), place, value: row.value }
    })
  })
