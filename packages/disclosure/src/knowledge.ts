/**
 * What everybody knows about measures by their definitions, before he sees a figure; and what
 * each counts.
 */
import type { CivilDate, KnownPoints, View } from '@send-ledger/core'
import { lawsOf } from '@send-ledger/core/figures'
import { type MeasureLaw, type Unit, unitOf } from '@send-ledger/core/projection'
import { Parts } from './parts.js'

/** What is known of the measures of a view. Measures are told by their keys. */
export interface Knowledge {
  readonly laws: readonly MeasureLaw[]
  /** What a measure counts, whatever its dimensions. */
  readonly unitOf: (measure: string) => Unit
}

/**
 * What a view states of its measures, for what is known: the laws that `check` asks too.
 *
 * @example
 * import { complianceView } from '@send-ledger/compliance'
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { knowledgeOf } from '@send-ledger/disclosure'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const { unitOf } = knowledgeOf(complianceView, { points, size: 0, asAt: civilDate('2021-07-31') })
 * assert.ok(unitOf('requests').ofPeople)
 */
export const knowledgeOf = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: KnownPoints & { readonly asAt: CivilDate },
): Knowledge => ({
  laws: lawsOf(view, known),
  unitOf: (measure) => unitOf(view.units ?? {}, measure),
})

/** How many units make one person; 1 where they are none of people. */
export const unitsPerPerson = ({ ofPeople, perOne }: Unit): number => (ofPeople ? perOne : 1)

/** Measures that stand in one law are cut at the same days. */
export const groupsOf = (laws: readonly MeasureLaw[]): ((series: string) => string) => {
  const numbers = new Map<string, number>()
  for (const { measure } of laws.flatMap(({ terms }) => terms)) {
    if (!numbers.has(measure)) numbers.set(measure, numbers.size)
  }
  const parts = new Parts(numbers.size)
  for (const { terms } of laws) {
    parts.join(new Map(terms.map(({ measure }) => [numbers.get(measure) as number, 1])))
  }
  return (series) => {
    const number = numbers.get(series)
    return number === undefined ? series : `group ${parts.of(number)}`
  }
}
