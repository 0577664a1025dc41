/**
 * Labels are text: a number has lost how it was written, such as the last nought of action 3.10.
 */
import type { LifeCycleBroken } from '../ledger/failures.js'
import type { LedgerRecord } from '../ledger/record.js'
import { isOf } from './path.js'
import { refusal } from './refusal.js'

/** Why the number of an action may not be as it is. */
export const labelRefused = (record: LedgerRecord): LifeCycleBroken | undefined => {
  if (!isOf('ActionAgreed')(record) || typeof record.data.number !== 'number') return undefined
  const because = `data.number is the number ${record.data.number}, which may have been written otherwise, such as 3.10. Give it as text.`
  return { ...refusal('label-is-text', because, { record }), since: '0.2.0' }
}
