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
  isCorrection,
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
    if (isCorrection(record)) fold.mend(record, records.ofStream(record.stream, position + 1))
    else fold.next(record)
  }
  return { points: fold.points, size: records.size }
}

/** The answers to a question. */
export const answersTo = (known: KnownPoints, question: PackQuestion): PackAnswers => {
  const answered = <M extends string, Options extends object, Answer>(
    view: View<M, Options, Answer>,
    given: Partial<Options> = {},
  ): Answered<Answer> => {
    const options = { ...view.defaults, ...given }
    const { asAt, law, size } = question
    const basis = basisOf(question, { view, asAt, law, options })
    return {
      basis,
      answer: ask(view, { ...known, size, asAt }, options),
      known: { ...known, size },
    }
  }
  return {
    compliance: answered(complianceView, { cohort: 'dfe' }),
    'compliance-all-plans': answered(complianceView, { cohort: 'all' }),
    wsoa: answered(wsoaView),
    workforce: answered(workforceView),
    capacity: answered(capacityView),
  }
}

/** The answers one by one, with their names, in order. */
export const listed = (
  answers: PackAnswers,
): readonly (readonly [name: string, answered: Answered<unknown>])[] => Object.entries(answers)

/** The views as the basis of a pack names them. */
export const viewsIn = (answers: PackAnswers): readonly PackViewBasis[] =>
  listed(answers).map(([name, { basis }]) => ({
    name,
    view: basis.projection,
    version: basis.version,
    options: basis.options,
  }))

/** The text of each view by its path: what `send-ledger view --format json` prints. */
export const viewFiles = (answers: PackAnswers): readonly (readonly [string, string])[] =>
  listed(answers).map(([name, answered]) => [viewPath(name), answerText(answered)])
