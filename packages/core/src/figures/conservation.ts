/**
 * Conservation checks: what must hold in any view, whatever is recorded.
 */

import type { Known } from '../engine/known.js'
import { readerOf } from '../engine/known.js'
import type { Read, Summed } from '../engine/sum.js'
import { type Counted, countedIn } from './lineage.js'
import type { MeasureLaw } from './measure-law.js'
import type { View } from './view.js'
import { lawsOf } from './view.js'

/** A check that was made. */
export interface Checked {
  readonly name: string
  /** The subjects for which it does not hold; none where it holds. */
  readonly failing: readonly Counted[]
}

/**
 * Makes the checks of a view: its laws that hold always. They hold subject by subject, so that two
 * mistakes do not cancel out.
 *
 * @example
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { checked } from '@send-ledger/core/figures'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const made = checked(complianceView, { points, size: 0, asAt: civilDate('2021-07-31') })
 * assert.ok(made.every(({ failing }) => failing.length === 0))
 */
export const checked = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
): readonly Checked[] =>
  lawsOf(view, known)
    .filter(({ always }) => always)
    .map((law) => checkedLaw(known, law))

const checkedLaw = (known: Known, law: MeasureLaw): Checked => {
  const counted = countedIn(known, sumOf(known, law))
  const failing = law.holds === 'zero' ? counted : counted.filter(({ count }) => count < 0)
  return { name: law.name, failing }
}

/** What the measures of a law come to as at the day of the question. */
const sumOf = (known: Known, { terms }: MeasureLaw): Summed => {
  const read = readerOf<string>(known)
  const parts = terms.map(({ measure, times }) => ({ times, sum: read.at(measure) }))
  return {
    value: parts.reduce((total, { times, sum }) => total + times * sum.value, 0),
    reads: parts.flatMap(({ times, sum }) =>
      sum.reads.map((each): Read => ({ ...each, times: each.times * times })),
    ),
  }
}

/**
 * The laws of a view that are broken in total, with the subjects for which they are: what can be
 * asked with every answer, for it costs a few sums. Two mistakes that cancel out are found by
 * `checked` alone.
 *
 * @example
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { brokenInTotal } from '@send-ledger/core/figures'
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
    .filter(({ always, holds }) => always && holds === 'zero')
    .filter((law) => sumOf(known, law).value !== 0)
    .map((law) => checkedLaw(known, law))
