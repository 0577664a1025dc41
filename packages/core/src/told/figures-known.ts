/**
 * The figures of several views at one state of knowledge, each view asked once.
 */
import { type Known, type KnownPoints, readerOf } from '../engine/known.js'
import type { Points } from '../engine/points.js'
import { figuresIn, type NamedFigure } from '../figures/figure-rows.js'
import type { View } from '../figures/view.js'
import type { CivilDate } from '../time/civil-date.js'

/** The figures of some views at one state of knowledge. */
export interface FiguresKnown {
  readonly known: KnownPoints
  /** As at a date. Two views may each have a figure of one name: then both stand here. */
  readonly at: (asAt: CivilDate) => readonly NamedFigure[]
}

/** A view of any kind, asked with its defaults. */
// biome-ignore lint/suspicious/noExplicitAny: each view has measures and options of its own
type AnyView = View<any, any, unknown>

/**
 * The figures of views from points, as known at any size and as at any date. Each is asked once.
 *
 * @example
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { figuresKnown } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const figures = figuresKnown(points, [complianceView])(0).at(civilDate('2021-07-31'))
 * assert.ok(figures.some(({ section, figure }) => section === 'open' && figure === 'total'))
 */
export const figuresKnown = (
  points: Points,
  views: readonly AnyView[],
): ((size: number) => FiguresKnown) => {
  const asked = new Map<string, readonly NamedFigure[]>()
  return (size) => ({
    known: { points, size },
    at: (asAt) => {
      const key = `${size} ${asAt}`
      const figures = asked.get(key) ?? figuresOf(views, { points, size, asAt })
      asked.set(key, figures)
      return figures
    },
  })
}

const figuresOf = (views: readonly AnyView[], known: Known): readonly NamedFigure[] =>
  views.flatMap((view) => figuresIn(view.answer(readerOf(known, view.units), view.defaults), view))
