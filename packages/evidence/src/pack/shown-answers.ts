/**
 * The answers of a pack in plain JSON, as a report takes them.
 */
import { shown } from '@send-ledger/core'
import type { Answers } from '../of-views/answers.js'
import type { PackAnswers } from './answers.js'

/** The answers in plain JSON. */
export const shownAnswers = (answers: PackAnswers): Omit<Answers, 'basis'> => ({
  compliance: shown(answers.compliance.answer),
  wsoa: shown(answers.wsoa.answer),
  workforce: shown(answers.workforce.answer),
})
