/**
 * Conservation checks: what must hold in any view, whatever is recorded.
 */
import type { Known } from './known.js'
import { readerOf } from './known.js'
import { type Counted, countedIn } from './lineage.js'
import type { ConservationLaw, View } from './projection.js'

/** A check that was made. */
export interface Checked {
  readonly name: string
  /** The subjects for which it does not hold; none where it holds. */
  readonly failing: readonly Counted[]
}

/**
 * Makes the checks of a view. They hold subject by subject, so that two mistakes do not cancel out.
 *
 * @example
 * import { checked, civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const made = checked(complianceView, { points, size: 0, asAt: civilDate('2021-07-31') })
 * assert.ok(made.every(({ failing }) => failing.length === 0))
 */
export const checked = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly Checked[] => lawsOf(view, known).map((law) => checkedLaw(known, law))

const lawsOf = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly ConservationLaw[] => view.laws?.(readerOf<M>(known)) ?? []

const checkedLaw = (known: Known, { name, nought }: ConservationLaw): Checked => ({
  name,
  failing: countedIn(known, nought),
})

/**
 * The laws of a view that are broken in total, with the subjects for which they are: what can be
 * asked with every answer, for it costs a few sums. Two mistakes that cancel out are found by
 * `checked` alone.
 *
 * @example
 * import { brokenInTotal, civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const known = { points, size: 0, asAt: civilDate('2021-07-31') }
 * assert.deepStrictEqual(brokenInTotal(complianceView, known), [])
 */
export const brokenInTotal = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly Checked[] =>
  lawsOf(view, known)
    .filter(({ nought }) => nought.value !== 0)
    .map((law) => checkedLaw(known, law))
