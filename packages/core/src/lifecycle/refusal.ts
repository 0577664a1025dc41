/**
 * A refusal of the life cycle as a value.
 */
import type { LifeCycleBroken, RecordNamed } from '../ledger/failures.js'
import type { LedgerRecord } from '../ledger/record.js'
import type { Break } from './path.js'

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
