/**
 * A view beside others in one fold: whatever its measures are called, they are its own.
 */
import type { Counter } from '../engine/projection.js'
import type { Reader } from '../engine/reader.js'
import type { View } from './view.js'

/** A view of any kind. */
// biome-ignore lint/suspicious/noExplicitAny: each view has measures and options of its own
type AnyView = View<any, any, any>

/**
 * The same view with measures that no other view has: each is called by the view first. Its figures
 * are the same; what they were read from is told by the longer names.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { answerOf, apart } from '@send-ledger/core/projection'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const mine = apart({ ...complianceView, name: 'mine' })
 * const { plansMaintained } = answerOf([], mine, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(plansMaintained.reads[0]?.measure, 'mine/plans')
 */
export const apart = <V extends AnyView>(view: V): V => {
  const own = (measure: string): string => `${view.name}/${measure}`
  return {
    ...view,
    projections: view.projections.map((projection) => ({
      ...projection,
      steps: (facts: unknown, count: Counter<string>, law) =>
        projection.steps(facts, counterOf(count, own), law),
    })),
    answer: (read: Reader<string>, options) => view.answer(readerOf(read, own), options),
    laws: (read: Reader<string>) =>
      (view.laws?.(readerOf(read, own)) ?? []).map((law) => ({
        ...law,
        terms: law.terms.map((term) => ({ ...term, measure: own(term.measure) })),
      })),
    units: Object.fromEntries(
      Object.entries(view.units ?? {}).map(([name, unit]) => [own(name), unit]),
    ),
  } satisfies AnyView
}

type Renames = (measure: string) => string

const counterOf = (count: Counter<string>, own: Renames): Counter<string> => ({
  subject: count.subject,
  step: (measure, ...when) => count.step(own(measure), ...when),
  during: (measure, ...when) => count.during(own(measure), ...when),
})

const readerOf = (read: Reader<string>, own: Renames): Reader<string> => ({
  asAt: read.asAt,
  at: (measure, on) => read.at(own(measure), on),
  between: (measure, first, last) => read.between(own(measure), first, last),
  dimensions: (name, within, on) => read.dimensions(own(name), within, on),
  facts: (kind, of) => read.facts({ ...kind, name: own(kind.name) }, of),
  changes: (measure) => read.changes(own(measure)),
  first: (measure) => read.first(own(measure)),
  subjects: (measure, on) => read.subjects(own(measure), on),
  among: (measure, on) => readerOf(read.among(own(measure), on), own),
})
