/**
 * The answers of a pack as disclosure control wants them: with what everybody knows of them, and
 * how much each figure is wanted.
 */
import { complianceView } from '@send-ledger/compliance'
import type { Answered } from '@send-ledger/core'
import { type AnswerKnown, type Knowledge, knowledgeOf, measuredBy } from '@send-ledger/disclosure'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import type { OurAnswers, PackAnswers } from '../pack/answers.js'

/**
 * The answers of a pack, all that have figures, each under the name that it has there; measured as
 * known at another size of the ledger where one is given.
 */
export const answersKnown = (
  answers: PackAnswers,
  size: number = answers.compliance.known.size,
): readonly AnswerKnown[] => {
  const at = (name: keyof OurAnswers) => {
    const { basis, known: points } = answers[name]
    return { points: points.points, size, asAt: basis.asAt }
  }
  const people = knowledgeOf(workforceView, at('workforce'))
  const cases = knowledgeOf(complianceView, at('compliance'))
  const known = (name: keyof OurAnswers, knowledge: Knowledge): AnswerKnown => ({
    view: name,
    answer: answers[name].answer,
    measured: measuredIn(name, answers[name], size),
    knowledge,
    keep: (place) => (name === 'compliance' && isHeadline(place) ? 1 : 0),
  })
  return [
    known('compliance', cases),
    known('compliance-all-plans', cases),
    known('wsoa', knowledgeOf(wsoaView, at('wsoa'))),
    known('workforce', people),
    known('capacity', people),
  ]
}

/** What the report leads with: where one of two figures must be hidden, it is the other. */
const isHeadline = (place: string): boolean =>
  /^months\.\d+\.(rolling12\.)?(issued|inTime|percent)\.excludingExceptions$/.test(place) ||
  ['open.total', 'open.overdue.all', 'plansMaintained'].includes(place)

/** How a measure of a view is measured. */
const measuredIn = (
  name: keyof OurAnswers,
  { basis: { asAt }, known: { points } }: Answered<unknown>,
  size: number,
): AnswerKnown['measured'] => {
  const at = { points, size, asAt }
  switch (name) {
    case 'wsoa':
      return measuredBy(wsoaView, at)
    case 'workforce':
      return measuredBy(workforceView, at)
    case 'capacity':
      return measuredBy(capacityView, at)
    default:
      return measuredBy(complianceView, at)
  }
}
