/**
 * A refusal of the life cycle as a value.
 */

import type { Break } from '../events/path-rule.js'
import type { LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken, RecordNamed } from '../events/refused.js'

/** The refusal that a broken rule gives. */
export const refusal = (
  rule: string,
  because: string,
  { record, against }: Break,
): LifeCycleBroken => ({
  _tag: 'LifeCycleBroken',
  rule,
  stream: record.stream,
  because,
  record: named(record),
  ...(against ? { against: named(against) } : {}),
})

const named = ({ id, type, effectiveOn }: LedgerRecord): RecordNamed => ({ id, type, effectiveOn })
