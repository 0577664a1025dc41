/**
 * The views of a pack, answered: one fold of the records serves them all.
 */
import { type Compliance, complianceView } from '@send-ledger/compliance'
import {
  type Answered,
  answerText,
  ask,
  basisOf,
  type CivilDate,
  Fold,
  type Instant,
  type KnownPoints,
  type Law,
  type View,
} from '@send-ledger/core'
import type { Hash } from '@send-ledger/core/proof'
import { type Capacity, capacityView, type Workforce, workforceView } from '@send-ledger/workforce'
import { type Wsoa, wsoaView } from '@send-ledger/wsoa'
import type { PackViewBasis } from './basis.js'
import { viewPath } from './layout.js'
import type { RecordLines } from './record-lines.js'

/** The answers of a pack, each by its name. */
export interface PackAnswers {
  /** Without plans after mediation or an appeal, as the SEN2 return counts. */
  readonly compliance: Answered<Compliance>
  readonly 'compliance-all-plans': Answered<Compliance>
  readonly wsoa: Answered<Wsoa>
  readonly workforce: Answered<Workforce>
  readonly capacity: Answered<Capacity>
}

/** Which records are known, and what is asked of them. */
export interface PackQuestion {
  readonly origin: string
  readonly asAt: CivilDate
  readonly knownAt: Instant
  /** Number of records. */
  readonly size: number
  readonly root: Hash
  readonly law: Law
}

/** The points of every view of a pack. */
export const knownOf = (records: RecordLines, law: Law): KnownPoints => {
  const projections = [
    ...complianceView.projections,
    ...wsoaView.projections,
    ...workforceView.projections,
  ]
  const fold = new Fold(projections, law)
  for (let position = 0; position < records.size; position++) {
    const record = records.at(position)
    const isAlone = !fold.needsStream(record)
    fold.next(record, isAlone ? undefined : records.ofStream(record.stream, position + 1))
  }
  return { points: fold.points, size: records.size }
}

/** How each view is asked. */
const asked = {
  compliance: { view: complianceView, options: { ...complianceView.defaults, cohort: 'dfe' } },
  'compliance-all-plans': {
    view: complianceView,
    options: { ...complianceView.defaults, cohort: 'all' },
  },
  wsoa: { view: wsoaView, options: wsoaView.defaults },
  workforce: { view: workforceView, options: workforceView.defaults },
  capacity: { view: capacityView, options: capacityView.defaults },
} as const

/** The answers to a question. */
export const answersTo = (known: KnownPoints, question: PackQuestion): PackAnswers => {
  const { asAt, law, size } = question
  const answered = <M extends string, Options extends object, Answer>({
    view,
    options,
  }: {
    readonly view: View<M, Options, Answer>
    readonly options: Options
  }): Answered<Answer> => ({
    basis: basisOf(question, { view, asAt, law, options }),
    answer: ask(view, { ...known, size, asAt }, options),
    known: { ...known, size },
  })
  return {
    compliance: answered(asked.compliance),
    'compliance-all-plans': answered(asked['compliance-all-plans']),
    wsoa: answered(asked.wsoa),
    workforce: answered(asked.workforce),
    capacity: answered(asked.capacity),
  }
}

/** What names the rows of a view of a pack; of a name that none has, nothing. */
export const rowsOf = (name: string): Pick<View<never, never, unknown>, 'identifiedBy'> =>
  new Map<string, Pick<View<never, never, unknown>, 'identifiedBy'>>(
    Object.entries(asked).map(([each, { view }]) => [each, view]),
  ).get(name) ?? {}

/** The answers one by one, with their names, in order. */
export const listed = (
  answers: PackAnswers,
): readonly (readonly [name: string, answered: Answered<unknown>])[] => Object.entries(answers)

/** The views of a pack under a law, as its basis names them. */
export const viewsUnder = (law: Law): readonly PackViewBasis[] =>
  Object.entries(asked).map(([name, { view, options }]) => ({
    name,
    view: view.name,
    version: view.version,
    options: { ...options, ...(view.usesLaw ? { counting: law.counting } : {}) },
  }))

/** The text of each view by its path: what `send-ledger view --format json` prints. */
export const viewFiles = (answers: PackAnswers): readonly (readonly [string, string])[] =>
  listed(answers).map(([name, answered]) => [viewPath(name), answerText(answered)])
