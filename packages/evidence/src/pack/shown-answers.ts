/**
 * The answers of a pack in plain JSON, as what quotes records takes them.
 */
import { shown } from '@send-ledger/core'
import type { Underived } from '../report/of-records/not-derived-section.js'
import type { PackAnswers } from './answers.js'

/** The answers in plain JSON. */
export const shownAnswers = (answers: PackAnswers): Omit<Underived, 'told'> => ({
  compliance: shown(answers.compliance.answer),
  wsoa: shown(answers.wsoa.answer),
  workforce: shown(answers.workforce.answer),
})
