/**
 * What may be expected to come of an event.
 */
import assert from 'node:assert'
import type { LedgerRecord } from '@send-ledger/core'
import type { Refused } from 'send-ledger'
import type { Outcome } from './given.js'

/**
 * Expects that an event is recorded; gives the record.
 *
 * Errors: throws an AssertionError with the reason where it was refused.
 */
export const recorded =
  () =>
  (outcome: Outcome): LedgerRecord => {
    if ('recorded' in outcome) return outcome.recorded
    return assert.fail(`expected it to be recorded, but ${outcome.refused.reason}`)
  }

/**
 * Expects that an event is refused by a rule of its life cycle, or with a code of any kind, such as
 * `id-reused`; gives the refusal.
 *
 * Errors: throws an AssertionError where it was recorded, or refused otherwise.
 */
export const refused =
  (ruleOrCode: string) =>
  (outcome: Outcome): Refused => {
    if ('recorded' in outcome) {
      return assert.fail(`expected ${ruleOrCode} to refuse it, but it was recorded`)
    }
    const { code, reason } = outcome.refused
    if (code === ruleOrCode || code === `life-cycle-${ruleOrCode}`) return outcome.refused
    return assert.fail(`expected ${ruleOrCode} to refuse it, but ${code} did: ${reason}`)
  }
