/**
 * What the door adds to the engine, which knows no law of its own: ours.
 */
import { answerBy, answerOfBy } from './ask/answer.js'
import { england1 } from './law/england-1.js'
import type { Law } from './law/rule.js'

/** The law of a question that names none: `england-1`, counting exclusively. */
export const defaultLaw: Law = { ruleSet: england1, counting: 'exclusive' }

/**
 * The answer of a view, replayed from a ledger.
 *
 * Errors: the ledger's failures; WrongArgument where the view or the question is none, or a date
 * or an instant of it.
 *
 * @example
 * import { answer, civilDate, endOfDay } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => endOfDay(civilDate('2021-07-31')) })
 * const answered = await answer(ledger, complianceView, { asAt: civilDate('2021-07-31') })()
 * assert.strictEqual(answered._tag, 'Right')
 */
export const answer = answerBy(defaultLaw)

/**
 * A view's answer from records in recorded order, all of them known: for those who hold records
 * and no ledger, such as an auditor with a pack.
 *
 * Errors: throws a RangeError where the view or the question is none.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { answerOf } from '@send-ledger/core/projection'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const answered = answerOf([], complianceView, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(answered.open.total.value, 0)
 */
export const answerOf = answerOfBy(defaultLaw)
