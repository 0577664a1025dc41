/**
 * Labels are text: a number has lost how it was written, such as the last zero of action 3.10.
 */

import { codecNamed } from '../events/catalogue.js'
import type { LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken } from '../events/refused.js'
import { refusal } from './refusal.js'

/** Why a label may not be as it is. */
export const labelRefused = (record: LedgerRecord): LifeCycleBroken | undefined => {
  const field = codecNamed(record.type)?.label
  const value = field && (record.data as Readonly<Record<string, unknown>>)[field]
  if (typeof value !== 'number') return undefined
  const because = `data.${field} is the number ${value}, which may have been written otherwise, such as 3.10. Give it as text.`
  return { ...refusal('label-is-text', because, { record }), since: '0.2.0' }
}
